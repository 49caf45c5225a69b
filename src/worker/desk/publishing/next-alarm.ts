import { FEED_TIMEOUT_MS } from "../feeds/fetch-feed.ts";
import type { PublishState } from "../storage/publish-state.ts";

/** After a failure: 1 s, 2 s, 4 s … and then once in this long until it works. */
export const LONGEST_WAIT_MS = 30_000;
/** A round of fetching is looked after this often, in case the desk is restarted in its middle. */
export const ROUND_GUARD_MS = 2 * FEED_TIMEOUT_MS;
/** Clocks of two machines may differ by this much. */
const TOLERANCE_MS = 60_000;

/**
 * The state without what a wrong clock left in it. A machine whose clock runs a day ahead writes
 * times of tomorrow; whoever finds such a time later doesn't wait for it.
 */
export function withoutWrongTimes(state: PublishState, now: number): PublishState {
  const { dueAt, lastPutAt, clockDueAt, computedAt, feedDueAt, feedsSetAt } = state;
  const notAfter = (at: number | null, last: number) => (at !== null && at > last ? now : at);
  return {
    ...state,
    dueAt: notAfter(dueAt, now + LONGEST_WAIT_MS),
    lastPutAt: Math.min(lastPutAt, now),
    // Numbers computed for tomorrow are wrong today, whatever comes next by them.
    clockDueAt: computedAt > now + TOLERANCE_MS ? now : clockDueAt,
    feedDueAt: feedDueAt !== null && feedsSetAt > now + TOLERANCE_MS ? now : feedDueAt,
  };
}

/** When publishing is due; null: nothing is pending, and the clock changes nothing. */
export function publishingDueAt(state: PublishState, now: number): number | null {
  const { dueAt, clockDueAt } = withoutWrongTimes(state, now);
  // A pending publication takes the clock's change along.
  return dueAt ?? clockDueAt;
}

/**
 * When the desk is to be woken: the earliest of everything that is due, work under way included.
 * Null: never.
 * @param fetching whether a round of fetching feeds is under way
 */
export function nextAlarm(state: PublishState, now: number, fetching: boolean): number | null {
  const { dueAt, feedDueAt, doubt } = withoutWrongTimes(state, now);
  // Whatever is put next settles a doubt anew.
  const look = dueAt === null ? (doubt?.looks[0] ?? null) : null;
  const times = [publishingDueAt(state, now), look, fetching ? now + ROUND_GUARD_MS : feedDueAt];
  const due = times.filter((at) => at !== null);
  return due.length === 0 ? null : Math.min(...due);
}
