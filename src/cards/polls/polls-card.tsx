import type { PollsSummary } from "../../race/sections/polls/summary.ts";
import { AveragePlot } from "./average-plot.tsx";
import { type CardProps, Frame } from "../frame.tsx";
import { looksOf } from "../look.ts";
import { More } from "../more.tsx";
import { PollTable } from "./poll-table.tsx";
import { TrendChart } from "./trend-chart.tsx";

/** How many candidates the graphics show; the others are listed below. */
const DRAWN = 5;

/** How many polls show before the reader asks for more; the styles hide the last where it's narrow. */
const ROWS = 3;

/** The polls of a race: average, averages by others, trend, latest polls, weights and method. */
export function PollsCard(props: CardProps & { readonly polls: PollsSummary }) {
  const { polls, race, format } = props;
  const { average, published, recent, disagreement } = polls;
  const { messages, lang } = format;
  const look = looksOf(race);
  const all = average.shares.map((one) => ({ ...one, ...look(one.candidate) }));
  const others = all.slice(DRAWN);
  const drawing = { shares: all.slice(0, DRAWN), format };
  return (
    <Frame
      {...props}
      section="polls"
      headline={average.lead.statement[lang]}
      asOf={average.asOf}
      sources={recent.map(({ source }) => source)}
    >
      {all.length > 0 && (
        <>
          <div class="sides">
            <div>
              <AveragePlot {...drawing} />
              <p>
                {published.map(({ publisher, asOf, text }) => (
                  <>
                    {publisher}: <b>{text}</b> ({format.when(asOf, race.timeZone)}).{" "}
                  </>
                ))}
                {disagreement?.[lang]}
              </p>
            </div>
            {recent.length > 1 && <TrendChart {...drawing} polls={polls} />}
          </div>
          <PollTable {...drawing} head={messages.latest} polls={recent.slice(0, ROWS)} />
          {others.length > 0 && (
            <More title={messages.otherCandidates(others.length)}>
              <p>
                {others.map(({ label, share }) => `${label} ${format.share(share)}`).join(", ")}
              </p>
            </More>
          )}
          <More title={messages.method(recent.length, polls.count)}>
            <p>
              {messages.methods[average.method]} {messages.intervalNote} {messages.populations}
            </p>
            <PollTable {...drawing} head={messages.poll} polls={recent} weights={average.inputs} />
          </More>
        </>
      )}
    </Frame>
  );
}
