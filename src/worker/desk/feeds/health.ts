import type { Feed } from "../../../race/schema/feeds.ts";

/** How a feed does. Times are ISO 8601 in UTC. */
export type FeedHealth = {
  readonly feed: string;
  /** Another section, address or format makes it another feed, whatever its id. */
  readonly section: Feed["section"];
  readonly url: string;
  readonly format: string;
  /** When the desk first knew of it. */
  readonly since: string;
  readonly lastAttempt: string | null;
  /** The source answered with a file we could read, changed or not. */
  readonly lastSuccess: string | null;
  readonly lastChange: string | null;
  readonly consecutiveFailures: number;
  /** Stays after a success, with its time, for whoever looks into it. */
  readonly lastError: { readonly at: string; readonly message: string } | null;
  /** The source asked to be left alone until then. */
  readonly notBefore: string | null;
  /** SHA-256 of the file that was last taken in; null: none yet. */
  readonly taken: string | null;
  /** Columns, fields or elements of the last file that could be read; null: never compared. */
  readonly fields: readonly string[] | null;
  /** Fields that files had, and that the last one lacks. */
  readonly missing: readonly string[];
};

/** What came of one attempt. `fields` is null where they can't be told, as inside a zip. */
export type FeedOutcome =
  | {
      readonly kind: "changed";
      readonly digest: string;
      /** When its source gave it: another race that shares the feed may have asked before. */
      readonly askedAt: string;
      readonly fields: readonly string[] | null;
    }
  | { readonly kind: "unmodified"; readonly digest: string | null; readonly askedAt: string }
  | {
      readonly kind: "failed";
      readonly message: string;
      readonly retryAfterSeconds?: number | null;
      /** Of a file that came but couldn't be read: the reason may be a field that is gone. */
      readonly fields?: readonly string[] | null;
    };

/** Longer than any source may ask for: elections don't wait for a header. */
const MAX_RETRY_AFTER_SECONDS = 3600;
/** What a record holds of a source's own words. */
const MAX_MISSING = 50;
const MAX_MESSAGE_LENGTH = 500;

/** The record that belongs to this feed as it is set up now: the stored one, or a new one. */
export function healthOf(feed: Feed, stored: FeedHealth | undefined, now: string): FeedHealth {
  if (stored && isRecordOf(feed, stored)) return stored;
  const { id, section, url, format } = feed;
  return {
    feed: id,
    section,
    url,
    format,
    since: now,
    lastAttempt: null,
    lastSuccess: null,
    lastChange: null,
    consecutiveFailures: 0,
    lastError: null,
    notBefore: null,
    taken: null,
    fields: null,
    missing: [],
  };
}

export function isRecordOf(feed: Feed, health: FeedHealth): boolean {
  return (
    health.feed === feed.id &&
    health.section === feed.section &&
    health.url === feed.url &&
    health.format === feed.format
  );
}

/**
 * The record after an attempt at `now`. A file that was refused or couldn't be read leaves the
 * digest as it was, so that the next attempt gets it whole and tries again.
 */
export function afterAttempt(health: FeedHealth, outcome: FeedOutcome, now: string): FeedHealth {
  if (outcome.kind === "failed") {
    const wait = Math.min(outcome.retryAfterSeconds ?? 0, MAX_RETRY_AFTER_SECONDS);
    const message = outcome.message.slice(0, MAX_MESSAGE_LENGTH);
    return {
      ...health,
      lastAttempt: now,
      consecutiveFailures: health.consecutiveFailures + 1,
      lastError: { at: now, message },
      notBefore: wait > 0 ? new Date(Date.parse(now) + wait * 1000).toISOString() : null,
      missing: missingFrom(outcome.fields, health),
    };
  }
  const answered = {
    ...health,
    lastAttempt: outcome.askedAt,
    lastSuccess: outcome.askedAt,
    consecutiveFailures: 0,
    notBefore: null,
    taken: outcome.digest,
  };
  if (outcome.kind === "unmodified") return answered;
  return {
    ...answered,
    lastChange: now,
    fields: outcome.fields ?? health.fields,
    missing: missingFrom(outcome.fields, health),
  };
}

/** What an editor should know about the shape of the files: `"Votes" disappeared`. */
export function driftOf({ missing }: FeedHealth): string[] {
  return missing.map((field) => `${JSON.stringify(field)} disappeared`);
}

/** A field that is gone stays told until it is back, though every later file lacks it too. */
function missingFrom(
  fields: readonly string[] | null | undefined,
  health: FeedHealth,
): readonly string[] {
  if (!fields) return health.missing;
  const here = new Set(fields);
  const expected = new Set([...health.missing, ...(health.fields ?? [])]);
  return [...expected].filter((field) => !here.has(field)).slice(0, MAX_MISSING);
}
