import type { Plan, Write } from "../../store/plan-publication.ts";
import { deleteChunks, getChunks, gunzip, gzip, putChunks } from "../storage/chunks.ts";

/** What is to be done to KV. */
export type Delivery = Pick<Plan, "writes" | "removals">;

/** A delivery, packed so that storing it needs no waiting. */
export type PackedDelivery = {
  readonly writes: readonly { readonly write: Write; readonly packed: Uint8Array }[];
  readonly removals: readonly string[];
};

export async function packDelivery({ writes, removals }: Delivery): Promise<PackedDelivery> {
  const packed = writes.map(async (write) => ({ write, packed: await gzip(write.bytes) }));
  return { writes: await Promise.all(packed), removals };
}

/** Stores a delivery in place of any other. Rows without metadata are removals. */
export function fillOutbox(sql: SqlStorage, { writes, removals }: PackedDelivery): void {
  emptyOutbox(sql);
  for (const [n, { write, packed }] of writes.entries()) {
    const metadata = JSON.stringify(write.metadata);
    sql.exec("INSERT INTO outbox (n, key, metadata) VALUES (?, ?, ?)", n, write.key, metadata);
    putChunks(sql, "outbox", n, packed);
  }
  for (const [i, key] of removals.entries()) {
    sql.exec("INSERT INTO outbox (n, key) VALUES (?, ?)", writes.length + i, key);
  }
}

export async function readOutbox(sql: SqlStorage): Promise<Delivery> {
  const rows = sql
    .exec<{ n: number; key: string; metadata: string | null }>(
      "SELECT n, key, metadata FROM outbox ORDER BY n",
    )
    .toArray();
  const writes: Write[] = [];
  const removals: string[] = [];
  for (const { n, key, metadata } of rows) {
    if (metadata === null) {
      removals.push(key);
      continue;
    }
    const packed = getChunks(sql, "outbox", n);
    if (packed === null) throw new Error(`the outbox has lost the bytes of ${key}`);
    writes.push({ key, bytes: await gunzip(packed), metadata: JSON.parse(metadata) });
  }
  return { writes, removals };
}

export function emptyOutbox(sql: SqlStorage): void {
  const rows = sql.exec<{ n: number }>("SELECT n FROM outbox").toArray();
  for (const { n } of rows) deleteChunks(sql, "outbox", n);
  sql.exec("DELETE FROM outbox");
}
