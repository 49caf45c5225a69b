import type { KvLister, KvWriter } from "../store/kv.ts";
import type { Timer } from "../store/within.ts";
import type { Bodies } from "./storage/bodies.ts";
import type { CompiledRaces } from "./publishing/compiled-races.ts";
import type { FeedPolicy } from "./feeds/policy.ts";
import type { FeedAnswer, FeedAsk } from "./feeds/feed-answer.ts";
import { nextAlarm } from "./publishing/next-alarm.ts";
import type { Serial } from "./serial.ts";
import { getPublishState } from "./storage/state.ts";

/** The part of a Durable Object's storage that a desk uses. */
export type DeskStorage = Pick<
  DurableObjectStorage,
  "sql" | "transactionSync" | "setAlarm" | "deleteAlarm"
>;

/** What a desk needs from outside. Time is passed in, so that tests don't wait for it. */
export type DeskIo = {
  readonly storage: DeskStorage;
  readonly kv: KvWriter & KvLister;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Ends the waiting for what takes too long. */
  readonly timer: Timer;
  /** Tells the operator of a failure that will be tried again. */
  readonly report: (error: unknown) => void;
  /** Asks the desk of a feed, which asks the source. */
  readonly askFeed: (wanted: FeedAsk) => Promise<FeedAnswer>;
  readonly feedPolicy: FeedPolicy;
};

/**
 * The way in for whoever can't know whether a race was ever put. Only the door asks whether there
 * are tables: whoever gets a desk from it has them, and whoever gets none is refused or writes
 * first.
 */
export type Door = Omit<DeskIo, "storage"> & {
  readonly storage: Omit<DeskStorage, "sql">;
  /** The desk; null before the first write that was accepted or held. */
  readonly desk: () => Desk | null;
  /**
   * Makes the desk's tables, in the transaction of that write: asking about a race leaves nothing
   * behind.
   */
  readonly make: (race: string) => Desk;
  readonly bodies: Bodies;
  readonly compiled: CompiledRaces;
  /** Writers wait here for each other. */
  readonly writes: Serial;
  /** Idempotency keys of the writes that wait or run, each with the fingerprint of its request. */
  readonly running: Map<string, string>;
};

/** One race's desk, whose tables are there. */
export type Desk = Door & {
  readonly sql: SqlStorage;
  /** The round of fetching feeds that is under way. */
  fetching: Promise<void> | null;
};

/** Sets the one alarm to whatever is due next. */
export async function schedule({ sql, storage, now, fetching }: Desk): Promise<void> {
  const next = nextAlarm(getPublishState(sql), now(), fetching !== null);
  if (next === null) await storage.deleteAlarm();
  else await storage.setAlarm(next);
}

/**
 * Sets the alarm of a desk that has just been started, unless it is early enough: one may have got
 * lost between storing and setting it, or have been set by a wrong clock.
 * @param alarm what it is set to, in milliseconds since 1970
 */
export async function checkAlarm(desk: Desk, alarm: number | null): Promise<void> {
  const next = nextAlarm(getPublishState(desk.sql), desk.now(), false);
  if (next !== null && (alarm === null || alarm > next)) await desk.storage.setAlarm(next);
}

/** A time of the desk as it is stored and shown. */
export function isoTime(ms: number): string {
  return new Date(ms).toISOString();
}
