import { type Change, diffDocuments } from "../race/diff/diff.ts";
import { compileRace } from "../race/compile/compile-race.ts";
import { holdReasons } from "../race/gate/hold-reasons.ts";
import type { RaceData } from "../race/schema/data.ts";
import type { HoldReason } from "../contract/desk/hold-reason.ts";

/** What a change would come to: what readers would see, and why it would be held. */
export type Forecast = {
  readonly changes: readonly Change[];
  readonly reasons: readonly HoldReason[];
};

/**
 * Says what a change would come to, by the rules the desk has too, where the desk can't be asked:
 * for a change that builds on another that isn't there yet.
 * @param now the real time, ISO 8601
 */
export function forecast(before: RaceData | null, after: RaceData, now: string): Forecast {
  return {
    changes: readersSee(before, after, now),
    reasons: holdReasons(before, after, now),
  };
}

/** What readers would see change, both sides computed for the same moment. */
export function readersSee(before: RaceData | null, after: RaceData, now: string): Change[] {
  const compiled = (data: RaceData) =>
    compileRace(data, { now, updatedAt: now, revision: 0, publication: 0 }).document;
  return diffDocuments(before && compiled(before), compiled(after));
}
