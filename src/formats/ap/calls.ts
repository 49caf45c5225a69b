import type { CallOutcome, CallStateValue } from "../../race/sections/calls/outcomes.ts";
import { fault, type Fault } from "../text/faults.ts";
import { type ApCandidate, type ApRace, type ApUnit, keyOf } from "./answer.ts";

/** What AP says of a candidate, by the choice's key. */
export type ApCall = {
  readonly choice: string;
  readonly outcome: CallOutcome | CallStateValue;
  readonly at: string;
  /** Whether that is AP's own time of the call; version 2 has none. */
  readonly isOwnTime: boolean;
};

/** AP’s marks for what became of a candidate. */
const OUTCOMES: ReadonlyMap<string, CallOutcome> = new Map([
  ["X", "won"],
  ["R", "runoff"],
]);

/** Calls stand at the whole contest; a part's marks say only who is ahead there. */
export function callsOf(race: ApRace, whole: ApUnit | null, timestamp: string | null): ApCall[] {
  const marked = new Map<string, ApCandidate>();
  for (const candidate of [...(race.candidates ?? []), ...(whole?.candidates ?? [])])
    if (OUTCOMES.has(candidate.winner ?? "")) marked.set(keyOf(candidate), candidate);
  return [...marked].flatMap(([choice, { winner, winnerDateTime }]) => {
    const outcome = OUTCOMES.get(winner ?? "");
    const at = winnerDateTime ?? whole?.lastUpdated ?? race.lastUpdated ?? timestamp;
    return outcome && at ? [{ choice, outcome, at, isOwnTime: winnerDateTime != null }] : [];
  });
}

const STATES: readonly (readonly [RegExp, CallStateValue])[] = [
  [/\btoo[ _]?early\b/i, "too_early"],
  [/\btoo[ _]?close\b/i, "too_close"],
];

/** AP tells no time of it: the first one at which it was seen stays. */
export function statusOf(
  { raceCallStatus }: ApRace,
  at: string | null,
): Omit<ApCall, "choice"> | null {
  const [, outcome = null] = STATES.find(([words]) => words.test(raceCallStatus ?? "")) ?? [];
  return outcome && at ? { outcome, at, isOwnTime: false } : null;
}

/** Of calls whose time AP doesn't give. */
export function warningOfTimes(calls: readonly ApCall[]): readonly Fault[] {
  return calls.some(({ isOwnTime }) => !isOwnTime)
    ? [fault("AP's answer doesn't say when it called: the time of its last update is used")]
    : [];
}
