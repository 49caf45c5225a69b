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
    styleOf: stylesIn(props),
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

/** As in every graphic; an answer that is plainly Yes or No is a word of the card's language. */
function stylesIn({ race, say }: SectionCardProps<"results">): Count["styleOf"] {
  const styleOf = candidateStyles(race);
  return (id) => {
    const style = styleOf(id);
    const name = isQuestion(race) && say.choices[style.name.toLowerCase() as "yes"];
    return name ? { ...style, name, label: style.label.replace(style.name, name) } : style;
  };
}

/** Whether answers stand to be chosen, and not people or lists. */
export function isQuestion({
  candidates,
}: Pick<SectionCardProps<"results">["race"], "candidates">) {
  return candidates.some(({ kind }) => kind === "choice");
}
