import { textFor } from "../../wording/text-for.ts";
import type { SectionCardProps } from "../card.ts";
import { Frame } from "../frame.tsx";
import { More } from "../more.tsx";
import { countOf } from "./count-of.ts";
import { CountNotes } from "./count-notes.tsx";
import { shareOf } from "./figures.ts";
import { certifiedBy } from "./results-facts.ts";
import { TallyTable } from "./tally-table.tsx";

/** The count of a race: who has how many votes, how far it is, and what callers say. */
export function ResultsCard(props: SectionCardProps<"results">) {
  const { summary: results, say, race, language } = props;
  const { rounds, modes, areas } = results;
  const { common, marks } = language;
  const { projections = [] } = race;
  const tags = [marks.tag, ...race.languages];
  const headline = results.headline ? textFor(results.headline, tags) : common.sections.results;
  const round = rounds.at(-1);
  if (!round) return <Frame {...props} headline={headline} />;

  const count = countOf(props, round);
  const { standing, shown } = count;
  const others = standing.filter((one) => !shown.includes(one));
  const votes = others.reduce((sum, one) => sum + (one.votes ?? 0), 0);
  const rest = { votes, share: (votes / (round.votes || 1)) * 100 };
  return (
    <Frame
      {...props}
      headline={headline}
      above={results.progress && textFor(results.progress, tags)}
      {...(results.asOf !== null && { asOf: results.asOf })}
      sources={[results, ...(race.calls ?? []), certifiedBy(race), race.tabulation].flatMap(
        (from) => from?.source ?? [],
      )}
    >
      {/* Other words or another order make a new table: what moved would count as a shift. */}
      <figure
        class="count"
        part="graphic"
        key={shown.map(({ candidate }) => candidate) + headline.replace(/[\d.,]+/g, "")}
      >
        <TallyTable {...count} />
        <CountNotes {...count} />
      </figure>
      {others.length > 0 && (
        <More
          {...props}
          title={`${common.otherCandidates(others.length)}: ${say.counted(votes)}, ${shareOf(rest, round.votes, language)}`}
          opens="others"
        />
      )}
      {race.tabulation && <More {...props} title={say.rounds} opens="rounds" />}
      {projections.length > 0 && (
        <More {...props} title={say.projections(projections.length)} opens="projections" />
      )}
      {areas && <More {...props} title={say.byArea(areas.of, areas.total)} opens="areas" />}
      {modes.some(({ mode }) => mode !== "unspecified") && (
        <More {...props} title={common.mode} opens="modes" />
      )}
    </Frame>
  );
}
