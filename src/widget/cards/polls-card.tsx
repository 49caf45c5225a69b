import type { PollsSummary } from "../../race/schema/document.ts";
import { AveragePlot } from "./average-plot.tsx";
import { asOfIn } from "./format.ts";
import { type CardProps, Frame } from "./frame.tsx";
import { lookOf, looksOf } from "./look.ts";
import { PollTable } from "./poll-table.tsx";
import { TrendChart } from "./trend-chart.tsx";
import { Weights } from "./weights.tsx";

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
  const looks = looksOf(race);
  const drawn = average.shares.slice(0, DRAWN);
  const others = average.shares.slice(DRAWN);
  const table = { shares: drawn.slice(0, COLUMNS), looks, format };
  const sources = recent.map(({ source }) => source);
  return (
    <Frame
      {...props}
      section="polls"
      headline={average.lead.statement[lang]}
      asOf={average.asOf}
      sources={sources}
    >
      {drawn.length > 0 && (
        <div class="sides">
          <div>
            <AveragePlot shares={drawn} looks={looks} format={format} />
            <div class="note">
              {published.map(({ publisher, asOf, text }) => (
                <p>
                  {publisher}: <b>{text}</b> ({asOfIn(format, asOf, race.timeZone)}).{" "}
                </p>
              ))}
              {disagreement && <p>{disagreement[lang]}</p>}
            </div>
          </div>
          {recent.length > 1 && (
            <TrendChart polls={polls} shares={drawn} looks={looks} format={format} />
          )}
        </div>
      )}
      {recent.length > 0 && (
        <PollTable {...table} head={messages.latest} polls={recent.slice(0, ROWS)} />
      )}
      <div class="more">
        {recent.length >= ROWS && (
          <details>
            <summary>{messages.morePolls(recent.length, polls.count)}</summary>
            <PollTable {...table} head={messages.poll} polls={recent.slice(ROWS - 1)} />
          </details>
        )}
        {others.length > 0 && (
          <details>
            <summary>{messages.otherCandidates(others.length)}</summary>
            <table part="table">
              <tbody>
                {others.map(({ candidate, share }) => (
                  <tr key={candidate}>
                    <th scope="row">{lookOf(looks, candidate).label}</th>
                    <td class="n">{format.share(share)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </details>
        )}
        {drawn.length > 0 && <Weights average={average} polls={recent} format={format} />}
      </div>
    </Frame>
  );
}
