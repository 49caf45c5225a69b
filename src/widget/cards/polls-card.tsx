import type { Average, PollsSummary } from "../../race/schema/document.ts";
import { AveragePlot } from "./average-plot.tsx";
import type { Format } from "./format.ts";
import { type CardProps, Frame } from "./frame.tsx";
import { looksOf } from "./look.ts";
import { More } from "./more.tsx";
import { PollTable } from "./poll-table.tsx";
import { Table } from "./table.tsx";
import { TrendChart } from "./trend-chart.tsx";

/** How many candidates the graphics show; the others are listed below. */
const DRAWN = 5;

/** How many candidates get a column in the table of polls, on the narrowest screens too. */
const COLUMNS = 3;

/** How many polls show before the reader asks for more; the styles hide the last where it's narrow. */
const ROWS = 3;

/** The polls of a race: average, averages by others, trend, latest polls, method. */
export function PollsCard(props: CardProps & { readonly polls: PollsSummary }) {
  const { polls, race, format } = props;
  const { average, published, recent, disagreement } = polls;
  const { messages, lang } = format;
  const look = looksOf(race);
  const drawn = average.shares.slice(0, DRAWN);
  const others = average.shares.slice(DRAWN);
  const table = { shares: drawn.slice(0, COLUMNS), look, format };
  return (
    <Frame
      {...props}
      section="polls"
      headline={average.lead.statement[lang]}
      asOf={average.asOf}
      sources={recent.map(({ source }) => source)}
    >
      {drawn.length > 0 && (
        <div class="sides">
          <div>
            <AveragePlot shares={drawn} look={look} format={format} />
            <div class="note">
              {published.map(({ publisher, asOf, text }) => (
                <p>
                  {publisher}: <b>{text}</b> ({format.when(asOf, race.timeZone)}).{" "}
                </p>
              ))}
              {disagreement && <p>{disagreement[lang]}</p>}
            </div>
          </div>
          {recent.length > 1 && (
            <TrendChart polls={polls} shares={drawn} look={look} format={format} />
          )}
        </div>
      )}
      {recent.length > 0 && (
        <PollTable {...table} head={messages.latest} polls={recent.slice(0, ROWS)} />
      )}
      <div class="more">
        {recent.length >= ROWS && (
          <More title={messages.morePolls(recent.length, polls.count)}>
            <PollTable {...table} head={messages.poll} polls={recent.slice(ROWS - 1)} />
          </More>
        )}
        {others.length > 0 && (
          <More title={messages.otherCandidates(others.length)}>
            <Table
              kind=""
              rows={others.map(({ candidate, share }) => [
                look(candidate).label,
                format.share(share),
              ])}
            />
          </More>
        )}
        {drawn.length > 0 && (
          <More title={messages.how}>
            <p>
              {messages.methods[average.method]} {messages.intervalNote} {messages.populations}
            </p>
            <Table
              kind=""
              head={[messages.poll, messages.weight]}
              rows={weightsOf(polls, average, format)}
            />
          </More>
        )}
      </div>
    </Frame>
  );
}

/** What each poll counts for in the average; those the document doesn't carry are summed. */
function weightsOf(
  { recent }: PollsSummary,
  { inputs }: Average,
  { messages, field, share }: Format,
): (readonly [string, string])[] {
  const percent = (weight: number) => `${share(weight * 100)}%`;
  const rows: (readonly [string, string])[] = [];
  let older = 0;
  let rest = 0;
  for (const { poll: id, weight } of inputs) {
    const poll = recent.find((one) => one.id === id);
    if (poll) rows.push([`${poll.pollster}, ${field(poll.field)}`, percent(weight)]);
    else {
      older += 1;
      rest += weight;
    }
  }
  if (older > 0) rows.push([messages.olderPolls(older), percent(rest)]);
  return rows;
}
