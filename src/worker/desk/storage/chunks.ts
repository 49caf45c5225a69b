/** A production row holds 2 MB at most, and the local runtime doesn't enforce it. */
export const CHUNK_LIMIT_BYTES = 1024 * 1024;

/** Gzipped bodies, each in as many rows as it needs. */
export const CHUNKS_TABLE = `
CREATE TABLE IF NOT EXISTS chunks (
  kind TEXT NOT NULL,
  n INTEGER NOT NULL,
  part INTEGER NOT NULL,
  data BLOB NOT NULL,
  PRIMARY KEY (kind, n, part)
);`;

/** What a chunked body belongs to. */
export type BodyKind = "revision" | "publication" | "outbox" | "held" | "patch";

export function gzip(bytes: Uint8Array): Promise<Uint8Array> {
  return through(bytes, new CompressionStream("gzip"));
}

export function gunzip(bytes: Uint8Array): Promise<Uint8Array> {
  return through(bytes, new DecompressionStream("gzip"));
}

/** Stores one gzipped body in as many rows as it needs. */
export function putChunks(sql: SqlStorage, kind: BodyKind, n: number, packed: Uint8Array): void {
  for (let part = 0; part * CHUNK_LIMIT_BYTES < packed.byteLength; part++) {
    const start = part * CHUNK_LIMIT_BYTES;
    const data = packed.slice(start, start + CHUNK_LIMIT_BYTES);
    sql.exec("INSERT INTO chunks (kind, n, part, data) VALUES (?, ?, ?, ?)", kind, n, part, data);
  }
}

/** One gzipped body; null when there is none. */
export function getChunks(sql: SqlStorage, kind: BodyKind, n: number): Uint8Array | null {
  const parts = sql
    .exec<{ data: ArrayBuffer }>(
      "SELECT data FROM chunks WHERE kind = ? AND n = ? ORDER BY part",
      kind,
      n,
    )
    .toArray()
    .map((row) => new Uint8Array(row.data));
  if (parts.length === 0) return null;
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.byteLength, 0));
  let offset = 0;
  for (const part of parts) {
    whole.set(part, offset);
    offset += part.byteLength;
  }
  return whole;
}

export function deleteChunks(sql: SqlStorage, kind: BodyKind, n: number): void {
  sql.exec("DELETE FROM chunks WHERE kind = ? AND n = ?", kind, n);
}

async function through(
  bytes: Uint8Array,
  transform: CompressionStream | DecompressionStream,
): Promise<Uint8Array> {
  const stream = new Response(bytes).body;
  if (stream === null) return new Uint8Array();
  return new Uint8Array(await new Response(stream.pipeThrough(transform)).arrayBuffer());
}
