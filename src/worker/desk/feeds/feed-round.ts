import type { Feed } from "../../../race/schema/feeds.ts";
import { type Desk, isoTime, schedule } from "../desk.ts";
import { keepOnly, readHealth, writeHealth } from "../storage/feed-store.ts";
import { dueFeeds, liveFeeds, watchedFeeds } from "./due.ts";
import { renewalDue } from "./fresh-until.ts";
import { afterAttempt, healthOf } from "./health.ts";
import { documentOf } from "../storage/publications.ts";
import { withoutWrongTimes } from "../publishing/next-alarm.ts";
import { dueAfter } from "../publishing/publisher.ts";
import { getPublishState, setPublishState } from "../storage/state.ts";
import { takeFeed } from "./take-feed.ts";

/** After a fault of our own the round is tried again, but not at once. */
const FAULT_WAIT_MS = 60_000;

/**
 * Fetches the feeds that are due, unless a round is under way. Nobody waits for it: a source that
 * takes its time must not keep what is ready from readers.
 */
export function startFeedRound(desk: Desk): void {
  const { feedDueAt } = withoutWrongTimes(getPublishState(desk.sql), desk.now());
  if (feedDueAt === null || feedDueAt > desk.now() || desk.fetching !== null) return;
  desk.fetching = feedRound(desk)
    .catch((error: unknown) => {
      desk.report(error);
      const now = desk.now();
      setPublishState(desk.sql, { feedDueAt: now + FAULT_WAIT_MS, feedsSetAt: now });
    })
    .then(() => {
      desk.fetching = null;
      return schedule(desk);
    })
    .catch(desk.report);
}

async function feedRound(desk: Desk): Promise<void> {
  const { sql, now, bodies } = desk;
  const race = await bodies.race(sql);
  const { due } = dueFeeds(watchedFeeds(race, now()), readHealth(sql), isoTime(now()));
  await Promise.all(due.map((feed) => attempt(desk, feed)));
  await settle(desk);
}

async function attempt(desk: Desk, feed: Feed): Promise<void> {
  const { sql, now } = desk;
  const record = healthOf(feed, readHealth(sql).get(feed.id), isoTime(now()));
  const outcome = await takeFeed(desk, feed, record.taken);
  writeHealth(sql, afterAttempt(record, outcome, isoTime(now())));
}

/** Notes when to look again, and renews the promise of freshness that readers have been given. */
async function settle(desk: Desk): Promise<void> {
  const { sql, now, bodies } = desk;
  // While the sources were asked, the race may have been given other feeds.
  const race = await bodies.race(sql);
  keepOnly(sql, race?.feeds.map((feed) => feed.id) ?? []);
  const health = readHealth(sql);
  const at = isoTime(now());
  const { due, nextAt } = dueFeeds(watchedFeeds(race, now()), health, at);
  const next = due.length > 0 ? at : nextAt;
  const feedDueAt = next === null ? null : Date.parse(next);
  setPublishState(sql, { feedDueAt, feedsSetAt: Date.parse(at) });
  const promised = await promises(sql);
  if (promised && renewalDue(liveFeeds(race, now()), health, promised, at))
    setPublishState(sql, { dueAt: dueAfter(getPublishState(sql), now()), renew: true });
}

/** Until when readers were told that each section is fresh; null before the first publication. */
async function promises(sql: SqlStorage): Promise<Record<string, string | null> | null> {
  const { published } = getPublishState(sql);
  const bytes = published && (await documentOf(sql, published.publication));
  return bytes && JSON.parse(new TextDecoder().decode(bytes)).staleAfter;
}
