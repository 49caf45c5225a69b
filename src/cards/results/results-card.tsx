import { isEarly } from "../../race/statements/is-early.ts";
import { jointCalls } from "../../race/statements/joint-calls.ts";
import { textFor } from "../../wording/text-for.ts";
import type { SectionCardProps } from "../card.ts";
import { Frame } from "../frame.tsx";
import { candidateStyles } from "../candidate-style.ts";
import { More } from "../more.tsx";
import { Table } from "../table.tsx";
import { CountNotes } from "./count-notes.tsx";
import { shareOf, votesOf, wholeOf } from "./figures.ts";
import { ModeTable } from "./mode-table.tsx";
import { RankedRounds } from "./ranked-rounds.tsx";
import { certifiedBy, type Count } from "./results-facts.ts";
import { standingIn } from "./standing.ts";
import { TallyTable } from "./tally-table.tsx";

/** How many candidates have a bar; the others are summed up, and listed for who opens them. */
const SHOWN = 5;

/** The count of a race: who has how many votes, how far it is, and what callers say. */
export function ResultsCard(props: SectionCardProps<"results">) {
  const { summary: results, say, race, language } = props;
  const { rounds, modes } = results;
  const { common, marks } = language;
  const tags = [marks.tag, ...race.languages];
  const headline = results.headline ? textFor(results.headline, tags) : common.sections.results;
  const round = rounds.at(-1);
  if (!round) return <Frame {...props} headline={headline} />;

  const styleOf = candidateStyles(race);
  const standing = standingIn(rounds);
  const made = race.calls ?? [];
  const calls = jointCalls(round.n, made);
  const places =
    round.n === 1 && race.advance !== undefined
      ? race.advance
      : (race.seats ?? 1) > 1
        ? race.seats!
        : null;
  const shown = shownOf(standing, Math.max(SHOWN, (places ?? 0) + 1), isEarly(results), race);
  const others = standing.filter((one) => !shown.includes(one));
  const votes = others.reduce((sum, one) => sum + (one.votes ?? 0), 0);
  const rest = { votes, share: (votes / (round.votes || 1)) * 100 };
  // With two and nobody else there is always one with more than half, or a tie.
  const halfway =
    race.rule === "majority_runoff" &&
    (standing.length > 2 || round.others !== null) &&
    !calls.some(({ outcome }) => outcome === "won");
  const [needed] =
    results.needed?.each.filter(({ of }) => of === (round.sharesOf ?? "votes")) ?? [];
  const line = needed && !calls.length ? needed.share : halfway ? "1/2" : null;
  const count: Count = {
    race,
    results,
    round,
    standing,
    shown,
    calls,
    line,
    styleOf,
    say,
    language,
  };
  return (
    <Frame
      {...props}
      headline={headline}
      above={results.progress && textFor(results.progress, tags)}
      {...(results.asOf !== null && { asOf: results.asOf })}
      sources={[results, ...made, certifiedBy(race), race.tabulation].flatMap(
        (from) => from?.source ?? [],
      )}
    >
      {/* Other words or another order make a new table: what moved would count as a shift. */}
      <figure
        class="count"
        part="graphic"
        key={shown.map(({ candidate }) => candidate) + headline.replace(/[\d.,]+/g, "")}
      >
        <TallyTable {...count} places={isEarly(results) ? null : places} />
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
              shareOf(one, wholeOf(round), language),
            ])}
          />
        </More>
      )}
      {race.tabulation && (
        <More {...props} title={say.rounds}>
          <RankedRounds {...count} tabulation={race.tabulation} />
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

/**
 * Those with most votes. While less than half is counted they stand in the order of the ballot, so
 * that no order of first votes is taken for a lead, and nobody changes places with every report.
 */
function shownOf(
  standing: Count["standing"],
  most: number,
  early: boolean,
  { candidates }: SectionCardProps<"results">["race"],
): Count["shown"] {
  const shown = standing.slice(0, most);
  if (!early) return shown;
  return candidates.flatMap(({ id }) => shown.filter(({ candidate }) => candidate === id));
}
