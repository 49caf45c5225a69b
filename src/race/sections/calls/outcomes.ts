/**
 * What a caller says of a candidate: that they won, go on to the next round, or to a runoff; and of a
 * question: that it passed, that somebody stays in office.
 */
export const CALL_OUTCOMES = [
  "won",
  "advances",
  "runoff",
  "passed",
  "failed",
  "retained",
  "removed",
] as const;
export type CallOutcome = (typeof CALL_OUTCOMES)[number];

/** Outcomes about a candidate; the others are about the question as a whole. */
export const OF_CANDIDATES: ReadonlySet<string> = new Set(["won", "advances", "runoff"]);

/** What a caller says who doesn't call a race yet. */
export const CALL_STATES = ["too_early", "too_close"] as const;
export type CallStateValue = (typeof CALL_STATES)[number];
