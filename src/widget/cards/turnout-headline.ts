import type { TurnoutSummary } from "../../race/schema/document.ts";
import type { Comparison } from "../messages/messages.ts";
import type { Format } from "./format.ts";

/** From this ratio on, a comparison is told in times; below it, in percent. */
const TOLD_IN_TIMES = 1.5;

/** Ratios this near to 1 (by 0.05 at most) are told as "about as many". */
const SAME = 0.05;

/** The turnout card's sentence: how many people have voted, against the reference round. */
export function turnoutHeadline(turnout: TurnoutSummary, format: Format): string {
  const { messages } = format;
  if (turnout.ballots === 0) return messages.noBallots;
  const counted = format.count(turnout.ballots);
  const ballots = turnout.rounded ? messages.about(counted) : counted;
  const early = turnout.modes.every(
    ({ mode }) => mode === "early_in_person" || mode === "absentee_mail",
  );
  const start = early ? messages.votedEarly(ballots) : messages.ballotsCast(ballots);
  const { reference } = turnout;
  if (!early || !reference || reference.ratio === null) return start;
  return (
    start +
    messages.compared(
      comparisonOf(reference.ratio, format),
      messages.before(reference.label[format.lang]),
    )
  );
}

/** A stored ratio (two decimals) as a reader would say it. */
export function comparisonOf(ratio: number, format: Format): Comparison {
  if (Math.abs(ratio - 1) <= SAME) return { kind: "same" };
  if (ratio < 1) return { kind: "fewer", percent: format.count(Math.round((1 - ratio) * 100)) };
  if (ratio < TOLD_IN_TIMES) {
    return { kind: "more", percent: format.count(Math.round((ratio - 1) * 100)) };
  }
  const times = format.times(ratio);
  return times === format.times(2) ? { kind: "twice" } : { kind: "times", times };
}
