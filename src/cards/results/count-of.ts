import type { SectionCardProps } from "../card.ts";
import { candidateStyles } from "../candidate-style.ts";
import { isEarly } from "../../race/statements/is-early.ts";
import { jointCalls } from "../../race/statements/joint-calls.ts";
import type { Count } from "./results-facts.ts";
import { type Round, standingIn } from "./standing.ts";

/** How many candidates have a bar; the others are summed up, and listed for who opens them. */
const SHOWN = 5;

/** What the latest round, `round`, comes to: who stands how, who is drawn, and what decides. */
export function countOf(props: SectionCardProps<"results">, round: Round): Count {
  const { summary: results, say, race, language } = props;
  const standing = standingIn(results.rounds);
  const calls = jointCalls(round.n, race.calls ?? []);
  const places =
    round.n === 1 && race.advance !== undefined
      ? race.advance
      : (race.seats ?? 1) > 1
        ? race.seats!
        : null;
  const early = isEarly(results);
  const shown = shownOf(standing, Math.max(SHOWN, (places ?? 0) + 1), early, race);
  // With two and nobody else there is always one with more than half, or a tie.
  const halfway =
    race.rule === "majority_runoff" &&
    (standing.length > 2 || round.others !== null) &&
    !calls.some(({ outcome }) => outcome === "won");
  const [needed] =
    results.needed?.each.filter(({ of }) => of === (round.sharesOf ?? "votes")) ?? [];
  const line = needed && !calls.length ? needed.share : halfway ? "1/2" : null;
  return {
    race,
    results,
    round,
    standing,
    shown,
    places: early ? null : places,
    calls,
    line,
    styleOf: candidateStyles(race),
    say,
    language,
  };
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
