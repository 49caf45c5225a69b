import type { RaceFacts } from "./schema/race-facts.ts";
import type { Status } from "./schema/document.ts";

/**
 * Where a race stands at `now` (an instant). The clock alone moves it from `upcoming` to
 * `voting` to `counting`; `called` and `certified` are facts that somebody entered.
 */
export function statusAt(race: RaceFacts, now: string): Status {
  const at = Date.parse(now);
  if (race.certified && Date.parse(race.certified.at) <= at) return "certified";
  if (race.calls.some((call) => Date.parse(call.at) <= at)) return "called";
  if (at >= Date.parse(race.voting.closes)) return "counting";
  if (at >= Date.parse(race.voting.opens)) return "voting";
  return "upcoming";
}

/** Seconds after which a card should ask again; 0 means that nothing more will come. */
export const NEXT_SECONDS = {
  upcoming: 300,
  voting: 120,
  counting: 15,
  called: 60,
  certified: 0,
} as const satisfies Record<Status, number>;
