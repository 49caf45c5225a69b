import type { Status } from "./schema/document.ts";
import type { Certificate, RaceFacts } from "./schema/race-facts.ts";
import { callsBy, type CallsSource } from "./sections/calls/source.ts";

/**
 * Where a race stands at `now` (an instant). The clock alone moves it from `upcoming` to
 * `voting` to `counting`; `called` and `certified` are facts that somebody entered.
 */
export function statusAt(
  { race, calls }: { readonly race: RaceFacts; readonly calls: CallsSource | null },
  now: string,
): Status {
  const at = Date.parse(now);
  if (certificatesBy(race, now).length > 0) return "certified";
  if (callsBy(calls, now).length > 0) return "called";
  if (at >= Date.parse(race.voting.closes)) return "counting";
  if (at >= Date.parse(race.voting.opens)) return "voting";
  return "upcoming";
}

/** The certificates given by `now` (an instant); one may be entered ahead of its time. */
export function certificatesBy({ certified }: RaceFacts, now: string): Certificate[] {
  return certified.filter(({ at }) => Date.parse(at) <= Date.parse(now));
}

/** Seconds after which a card should ask again; 0 means that nothing more will come. */
export const NEXT_SECONDS = {
  upcoming: 300,
  voting: 120,
  counting: 15,
  called: 60,
  certified: 0,
} as const satisfies Record<Status, number>;
