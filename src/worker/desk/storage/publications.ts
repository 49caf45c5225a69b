import type { Publication } from "../../../contract/desk/summary.ts";
import { getChunks, gunzip } from "./chunks.ts";

type Row = { [K in keyof Publication]: Publication[K] };

/** A publication is written down before KV sees it, so that its number and bytes belong together for ever. */
export function addPublication(sql: SqlStorage, p: Omit<Publication, "acknowledgedAt">): void {
  sql.exec(
    `INSERT INTO publications (n, computedFor, etag, firstRevision, lastRevision)
     VALUES (?, ?, ?, ?, ?)`,
    p.n,
    p.computedFor,
    p.etag,
    p.firstRevision,
    p.lastRevision,
  );
}

export function acknowledge(sql: SqlStorage, n: number, at: string): void {
  sql.exec("UPDATE publications SET acknowledgedAt = ? WHERE n = ?", at, n);
}

/** The highest number given out, acknowledged or not. */
export function lastNumber(sql: SqlStorage): number {
  return sql.exec<{ n: number | null }>("SELECT max(n) AS n FROM publications").one().n ?? 0;
}

/** A publication that readers saw. */
export function getPublication(sql: SqlStorage, n: number): Publication | null {
  return (
    sql
      .exec<Row>("SELECT * FROM publications WHERE n = ? AND acknowledgedAt IS NOT NULL", n)
      .toArray()[0] ?? null
  );
}

/** The first publication with a document that readers saw and that contains revision `n`. */
export function firstWith(sql: SqlStorage, n: number): Publication | null {
  return (
    sql
      .exec<Row>(
        `SELECT * FROM publications
         WHERE lastRevision >= ? AND acknowledgedAt IS NOT NULL AND etag IS NOT NULL
         ORDER BY n LIMIT 1`,
        n,
      )
      .toArray()[0] ?? null
  );
}

/** The number of the last publication that readers saw before number `n`. */
export function lastBefore(sql: SqlStorage, n: number): number | null {
  return sql
    .exec<{ n: number | null }>(
      "SELECT max(n) AS n FROM publications WHERE n < ? AND acknowledgedAt IS NOT NULL",
      n,
    )
    .one().n;
}

/** Newest first: at most `limit` publications with numbers below `before`. */
export function listPublications(sql: SqlStorage, before: number, limit: number): Publication[] {
  return sql
    .exec<Row>(
      `SELECT * FROM publications WHERE n < ? AND acknowledgedAt IS NOT NULL
       ORDER BY n DESC LIMIT ?`,
      before,
      limit,
    )
    .toArray();
}

/** The race document as readers got it, byte for byte; null for a withdrawal. */
export async function documentOf(sql: SqlStorage, n: number): Promise<Uint8Array | null> {
  const packed = getChunks(sql, "publication", n);
  return packed && (await gunzip(packed));
}
