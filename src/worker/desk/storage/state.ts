import { currentState, type StoredState } from "./migrate-state.ts";
import { type PublishState, UNPUBLISHED } from "./publish-state.ts";

export function getPublishState(sql: SqlStorage): PublishState {
  const stored = readState<Partial<StoredState>>(sql, "publishing") ?? {};
  return { ...UNPUBLISHED, ...currentState(stored, () => getRaceId(sql)) };
}

/** Changes some fields and keeps the rest as they are at this very moment. */
export function setPublishState(sql: SqlStorage, change: Partial<PublishState>): void {
  writeState(sql, "publishing", { ...getPublishState(sql), ...change });
}

/** The race this desk is for: an alarm isn't told. */
export function getRaceId(sql: SqlStorage): string {
  const id = readState<string>(sql, "race");
  if (id === null) throw new Error("this desk has tables but no race id");
  return id;
}

export function setRaceId(sql: SqlStorage, id: string): void {
  writeState(sql, "race", id);
}

/** Whether the registry knows the race. */
export function isEnlisted(sql: SqlStorage): boolean {
  return readState<boolean>(sql, "enlisted") ?? false;
}

export function setEnlisted(sql: SqlStorage): void {
  writeState(sql, "enlisted", true);
}

/** The last publication that the registry was told of; 0: none. */
export function getAnnounced(sql: SqlStorage): number {
  return readState<number>(sql, "announced") ?? 0;
}

export function setAnnounced(sql: SqlStorage, publication: number): void {
  writeState(sql, "announced", publication);
}

/** The form in which the latest bodies are stored; null where version 0.1.0 wrote them. */
export function getBodyForm(sql: SqlStorage): number | null {
  return readState<number>(sql, "bodyForm");
}

export function setBodyForm(sql: SqlStorage, form: number): void {
  writeState(sql, "bodyForm", form);
}

/** A value by its name; null where nothing was written under it. */
export function readState<T>(sql: SqlStorage, name: string): T | null {
  const [row] = sql
    .exec<{ value: string }>("SELECT value FROM state WHERE name = ?", name)
    .toArray();
  return row ? (JSON.parse(row.value) as T) : null;
}

export function writeState(sql: SqlStorage, name: string, value: unknown): void {
  sql.exec(
    "INSERT INTO state (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
    name,
    JSON.stringify(value),
  );
}
