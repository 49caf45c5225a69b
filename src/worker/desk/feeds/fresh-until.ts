import type { Feed } from "../../../race/schema/feeds.ts";
import { FORMATS, isFormat } from "../../../formats/formats.ts";
import { FEED_SECTIONS, type FeedSection } from "../../../race/sections/index.ts";
import type { FeedHealth } from "./health.ts";

/** ISO 8601 in UTC, by section; what no feed fills is left out. */
export type FreshUntil = Partial<Record<FeedSection, string>>;

/**
 * At least this long after the next fetch was due, so that one late answer makes nothing old, and
 * a race whose source has no news needn't be published again for the promise alone each time.
 */
const GRACE_SECONDS = 600;

/**
 * Until when each section may be shown as fresh: one interval and its grace after the source last
 * answered, or after the desk began to ask. The first of its feeds to be overdue decides.
 */
export function freshUntil(
  feeds: readonly Feed[],
  health: ReadonlyMap<string, FeedHealth>,
): FreshUntil {
  const fresh: FreshUntil = {};
  for (const feed of feeds) {
    const record = health.get(feed.id);
    if (!record) continue;
    const answered = Date.parse(record.lastSuccess ?? record.since);
    const until = new Date(answered + (feed.everySeconds + graceOf(feed)) * 1000).toISOString();
    for (const section of sectionsOf(feed)) {
      const other = fresh[section];
      if (other === undefined || until < other) fresh[section] = until;
    }
  }
  return fresh;
}

/**
 * Whether readers should get a new promise although no number has changed: what they have runs
 * out before the next fetch and half its grace are over, and there is a later one to give.
 * `published` is `staleAfter` of the document they have.
 */
export function renewalDue(
  feeds: readonly Feed[],
  health: ReadonlyMap<string, FeedHealth>,
  published: { readonly [S in FeedSection]?: string | null },
  now: string,
): boolean {
  const fresh = freshUntil(feeds, health);
  return feeds.some((feed) =>
    sectionsOf(feed).some((section) => {
      const had = published[section];
      const have = fresh[section];
      // A document without the section has nothing in it to be fresh.
      if (had === undefined || have === undefined) return false;
      if (had === null) return true;
      const left = Date.parse(had) - Date.parse(now);
      const needed = (feed.everySeconds + graceOf(feed) / 2) * 1000;
      return left < needed && Date.parse(have) > Date.parse(had);
    }),
  );
}

/** The sections that a feed fills. */
export function sectionsOf({ section, format }: Feed): readonly FeedSection[] {
  if (section !== null) return [section];
  const filled: readonly string[] = isFormat(format) ? FORMATS[format].sections : [];
  return FEED_SECTIONS.filter((name) => filled.includes(name));
}

function graceOf({ everySeconds }: Feed): number {
  return Math.max(everySeconds, GRACE_SECONDS);
}
