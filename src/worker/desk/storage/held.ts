import type { SourceName } from "../../../race/check.ts";
import type { HeldChange } from "../../../contract/desk/held.ts";
import { deleteChunks, getChunks, gunzip, putChunks } from "./chunks.ts";
import type { HoldReason } from "../../../contract/desk/hold-reason.ts";

type Row = { [K in keyof Omit<HeldChange, "reasons">]: HeldChange[K] } & { reasons: string };

/** Stores a held change and gives its number. */
export function addHeld(
  sql: SqlStorage,
  change: Omit<HeldChange, "held">,
  packed: Uint8Array | null,
): number {
  const { held } = sql
    .exec<{ held: number }>(
      `INSERT INTO held (at, author, section, action, restores, base, note, correction, bytes, body, reasons)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING held`,
      change.at,
      change.author,
      change.section,
      change.action,
      change.restores,
      change.base,
      change.note,
      change.correction,
      change.bytes,
      change.body,
      JSON.stringify(change.reasons),
    )
    .one();
  if (packed) putChunks(sql, "held", held, packed);
  return held;
}

/** The number of a held change that says the same about the same revision. */
export function findSame(sql: SqlStorage, change: Omit<HeldChange, "held">): number | null {
  const { author, section, base, note, correction, body } = change;
  const [row] = sql
    .exec<{ held: number }>(
      `SELECT held FROM held WHERE author = ? AND section = ?
       AND base IS ? AND note IS ? AND correction IS ? AND body IS ?`,
      author,
      section,
      base,
      note,
      correction,
      body,
    )
    .toArray();
  return row?.held ?? null;
}

/** Oldest first. */
export function listHeld(sql: SqlStorage): HeldChange[] {
  return sql.exec<Row>("SELECT * FROM held ORDER BY held").toArray().map(fromRow);
}

export function getHeld(sql: SqlStorage, held: number): HeldChange | null {
  const [row] = sql.exec<Row>("SELECT * FROM held WHERE held = ?", held).toArray();
  return row ? fromRow(row) : null;
}

/** The body a held change would put, as UTF-8 JSON; null where it would delete the section. */
export async function heldBody(sql: SqlStorage, held: number): Promise<Uint8Array | null> {
  const packed = getChunks(sql, "held", held);
  return packed && (await gunzip(packed));
}

export function dropHeld(sql: SqlStorage, held: number): void {
  sql.exec("DELETE FROM held WHERE held = ?", held);
  deleteChunks(sql, "held", held);
}

/** Drops what an author has waiting for a section, but for the change with this body. */
export function dropHeldOf(
  sql: SqlStorage,
  author: string,
  section: SourceName,
  body: string | null,
): void {
  for (const change of listHeld(sql))
    if (change.author === author && change.section === section && change.body !== body)
      dropHeld(sql, change.held);
}

function fromRow(row: Row): HeldChange {
  return { ...row, reasons: JSON.parse(row.reasons) as HoldReason[] };
}
