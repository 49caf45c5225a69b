import type { Feed } from "../../../race/schema/feeds.ts";
import type { RaceSource } from "../../../race/schema/race.ts";
import { certificatesBy } from "../../../race/status.ts";
import { isoTime } from "../desk.ts";
import { type FeedHealth, isRecordOf } from "./health.ts";

/** A source that is down for long is still asked this often, or as often as it is set up to be. */
const MAX_BACK_OFF_SECONDS = 900;

export type DueFeeds = {
  /** Longest overdue first. */
  readonly due: readonly Feed[];
  /** When the next of the others is due, ISO 8601; null: none will be. */
  readonly nextAt: string | null;
};

/** A recount may follow a certificate, so a certified race's feeds are still asked this often … */
const CERTIFIED_SECONDS = 3600;
/** … for so long after the last certificate. */
const CERTIFIED_DAYS = 60;
const DAY_MS = 86_400_000;

/**
 * The feeds that promise readers fresh numbers at `now` (milliseconds). None where the race pins
 * its clock, being a picture of one moment, and none once it is certified.
 */
export function liveFeeds(race: RaceSource | null, now: number): readonly Feed[] {
  if (race === null || race.asOf !== null) return [];
  return certificatesBy(race, isoTime(now)).length > 0 ? [] : race.feeds;
}

/** The feeds that are asked at `now` (milliseconds): the live ones, and slowly a certified race's. */
export function watchedFeeds(race: RaceSource | null, now: number): readonly Feed[] {
  if (race === null || race.asOf !== null) return [];
  const certified = certificatesBy(race, isoTime(now)).map(({ at }) => Date.parse(at));
  if (certified.length === 0) return race.feeds;
  if (now > Math.max(...certified) + CERTIFIED_DAYS * DAY_MS) return [];
  return race.feeds.map((feed) => ({
    ...feed,
    everySeconds: Math.max(feed.everySeconds, CERTIFIED_SECONDS),
  }));
}

/** Which feeds are to be fetched at `now`, and when to look again. `health` is by feed id. */
export function dueFeeds(
  feeds: readonly Feed[],
  health: ReadonlyMap<string, FeedHealth>,
  now: string,
): DueFeeds {
  const at = Date.parse(now);
  const timed = feeds
    .map((feed) => ({ feed, dueAt: dueTime(feed, health.get(feed.id), at) }))
    .toSorted((a, b) => a.dueAt - b.dueAt);
  const next = timed.find(({ dueAt }) => dueAt > at);
  return {
    due: timed.filter(({ dueAt }) => dueAt <= at).map(({ feed }) => feed),
    nextAt: next ? new Date(next.dueAt).toISOString() : null,
  };
}

/**
 * Milliseconds since 1970; a feed that was never tried is due at once. Each failure doubles the
 * wait. Counted from the last attempt, so that a changed interval holds from the next look.
 */
export function dueTime(feed: Feed, health: FeedHealth | undefined, now: number): number {
  if (!health?.lastAttempt || !isRecordOf(feed, health)) return 0;
  // The clock was wrong then, or is wrong now: asking once too often is the smaller harm.
  if (Date.parse(health.lastAttempt) > now) return 0;
  const asked = health.notBefore === null ? 0 : Date.parse(health.notBefore);
  const wait = waitAfter(feed.everySeconds, health.consecutiveFailures);
  return Math.max(Date.parse(health.lastAttempt) + wait, asked);
}

/** Milliseconds from one attempt to the next, after so many failures in a row. */
export function waitAfter(everySeconds: number, failures: number): number {
  const longest = Math.max(everySeconds, MAX_BACK_OFF_SECONDS);
  return Math.min(everySeconds * 2 ** failures, longest) * 1000;
}
