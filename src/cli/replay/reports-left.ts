import { resultCountKey } from "../../race/sections/results/source.ts";
import type { ResultCount } from "../../race/sections/results/source.ts";
import type { NightEvent } from "./events.ts";

/**
 * What the race doesn't have yet of a recorded night, so that a replay that was broken off goes on
 * where it stopped. Times are compared, not values: counts fall, too, and a report that was held
 * and released is not to be played again. Of a report of which one place waits, the rest is left.
 */
export function reportsLeft(
  events: readonly NightEvent[],
  counts: readonly ResultCount[],
): NightEvent[] {
  const known = new Map(counts.map((count) => [resultCountKey(count), count]));
  const isLeft = (count: ResultCount) => {
    const row = known.get(resultCountKey(count));
    if (row === undefined) return true;
    const [has, comes] = [Date.parse(row.asOf), Date.parse(count.asOf)];
    return has < comes || (has === comes && row.value !== count.value);
  };
  return events.flatMap(({ minute, counts: reported }) => {
    const left = reported.filter(isLeft);
    return left.length === 0 ? [] : [{ minute, counts: left }];
  });
}
