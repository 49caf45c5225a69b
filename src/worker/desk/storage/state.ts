import type { Published } from "../../store/plan-publication.ts";
import { currentState, type StoredState } from "./migrate-state.ts";

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
  readonly lastError: { readonly at: string; readonly message: string } | null;
  /** Write every key, whether it changed or not. */
  readonly rebuild: boolean;
  readonly outbox: Outbox | null;
  /** When the clock next changes what readers see; null: never again. */
  readonly clockDueAt: number | null;
  /** When the next feed is due; null: the race has none to fetch. */
  readonly feedDueAt: number | null;
  /** Readers are owed a new promise of freshness, though no number has changed. */
  readonly renew: boolean;
};

export const UNPUBLISHED: PublishState = {
  coveredRevision: 0,
  published: null,
  dueAt: null,
  lastPutAt: 0,
  failures: 0,
  lastError: null,
  rebuild: false,
  outbox: null,
  clockDueAt: null,
  feedDueAt: null,
  renew: false,
};

export function getPublishState(sql: SqlStorage): PublishState {
  const stored = read<Partial<StoredState>>(sql, "publishing") ?? {};
  return { ...UNPUBLISHED, ...currentState(stored, () => getRaceId(sql)) };
}

/** Changes some fields and keeps the rest as they are at this very moment. */
export function setPublishState(sql: SqlStorage, change: Partial<PublishState>): void {
  write(sql, "publishing", { ...getPublishState(sql), ...change });
}

/** The race this desk is for: an alarm isn't told. */
export function getRaceId(sql: SqlStorage): string {
  const id = read<string>(sql, "race");
  if (id === null) throw new Error("this desk has tables but no race id");
  return id;
}

export function setRaceId(sql: SqlStorage, id: string): void {
  write(sql, "race", id);
}

function read<T>(sql: SqlStorage, name: string): T | null {
  const [row] = sql
    .exec<{ value: string }>("SELECT value FROM state WHERE name = ?", name)
    .toArray();
  return row ? (JSON.parse(row.value) as T) : null;
}

function write(sql: SqlStorage, name: string, value: unknown): void {
  sql.exec(
    "INSERT INTO state (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
    name,
    JSON.stringify(value),
  );
}
