import { deliver, type Delivery, KvWriteError } from "../../store/deliver.ts";
import { type Desk, isoTime, schedule } from "../desk.ts";
import { lastRevision } from "../storage/log.ts";
import { LONGEST_WAIT_MS, withoutWrongTimes } from "./next-alarm.ts";
import { doubtOf } from "./doubt.ts";
import { emptyOutbox, readOutbox } from "./outbox.ts";
import { prepare } from "./prepare.ts";
import { acknowledge } from "../storage/publications.ts";
import type { PublishState } from "../storage/publish-state.ts";
import { getPublishState, setPublishState } from "../storage/state.ts";

/** KV takes one write a second for each key. */
const KV_INTERVAL_MS = 1000;

/** When a change made at `now` may go out: at once, but not within a second of the last. */
export function dueAfter(state: PublishState, now: number): number {
  const { dueAt, lastPutAt } = withoutWrongTimes(state, now);
  return dueAt ?? Math.max(now, lastPutAt + KV_INTERVAL_MS);
}

/** Whether readers lack something that the desk has, or that the clock has changed. */
export function isBehind(sql: SqlStorage, now: number): boolean {
  const state = withoutWrongTimes(getPublishState(sql), now);
  const { coveredRevision, clockDueAt, outbox, rebuild, renew } = state;
  const head = lastRevision(sql)?.n ?? 0;
  return (
    head > coveredRevision || outbox !== null || rebuild || renew || (clockDueAt ?? Infinity) <= now
  );
}

/**
 * Brings readers everything the desk has, in one publication, and writes down how that went. An
 * attempt that was cut short is carried out again with the very same bytes; one that KV refused
 * gives way to a newer state if there is one. Never throws: what failed is tried again later.
 */
export async function publishOnce(desk: Desk): Promise<void> {
  const { sql, storage, kv, now, timer } = desk;
  try {
    const delivery = await nextDelivery(desk);
    const late = (key: string) => void whenLanded(desk, key).catch(desk.report);
    if (delivery !== null) await deliver({ kv, timer, landedLate: late }, delivery);
    storage.transactionSync(() => settle(desk));
  } catch (error) {
    desk.report(error);
    const { failures, failingSince, outbox, doubt } = getPublishState(sql);
    const doubtful = error instanceof KvWriteError && error.mayLand ? [error.key] : [];
    setPublishState(sql, {
      ...(doubtful.length > 0 && { doubt: doubtOf([...(doubt?.keys ?? []), ...doubtful], now()) }),
      failures: failures + 1,
      failingSince: failingSince ?? now(),
      lastError: { at: isoTime(now()), message: describe(error) },
      dueAt: now() + Math.min(2 ** failures * KV_INTERVAL_MS, LONGEST_WAIT_MS),
      outbox: outbox && { ...outbox, failed: true },
    });
  }
}

/** A write that was given up has landed: whatever should stand there is put again. */
async function whenLanded(desk: Desk, key: string): Promise<void> {
  const { sql, now } = desk;
  const state = getPublishState(sql);
  setPublishState(sql, {
    doubt: doubtOf([...(state.doubt?.keys ?? []), key], now()),
    rebuild: true,
    dueAt: dueAfter(state, now()),
  });
  await schedule(desk);
}

function nextDelivery(desk: Desk): Promise<Delivery | null> {
  const { sql, now } = desk;
  const { outbox, clockDueAt } = withoutWrongTimes(getPublishState(sql), now());
  if (outbox === null) return prepare(desk);
  const newest =
    outbox.lastRevision === lastRevision(sql)?.n && (clockDueAt === null || clockDueAt > now());
  return newest || !outbox.failed ? readOutbox(sql) : prepare(desk);
}

/** Writes down that readers have what was prepared, and whether there is more by now. */
function settle({ sql, now }: Desk): void {
  const at = now();
  const { outbox, doubt } = getPublishState(sql);
  if (outbox !== null) {
    if (outbox.publication !== null) acknowledge(sql, outbox.publication, isoTime(at));
    emptyOutbox(sql);
    const { lastRevision: coveredRevision, published } = outbox;
    setPublishState(sql, { outbox: null, coveredRevision, published, lastPutAt: at });
  }
  setPublishState(sql, {
    failures: 0,
    failingSince: null,
    lastError: null,
    ...(outbox !== null && doubt !== null && { doubt: doubtOf(doubt.keys, at) }),
    dueAt: isBehind(sql, at) ? at + KV_INTERVAL_MS : null,
  });
}

function describe(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? `${error.message}: ${error.cause.message}` : error.message;
}
