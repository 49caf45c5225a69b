import { checkRace } from "../../race/check-race.ts";
import type { SourceName } from "../../race/check.ts";
import { SOURCE_NAMES } from "../../race/check.ts";
import type { Feed } from "../../race/schema/feeds.ts";
import type { RaceSource } from "../../race/schema/race.ts";
import type { Revision } from "../../contract/desk/revisions.ts";
import type { DeskSummary, FeedState, SectionState } from "../../contract/desk/summary.ts";
import type { Desk } from "./desk.ts";
import { isoTime } from "./desk.ts";
import { readHealth } from "./storage/feed-store.ts";
import { checkAddress } from "./feeds/check-address.ts";
import { dueTime, watchedFeeds } from "./feeds/due.ts";
import { driftOf, healthOf } from "./feeds/health.ts";
import { listHeld } from "./storage/held.ts";
import { getRevision, headOf, lastRevision } from "./storage/log.ts";
import { getPublication } from "./storage/publications.ts";
import { isBehind } from "./publishing/publisher.ts";
import type { PublishState } from "./storage/publish-state.ts";
import { getPublishState, getRaceId } from "./storage/state.ts";

/** How a desk does, as of now. */
export async function summarize(desk: Desk): Promise<DeskSummary> {
  const { sql, now } = desk;
  const race = await desk.bodies.race(sql);
  const state = getPublishState(sql);
  const last = lastRevision(sql);
  const revision = last?.n ?? 0;
  const waiting = getRevision(sql, state.coveredRevision + 1);
  return {
    race: getRaceId(sql),
    revision,
    hash: last?.hash ?? null,
    sections: Object.fromEntries(
      SOURCE_NAMES.map((name) => [name, sectionState(sql, name)]),
    ) as DeskSummary["sections"],
    publishing: {
      publication: state.published && getPublication(sql, state.published.publication),
      pending: isBehind(sql, now()),
      behind: revision - state.coveredRevision,
      lagSeconds: waiting ? Math.max(0, Math.round((now() - Date.parse(waiting.at)) / 1000)) : 0,
      stuckSince: stuckSince(desk, state, waiting),
      nextAttemptAt: state.dueAt === null ? null : isoTime(state.dueAt),
      failures: state.failures,
      lastError: state.lastError,
      clockDueAt: state.clockDueAt === null ? null : isoTime(state.clockDueAt),
    },
    held: listHeld(sql).length,
    feeds: (race?.feeds ?? []).map((feed) => feedState(desk, race, feed)),
    faults: race === null ? [] : checkRace(race).map(({ path, message }) => `${path}: ${message}`),
  };
}

/** Publishing takes seconds, and a feed is asked within seconds of its time. */
const PATIENCE_MS = 60_000;
const FEED_PATIENCE_MS = 180_000;

/**
 * Since when something has stood in the way of publishing: of the first revision that readers lack,
 * of an attempt that failed, or of a change by the clock. Null while that may still be in time.
 */
function stuckSince(
  { sql, now }: Desk,
  state: PublishState,
  waiting: Revision | null,
): string | null {
  if (!isBehind(sql, now())) return null;
  const { failingSince, clockDueAt } = state;
  const since = [failingSince, clockDueAt, waiting && Date.parse(waiting.at)].filter(
    (at) => at !== null,
  );
  const first = Math.min(...since);
  return first < now() - PATIENCE_MS ? isoTime(first) : null;
}

function sectionState(sql: SqlStorage, name: SourceName): SectionState | null {
  const head = headOf(sql, name);
  if (head === null || head.body === null) return null;
  return { revision: head.n, at: head.at, author: head.author };
}

function feedState({ sql, now, feedPolicy }: Desk, race: RaceSource | null, feed: Feed): FeedState {
  const stored = readHealth(sql);
  const health = healthOf(feed, stored.get(feed.id), isoTime(now()));
  const address = checkAddress(feed.url, null, feedPolicy);
  const { id, section, format, everySeconds } = feed;
  const { lastAttempt, lastSuccess, lastChange, consecutiveFailures: failures } = health;
  const failure = failures === 0 ? null : (health.lastError?.message ?? null);
  const problem = address.ok ? failure : address.reason;
  const watched = watchedFeeds(race, now()).find((one) => one.id === id);
  // One that was never tried is due when the desk next looks at its feeds.
  const first = getPublishState(sql).feedDueAt ?? Infinity;
  const dueAt = lastAttempt === null ? first : dueTime(watched ?? feed, health, now());
  const overdueSince = watched && dueAt < now() - FEED_PATIENCE_MS ? isoTime(dueAt) : null;
  const drift = driftOf(health);
  return {
    id,
    section,
    format,
    everySeconds,
    lastAttempt,
    lastSuccess,
    lastChange,
    failures,
    problem,
    overdueSince,
    drift,
  };
}
