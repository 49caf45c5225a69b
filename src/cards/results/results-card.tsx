import type { SectionCardProps } from "../card.ts";
import { Frame } from "../frame.tsx";
import { candidateStyles } from "../candidate-style.ts";
import { More } from "../more.tsx";
import { Table } from "../table.tsx";
import { CountNotes } from "./count-notes.tsx";
import { shareOf, votesOf } from "./figures.ts";
import { ModeTable } from "./mode-table.tsx";
import { certifiedBy, type Count, resultsFacts } from "./results-facts.ts";
import { standingIn, statementsIn } from "./standing.ts";
import { TallyTable } from "./tally-table.tsx";

/** How many candidates have a bar; the others are summed up, and listed for who opens them. */
const SHOWN = 5;

/** The count of a race: who has how many votes, how far it is, and what callers say. */
export function ResultsCard(props: SectionCardProps<"results">) {
  const { summary: results, say, race, language } = props;
  const { rounds, modes } = results;
  const { calls = [] } = race;
  const { common } = language;
  const round = rounds.at(-1);
  if (!round) return <Frame {...props} headline={say.headline({ case: "none" })} />;

  const styleOf = candidateStyles(race);
  const standing = standingIn(rounds);
  const statements = statementsIn(round, calls);
  const shown = standing.slice(0, SHOWN);
  const others = standing.slice(SHOWN);
  const votes = others.reduce((sum, one) => sum + (one.votes ?? 0), 0);
  const rest = { votes, share: (votes / (round.votes || 1)) * 100 };
  // With two and nobody else there is always one with more than half, or a tie.
  const halfway =
    race.rule === "majority_runoff" &&
    (standing.length > 2 || round.others !== null) &&
    !statements.some(({ outcome }) => outcome === "won");
  const count: Count = {
    race,
    results,
    round,
    standing,
    shown,
    statements,
    halfway,
    styleOf,
    say,
    language,
  };
  const headline = say.headline(resultsFacts(count));
  return (
    <Frame
      {...props}
      headline={headline}
      asOf={results.asOf}
      sources={[results, ...calls, certifiedBy(race)].flatMap((from) => from?.source ?? [])}
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
        >
          <Table
            kind="counts"
            head={[common.candidate, say.votes, "%"]}
            rows={others.map((one) => [
              styleOf(one.candidate).label,
              votesOf(one, count),
              shareOf(one, round.votes, language),
            ])}
          />
        </More>
      )}
      {modes.some(({ mode }) => mode !== "unspecified") && (
        <More {...props} title={common.mode}>
          <ModeTable {...count} modes={modes} />
        </More>
      )}
    </Frame>
  );
}
