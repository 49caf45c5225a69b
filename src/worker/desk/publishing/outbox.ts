import type { Delivery, Put } from "../../store/deliver.ts";
import { deleteChunks, getChunks, gunzip, gzip, putChunks } from "../storage/chunks.ts";

/** A delivery, packed so that storing it needs no waiting. */
export type PackedDelivery = {
  readonly puts: readonly { readonly put: Put; readonly packed: Uint8Array }[];
  readonly removals: readonly string[];
};

export async function packDelivery({ puts, removals }: Delivery): Promise<PackedDelivery> {
  const packed = puts.map(async (put) => ({ put, packed: await gzip(put.bytes) }));
  return { puts: await Promise.all(packed), removals };
}

/** Stores a delivery in place of any other. Rows without metadata are removals. */
export function fillOutbox(sql: SqlStorage, { puts, removals }: PackedDelivery): void {
  emptyOutbox(sql);
  for (const [n, { put, packed }] of puts.entries()) {
    const metadata = JSON.stringify(put.metadata);
    sql.exec("INSERT INTO outbox (n, key, metadata) VALUES (?, ?, ?)", n, put.key, metadata);
    putChunks(sql, "outbox", n, packed);
  }
  for (const [i, key] of removals.entries()) {
    sql.exec("INSERT INTO outbox (n, key) VALUES (?, ?)", puts.length + i, key);
  }
}

export async function readOutbox(sql: SqlStorage): Promise<Delivery> {
  const rows = sql
    .exec<{ n: number; key: string; metadata: string | null }>(
      "SELECT n, key, metadata FROM outbox ORDER BY n",
    )
    .toArray();
  const puts: Put[] = [];
  const removals: string[] = [];
  for (const { n, key, metadata } of rows) {
    if (metadata === null) {
      removals.push(key);
      continue;
    }
    const packed = getChunks(sql, "outbox", n);
    if (packed === null) throw new Error(`the outbox has lost the bytes of ${key}`);
    puts.push({ key, bytes: await gunzip(packed), metadata: JSON.parse(metadata) });
  }
  return { puts, removals };
}

export function emptyOutbox(sql: SqlStorage): void {
  const rows = sql.exec<{ n: number }>("SELECT n FROM outbox").toArray();
  for (const { n } of rows) deleteChunks(sql, "outbox", n);
  sql.exec("DELETE FROM outbox");
}
