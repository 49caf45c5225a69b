import { findLastGood, forgetLastGood, keepLastGood } from "./last-good.ts";
import type { MemoryCache } from "./memory-cache.ts";
import type { Lookup, StoredValue } from "./stored-value.ts";
import { within } from "./within.ts";

/** A race is held in memory this long between two askings of KV. */
export const HOLD_MS = 5_000;
/** How long KV may take before the last good copy answers instead. */
const PATIENCE_MS = 4_000;
/** After a failure KV is left alone this long, where a last good copy can answer. */
const PAUSE_MS = 2_000;
/** The data center's last good copy is renewed this often while nothing changes. */
const RENEW_MS = 60_000;

/** What reading needs from outside: memory, the time, and a way to finish work after answering. */
export type ReadContext = {
  readonly memory: MemoryCache;
  readonly now: () => number;
  readonly waitUntil: (work: Promise<unknown>) => void;
};

/** The copy in memory if it may be served as it is, without asking anybody. */
export function inMemory(
  memory: MemoryCache,
  key: string,
  now: number,
  holdMs = HOLD_MS,
): StoredValue | undefined {
  const copy = memory.get(key);
  if (copy === undefined || copy.failedAt !== 0) return undefined;
  const age = now - copy.confirmedAt;
  if (age < holdMs) return copy.stored;
  // One request asks KV; those beside it need not, as long as that may take.
  if (age < holdMs + PATIENCE_MS && copy.askedAt > copy.confirmedAt) return copy.stored;
  return undefined;
}

/**
 * Memory for a few seconds, then `load`, then (when that fails) the last good copy in memory or
 * in the data center's cache. Never throws: a failure is logged and becomes part of the answer.
 */
export async function read(
  context: ReadContext,
  key: string,
  load: () => Promise<StoredValue | null>,
  holdMs: number = HOLD_MS,
): Promise<Lookup> {
  const { memory } = context;
  const now = context.now();
  const inHand = inMemory(memory, key, now, holdMs);
  if (inHand !== undefined) return { kind: "fresh", stored: inHand };
  const absentSince = memory.absentSince(key);
  if (absentSince !== undefined && now - absentSince < holdMs) return { kind: "absent" };

  const copy = memory.get(key);
  if (copy !== undefined) {
    if (now - copy.failedAt < PAUSE_MS) return stale(copy, now);
    copy.askedAt = now;
    // While KV fails one request in two seconds tries it; the others have their answer at once.
    if (copy.failedAt !== 0) copy.failedAt = now;
  }
  try {
    const stored = await within(PATIENCE_MS, load());
    if (stored === null) return forget(context, key, now);
    return keep(context, key, stored, now);
  } catch (error) {
    console.error(`${key} could not be read`, error);
  }
  if (copy !== undefined) copy.failedAt = now;
  const lastGood = copy ?? (await findLastGood(key).catch(() => null));
  return lastGood === null ? { kind: "unavailable" } : stale(lastGood, now);
}

function keep(context: ReadContext, key: string, stored: StoredValue, now: number): Lookup {
  const before = context.memory.get(key);
  const saved = before?.stored.etag === stored.etag && now - before.savedAt < RENEW_MS;
  const savedAt = saved ? before.savedAt : now;
  context.memory.keep(key, { stored, confirmedAt: now, savedAt, askedAt: now, failedAt: 0 });
  if (!saved) inBackground(context, keepLastGood(key, stored, now));
  return { kind: "fresh", stored };
}

function forget(context: ReadContext, key: string, now: number): Lookup {
  if (context.memory.get(key) !== undefined) inBackground(context, forgetLastGood(key));
  context.memory.keepAbsent(key, now);
  return { kind: "absent" };
}

function inBackground(context: ReadContext, work: Promise<unknown>): void {
  context.waitUntil(
    work.catch((error) => console.error("the last good copy stays as it is", error)),
  );
}

function stale(copy: { stored: StoredValue; confirmedAt: number }, now: number): Lookup {
  const seconds = Math.max(0, Math.round((now - copy.confirmedAt) / 1000));
  return { kind: "stale", stored: copy.stored, seconds };
}
