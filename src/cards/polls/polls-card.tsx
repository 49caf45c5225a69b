import { DRAWN_CANDIDATES } from "../../race/sections/polls/pass-on.ts";
import { textFor } from "../../wording/text-for.ts";
import { AveragePlot } from "./average-plot.tsx";
import type { SectionCardProps } from "../card.ts";
import { Frame } from "../frame.tsx";
import { candidateStyles } from "../candidate-style.ts";
import { More } from "../more.tsx";
import { PollTable } from "./poll-table.tsx";
import { isMain } from "./shown-average.ts";
import { TrendChart } from "./trend-chart.tsx";

/** How many polls show before the reader asks for more; the styles hide the last where it's narrow. */
const ROWS = 3;

/** The polls of a race: average, averages by others, trend, latest polls, weights and method. */
export function PollsCard(props: SectionCardProps<"polls">) {
  const { summary: polls, say, race, language } = props;
  const { average, published, recent } = polls;
  const { common, marks, write } = language;
  const tags = [marks.tag, ...race.languages];
  const styleOf = candidateStyles(race);
  const main = average.shares.filter(isMain).map((one) => ({ ...one, ...styleOf(one.candidate) }));
  const drawing = { shares: main.slice(0, DRAWN_CANDIDATES), language, say };
  // The others follow in words: those asked about by every poll, and those by some.
  const others = average.shares.length - drawing.shares.length;
  return (
    <Frame
      {...props}
      headline={textFor(average.lead.statement, tags)}
      asOf={average.asOf}
      sources={recent.map(({ source }) => source)}
    >
      {main.length > 0 && (
        <div class="sides">
          <div>
            <AveragePlot {...drawing} />
            <p>
              {say.intervalNote}{" "}
              {published.map(({ publisher, asOf, text }) => (
                <>
                  {publisher}: <b>{text}</b> ({write.when(asOf, race.timeZone)}).{" "}
                </>
              ))}
            </p>
          </div>
          {recent.length > 1 && <TrendChart {...drawing} polls={polls} />}
        </div>
      )}
      {recent.length > 0 && (
        <>
          <PollTable {...props} head={say.latest} rows={ROWS} />
          {others > 0 && <More {...props} title={common.otherCandidates(others)} opens="others" />}
          <More {...props} title={say.method(recent.length, polls.count)} opens="method" />
        </>
      )}
    </Frame>
  );
}
