import type { AverageSettings } from "../../sections/polls/settings.ts";
import type { Entry } from "../evidence/entry.ts";

/** Without a survey that ended in these days there is no average: opinions may have moved. */
export const RECENT_DAYS = 60;

/** Why polls make no average: all are old, or none is by anybody independent. */
export type TooFew = "old" | "partisan";

/**
 * Whether the entries that count are too few for an average, and why: null where they are
 * enough. One survey is enough if it is independent and there is a recent one, whose field work
 * ended in the 60 days to `day`, or in the method's own window where that is longer.
 */
export function whyTooFew(
  entries: readonly Entry[],
  settings: AverageSettings,
  day: number,
): TooFew | null {
  const window = "windowDays" in settings ? settings.windowDays : 0;
  const since = day - Math.max(RECENT_DAYS, window);
  if (!entries.some(({ end }) => end >= since)) return "old";
  return entries.every(({ partisan }) => partisan) ? "partisan" : null;
}
