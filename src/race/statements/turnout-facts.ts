import type { TurnoutSummary } from "../sections/turnout/summary.ts";
import { textFor } from "../../wording/text-for.ts";
import type { TurnoutFacts } from "../../wording/turnout.ts";

/** From this ratio on, a comparison is told in times; below it, in percent. */
const TOLD_IN_TIMES = 1.5;

/** A difference of this many percent or less is told as "about as many". */
const SAME_PERCENT = 5;

/**
 * What the sentence over the turnout says: how many people have voted, against the reference round,
 * which is named in the first of the languages `tags` that it has a name in.
 */
export function turnoutFacts(
  turnout: Pick<TurnoutSummary, "ballots" | "rounded" | "modes" | "reference">,
  tags: readonly string[],
): TurnoutFacts {
  const { ballots, rounded, modes, reference } = turnout;
  if (ballots === 0) return { case: "none" };
  const early = modes.every(({ mode }) => mode === "early_in_person" || mode === "absentee_mail");
  if (!early) return { case: "cast", ballots, rounded };
  const ratio = reference?.ratio;
  if (!reference || !ratio) return { case: "early", ballots, rounded };
  const compared = { ballots, rounded, label: textFor(reference.label, tags) };
  const percent = Math.round((ratio - 1) * 100);
  if (Math.abs(percent) <= SAME_PERCENT) return { case: "same", ...compared };
  if (ratio < TOLD_IN_TIMES) return { case: "percent", percent, ...compared };
  return { case: "times", times: Math.round(ratio * 10) / 10, ...compared };
}
