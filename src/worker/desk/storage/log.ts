import type { SourceName } from "../../../race/check.ts";
import { CHAIN_START, chainHash } from "../../../contract/desk/revision-chain.ts";
import type { Revision } from "../../../contract/desk/revisions.ts";
import type { BodyFile } from "./body-file.ts";
import { getChunks, gunzip, putChunks } from "./chunks.ts";
import { sha256 } from "./digest.ts";

/** A revision that is hashed and packed, so that storing it needs no waiting. */
export type Sealed = { readonly revision: Revision; readonly packed: Uint8Array | null };

/** What a revision says before its place in the chain is known. */
export type Entry = Omit<Revision, "n" | "bytes" | "body" | "hash">;

/** The columns of `revisions` are named for the fields of `Revision`. */
type Row = { [K in keyof Revision]: Revision[K] };

/** Seals what comes after `last`. `body` is null for a deletion. */
export async function sealRevision(
  last: Revision | null,
  entry: Entry,
  body: BodyFile | null,
): Promise<Sealed> {
  const unhashed = {
    ...entry,
    n: (last?.n ?? 0) + 1,
    bytes: body?.bytes.byteLength ?? 0,
    body: body?.hash ?? null,
  };
  const hash = await chainHash(last?.hash ?? CHAIN_START, unhashed, sha256);
  return { revision: { ...unhashed, hash }, packed: body && (await body.packed()) };
}

/** Stores a sealed revision; its number being free is what keeps two writers from the same place. */
export function appendRevision(sql: SqlStorage, { revision: r, packed }: Sealed): void {
  sql.exec(
    `INSERT INTO revisions
       (n, at, author, approver, section, action, restores, note, correction, bytes, body, hash)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    r.n,
    r.at,
    r.author,
    r.approver,
    r.section,
    r.action,
    r.restores,
    r.note,
    r.correction,
    r.bytes,
    r.body,
    r.hash,
  );
  if (packed) putChunks(sql, "revision", r.n, packed);
}

export function lastRevision(sql: SqlStorage): Revision | null {
  return sql.exec<Row>("SELECT * FROM revisions ORDER BY n DESC LIMIT 1").toArray()[0] ?? null;
}

export function getRevision(sql: SqlStorage, n: number): Revision | null {
  return sql.exec<Row>("SELECT * FROM revisions WHERE n = ?", n).toArray()[0] ?? null;
}

/** The revision that a section stands at; it may be a deletion. */
export function headOf(sql: SqlStorage, section: SourceName): Revision | null {
  return (
    sql
      .exec<Row>("SELECT * FROM revisions WHERE section = ? ORDER BY n DESC LIMIT 1", section)
      .toArray()[0] ?? null
  );
}

/** Newest first: at most `limit` revisions with numbers below `before`. */
export function listRevisions(sql: SqlStorage, before: number, limit: number): Revision[] {
  return sql
    .exec<Row>("SELECT * FROM revisions WHERE n < ? ORDER BY n DESC LIMIT ?", before, limit)
    .toArray();
}

/** What happened to a section after revision `n`, oldest first, for whoever missed it. */
export function revisionsSince(sql: SqlStorage, section: SourceName, n: number): Revision[] {
  return sql
    .exec<Row>("SELECT * FROM revisions WHERE section = ? AND n > ? ORDER BY n", section, n)
    .toArray();
}

/** Every revision that tells readers what was wrong before, oldest first. */
export function corrections(sql: SqlStorage): Revision[] {
  return sql.exec<Row>("SELECT * FROM revisions WHERE correction IS NOT NULL ORDER BY n").toArray();
}

/** The body that revision `n` stored, as UTF-8 JSON; null where it deleted one. */
export async function bodyOf(sql: SqlStorage, n: number): Promise<Uint8Array | null> {
  const packed = getChunks(sql, "revision", n);
  return packed && (await gunzip(packed));
}
