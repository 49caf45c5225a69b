import type { SourceName } from "../../race/check.ts";
import { SOURCE_NAMES } from "../../race/check.ts";
import type { Feed } from "../../race/schema/feeds.ts";
import type { DeskSummary, FeedState, SectionState } from "../../contract/desk/summary.ts";
import type { Desk } from "./desk.ts";
import { isoTime } from "./desk.ts";
import { readHealth } from "./storage/feed-store.ts";
import { driftOf, healthOf } from "./feeds/health.ts";
import { listHeld } from "./storage/held.ts";
import { getRevision, headOf, lastRevision } from "./storage/log.ts";
import { getPublication } from "./storage/publications.ts";
import { isBehind } from "./publishing/publisher.ts";
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
      nextAttemptAt: state.dueAt === null ? null : isoTime(state.dueAt),
      failures: state.failures,
      lastError: state.lastError,
      clockDueAt: state.clockDueAt === null ? null : isoTime(state.clockDueAt),
    },
    held: listHeld(sql).length,
    feeds: (race?.feeds ?? []).map((feed) => feedState(sql, feed, isoTime(now()))),
  };
}

function sectionState(sql: SqlStorage, name: SourceName): SectionState | null {
  const head = headOf(sql, name);
  if (head === null || head.body === null) return null;
  return { revision: head.n, at: head.at, author: head.author };
}

function feedState(sql: SqlStorage, feed: Feed, now: string): FeedState {
  const health = healthOf(feed, readHealth(sql).get(feed.id), now);
  const { id, section, format, everySeconds } = feed;
  const { lastAttempt, lastSuccess, lastChange, consecutiveFailures: failures } = health;
  const problem = failures === 0 ? null : (health.lastError?.message ?? null);
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
    drift,
  };
}
