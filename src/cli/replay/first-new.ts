import { resultCountKey } from "../../race/sections/results/source.ts";
import type { ResultCount } from "../../race/sections/results/source.ts";
import type { NightEvent } from "./events.ts";

/**
 * The place of the first event that the race doesn't have yet, so that a replay that was broken
 * off goes on where it stopped; the number of events when it has them all. A count that is as
 * high as the event's, or higher, has it: playing it again would make the count fall.
 */
export function firstNew(events: readonly NightEvent[], counts: readonly ResultCount[]): number {
  const values = new Map(counts.map((count) => [resultCountKey(count), count.value]));
  const has = (count: ResultCount) =>
    (values.get(resultCountKey(count)) ?? Number.NEGATIVE_INFINITY) >= count.value;
  const first = events.findIndex((event) => !event.counts.every(has));
  return first === -1 ? events.length : first;
}
