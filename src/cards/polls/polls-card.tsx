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
  const { average, published, recent, disagreement } = polls;
  const { common, marks, write } = language;
  const tags = [marks.tag, ...race.languages];
  const styleOf = candidateStyles(race);
  const styled = <T extends { readonly candidate: string }>(one: T) => ({
    ...one,
    ...styleOf(one.candidate),
  });
  const main = average.shares.filter(isMain).map(styled);
  const drawing = { shares: main.slice(0, DRAWN_CANDIDATES), language, say };
  // Without an average the polls still have columns: those of all whom they asked about.
  const named = race.candidates.filter(({ id }) =>
    recent.some(({ shares }) => shares.find((one) => one.candidate === id)),
  );
  const columns =
    main.length > 0 ? drawing.shares : named.map(({ id }) => styled({ candidate: id }));
  const table = { language, say, shares: columns };
  const others = [
    ...main.slice(DRAWN_CANDIDATES).map(({ label, share }) => `${label} ${write.share(share)}`),
    ...average.shares.flatMap(({ candidate, askedBy }) =>
      askedBy
        ? `${styleOf(candidate).label} ${write.share(askedBy.share)} (${say.askedBy(askedBy.polls, askedBy.of)})`
        : [],
    ),
  ];
  const alone = average.withoutPartisan?.shares.map(
    ({ candidate, share }) => `${styleOf(candidate).name} ${write.share(share)}`,
  );
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
              {disagreement && textFor(disagreement, tags)}
            </p>
          </div>
          {recent.length > 1 && <TrendChart {...drawing} polls={polls} />}
        </div>
      )}
      {recent.length > 0 && (
        <>
          <PollTable {...table} head={say.latest} polls={recent.slice(0, ROWS)} />
          {others.length > 0 && (
            <More defer={props.defer} title={common.otherCandidates(others.length)}>
              <p>{others.join(", ")}</p>
            </More>
          )}
          <More defer={props.defer} title={say.method(recent.length, polls.count)}>
            <p>
              {say.methods[average.method]} {say.populations}
              {alone && ` ${say.withoutPartisan(alone.join(", "))}`}
            </p>
            <PollTable {...table} head={say.poll} polls={recent} average={average} />
          </More>
        </>
      )}
    </Frame>
  );
}
