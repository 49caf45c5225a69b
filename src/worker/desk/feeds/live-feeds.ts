import type { Feed } from "../../../race/schema/feeds.ts";
import type { RaceSource } from "../../../race/schema/race.ts";
import { statusAt } from "../../../race/status.ts";
import { isoTime } from "../desk.ts";

/**
 * The feeds to be fetched at `now` (milliseconds). None where the race pins its clock, being a
 * picture of one moment, and none once it is certified.
 */
export function liveFeeds(race: RaceSource | null, now: number): readonly Feed[] {
  if (race === null || race.asOf !== null) return [];
  return statusAt(race, isoTime(now)) === "certified" ? [] : race.feeds;
}
