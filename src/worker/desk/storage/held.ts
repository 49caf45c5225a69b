import type { SourceName } from "../../../race/check.ts";
import type { HeldChange } from "../../../contract/desk/held.ts";
import type { HoldReason } from "../../../contract/desk/hold-reason.ts";
import { deleteChunks, getChunks, gunzip, putChunks } from "./chunks.ts";

type Row = { [K in keyof Omit<HeldChange, "reasons" | "place">]: HeldChange[K] } & {
  readonly reasons: string;
  readonly place: string | null;
  readonly parts: string | null;
  readonly droppedAt: string | null;
};

/** What one sender wanted of a scope: a held change gathers them, and each can be released. */
export type HeldContent = {
  readonly content: number;
  readonly author: string;
  /** SHA-256 of the patch; null where the race would be taken away. */
  readonly body: string | null;
};

/** Nobody looks at a number for so long that the source has sent more than these meanwhile. */
const MAX_CONTENTS = 50;

/** A doubt as it comes to be held. */
export type NewHeld = Omit<HeldChange, "held"> & {
  /** What of its section would change, by the names that the gate has for it. */
  readonly parts: readonly string[] | "all";
};

/** What waits, with its parts; null where version 0.1.0 held a whole section. */
export type HeldParts = HeldChange & { readonly parts: NewHeld["parts"] | null };

/** Whether a doubt is news to readers, and the number it is held under. */
export type Put = { readonly held: number; readonly isNew: boolean };

/**
 * Holds a doubt. The same number in doubt is held once: what comes later takes its place, and what
 * it was before can still be released. What was dropped and comes again unchanged stays dropped.
 */
export function putHeld(sql: SqlStorage, change: NewHeld, packed: Uint8Array | null): Put {
  const { section, scope, body } = change;
  const [row] = sql
    .exec<Row>("SELECT * FROM held WHERE section = ? AND scope = ?", section, scope)
    .toArray();
  if (row === undefined) {
    const { held } = sql
      .exec<{ held: number }>(
        `INSERT INTO held (at, updatedAt, author, section, scope, place, parts, action, restores, base,
           note, correction, bytes, body, reasons)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING held`,
        change.at,
        ...valuesOf(change),
      )
      .one();
    addContent(sql, held, change, packed);
    return { held, isNew: true };
  }
  const { held } = row;
  if (row.body === body && row.author === change.author) return { held, isNew: false };
  const isNew = row.droppedAt !== null;
  sql.exec(
    `UPDATE held SET at = ?, updatedAt = ?, author = ?, section = ?, scope = ?, place = ?, parts = ?,
       action = ?, restores = ?, base = ?, note = ?, correction = ?, bytes = ?, body = ?, reasons = ?,
       droppedAt = NULL
     WHERE held = ?`,
    isNew ? change.at : row.at,
    ...valuesOf(change),
    held,
  );
  addContent(sql, held, change, packed);
  return { held, isNew };
}

function valuesOf(change: NewHeld): (string | number | null)[] {
  return [
    change.updatedAt,
    change.author,
    change.section,
    change.scope,
    JSON.stringify(change.place),
    JSON.stringify(change.parts),
    change.action,
    change.restores,
    change.base,
    change.note,
    change.correction,
    change.bytes,
    change.body,
    JSON.stringify(change.reasons),
  ];
}

function addContent(
  sql: SqlStorage,
  held: number,
  { author, body }: NewHeld,
  packed: Uint8Array | null,
): void {
  const { content } = sql
    .exec<{ content: number }>(
      "INSERT INTO held_contents (held, author, body) VALUES (?, ?, ?) RETURNING content",
      held,
      author,
      body,
    )
    .one();
  if (packed) putChunks(sql, "patch", content, packed);
  for (const old of heldContents(sql, held).slice(MAX_CONTENTS)) deleteContent(sql, old.content);
}

/** What has been held under a number, newest first. */
export function heldContents(sql: SqlStorage, held: number): HeldContent[] {
  return sql
    .exec<HeldContent & Record<string, SqlStorageValue>>(
      "SELECT content, author, body FROM held_contents WHERE held = ? ORDER BY content DESC",
      held,
    )
    .toArray();
}

/** The patch that a content would put, as UTF-8 JSON; null where it takes the race away. */
export async function readContent(
  sql: SqlStorage,
  { content }: HeldContent,
): Promise<Uint8Array | null> {
  const packed = getChunks(sql, "patch", content);
  return packed && (await gunzip(packed));
}

/** Oldest first; without what was dropped. */
export function listHeld(sql: SqlStorage): HeldChange[] {
  return sql
    .exec<Row>("SELECT * FROM held WHERE droppedAt IS NULL ORDER BY held")
    .toArray()
    .map(fromRow);
}

/** A change that waits; null for one that was released or dropped. */
export function getHeld(sql: SqlStorage, held: number): HeldChange | null {
  const [row] = sql
    .exec<Row>("SELECT * FROM held WHERE held = ? AND droppedAt IS NULL", held)
    .toArray();
  return row ? fromRow(row) : null;
}

/** What waits for a section, and what was dropped of it. */
export function heldOf(sql: SqlStorage, section: SourceName): HeldParts[] {
  const rows = sql.exec<Row>("SELECT * FROM held WHERE section = ?", section).toArray();
  return rows.map((row) => ({
    ...fromRow(row),
    parts: row.parts === null ? null : (JSON.parse(row.parts) as NewHeld["parts"]),
  }));
}

/** Forgets a held change. */
export function removeHeld(sql: SqlStorage, held: number): void {
  for (const { content } of heldContents(sql, held)) deleteContent(sql, content);
  sql.exec("DELETE FROM held WHERE held = ?", held);
  deleteChunks(sql, "held", held);
}

/** Sets a held change aside: it isn't shown, and the same content doesn't bring it back. */
export function setAside(sql: SqlStorage, held: number, at: string): void {
  sql.exec("UPDATE held SET droppedAt = ? WHERE held = ?", at, held);
}

function deleteContent(sql: SqlStorage, content: number): void {
  sql.exec("DELETE FROM held_contents WHERE content = ?", content);
  deleteChunks(sql, "patch", content);
}

function fromRow({ droppedAt: _, parts: __, place, reasons, ...row }: Row): HeldChange {
  return {
    ...row,
    // Version 0.1.0 knew neither.
    updatedAt: row.updatedAt ?? row.at,
    place: place === null ? {} : (JSON.parse(place) as HeldChange["place"]),
    reasons: JSON.parse(reasons) as HoldReason[],
  };
}
