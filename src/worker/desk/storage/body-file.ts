import { stringifyBody } from "../../../race/migrate/unknown-fields.ts";
import { gunzip, gzip, getChunks } from "./chunks.ts";
import { sha256 } from "./digest.ts";

/**
 * A body as it is stored, hashed and given back: compact JSON in UTF-8. It goes from judging to
 * storing in one piece, so that it is written out, hashed and packed once.
 */
export type BodyFile = {
  readonly bytes: Uint8Array;
  /** SHA-256 in hexadecimal. */
  readonly hash: string;
  /** Gzipped, on first asking. */
  readonly packed: () => Promise<Uint8Array>;
};

/**
 * @param body null for none
 * @param stored what the body was read from, which is taken over where it is still the same
 */
export async function bodyFile(
  body: object | null,
  stored: BodyFile | null,
): Promise<BodyFile | null> {
  if (body === null) return null;
  const bytes = new TextEncoder().encode(stringifyBody(body));
  if (stored && isSame(bytes, stored.bytes)) return stored;
  let packed: Promise<Uint8Array> | null = null;
  return { bytes, hash: await sha256(bytes), packed: () => (packed ??= gzip(bytes)) };
}

/** The body of a revision or a held change, whose hash its row has; null where that deletes. */
export async function readBodyFile(
  sql: SqlStorage,
  kind: "revision" | "held",
  n: number,
  hash: string | null,
): Promise<BodyFile | null> {
  const packed = hash === null ? null : getChunks(sql, kind, n);
  if (hash === null || packed === null) return null;
  return { bytes: await gunzip(packed), hash, packed: () => Promise.resolve(packed) };
}

function isSame(a: Uint8Array, b: Uint8Array): boolean {
  return a.byteLength === b.byteLength && a.every((byte, i) => byte === b[i]);
}
