import type { Published } from "../../store/plan-publication.ts";

/** What is on its way to KV, and has been since before the first attempt. */
export type Outbox = {
  /** The publication it makes; null when it only puts back what KV should hold already. */
  readonly publication: number | null;
  /** The last revision it contains. */
  readonly lastRevision: number;
  /** What readers have once KV has acknowledged it. */
  readonly published: Published;
  /** KV has refused it at least once. */
  readonly failed: boolean;
};

/** Keys whose writes took so long that nobody knows when they land, and when to look at them. */
export type Doubt = {
  readonly keys: readonly string[];
  /** Milliseconds since 1970, the next first. */
  readonly looks: readonly number[];
};

/** Where publishing stands. Times are milliseconds since 1970 unless they are texts. */
export type PublishState = {
  /** Readers have everything up to this revision. */
  readonly coveredRevision: number;
  readonly published: Published | null;
  /** When the next attempt is due; null: nothing is pending. */
  readonly dueAt: number | null;
  /** KV takes one write a second for each key. */
  readonly lastPutAt: number;
  /** Attempts that failed since the last one that didn't. */
  readonly failures: number;
  /** When the first of these failed; null: the last one didn't. */
  readonly failingSince: number | null;
  readonly lastError: { readonly at: string; readonly message: string } | null;
  /** Write every key, whether it changed or not. */
  readonly rebuild: boolean;
  readonly outbox: Outbox | null;
  /** When the clock next changes what readers see; null: never again. */
  readonly clockDueAt: number | null;
  /** The moment for which numbers were last computed; 0: before that was written down. */
  readonly computedAt: number;
  /** When the next feed is due; null: the race has none to fetch. */
  readonly feedDueAt: number | null;
  /** When that was worked out; 0: before it was written down. */
  readonly feedsSetAt: number;
  /** Readers are owed a new promise of freshness, though no number has changed. */
  readonly renew: boolean;
  /** What KV may have got later than we gave it; null: nothing. */
  readonly doubt: Doubt | null;
};

export const UNPUBLISHED: PublishState = {
  coveredRevision: 0,
  published: null,
  dueAt: null,
  lastPutAt: 0,
  failures: 0,
  failingSince: null,
  lastError: null,
  rebuild: false,
  outbox: null,
  clockDueAt: null,
  computedAt: 0,
  feedDueAt: null,
  feedsSetAt: 0,
  renew: false,
  doubt: null,
};
