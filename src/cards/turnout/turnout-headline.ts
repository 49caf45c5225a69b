import type { TurnoutSummary } from "../../race/sections/turnout/summary.ts";
import type { Format } from "../format.ts";

/** From this ratio on, a comparison is told in times; below it, in percent. */
const TOLD_IN_TIMES = 1.5;

/** A difference of this many percent or less is told as "about as many". */
const SAME_PERCENT = 5;

/** The turnout card's sentence: how many people have voted, against the reference round. */
export function turnoutHeadline(
  { ballots, rounded, modes, reference }: TurnoutSummary,
  { messages, count, times, lang }: Format,
): string {
  if (ballots === 0) return messages.noBallots;
  const written = rounded ? messages.about(count(ballots)) : count(ballots);
  const early = modes.every(({ mode }) => mode === "early_in_person" || mode === "absentee_mail");
  if (!early) return messages.ballotsCast(written);
  const start = messages.votedEarly(written);
  const ratio = reference?.ratio;
  if (!reference || !ratio) return start;
  const before = messages.before(reference.label[lang]);
  const percent = Math.round((ratio - 1) * 100);
  if (Math.abs(percent) <= SAME_PERCENT) return `${start}, ${messages.same(before)}`;
  return `${start}, ${
    ratio < TOLD_IN_TIMES
      ? messages.percentMore(percent, before)
      : messages.times(times(ratio), before)
  }`;
}
