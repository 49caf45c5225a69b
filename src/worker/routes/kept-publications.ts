import type { Publication } from "../../contract/desk/summary.ts";
import type { Env } from "../env.ts";
import { encode, etagOf } from "../store/fingerprint.ts";
import { findLastGood } from "../store/last-good.ts";
import { JSON_TYPE, type StoredValue } from "../store/stored-value.ts";
import type { Published } from "./published.ts";

// What a desk tells of its publications, as values that copies are kept of: readers must not be
// able to keep the writer busy.

/** Milliseconds since 1970 from when readers had it, its number, and whether the race was there. */
export type IndexEntry = readonly [at: number, n: number, there: boolean];

/**
 * One publication's document; null where readers had none of that number, or could not ask for the
 * race. It never changes, so the data center's copy is as good as the desk's.
 */
export async function loadPublication(
  kind: Published,
  env: Pick<Env, "DESKS" | "BOARDS">,
  id: string,
  n: number,
): Promise<StoredValue | null> {
  const kept = await findLastGood(publicationAddress(kind, id, n)).catch(() => null);
  if (kept !== null) return kept.stored;
  const found = await kind.desk(env, id).publication(n);
  const etag = found?.publication.etag ?? null;
  if (etag === null || found?.document == null) return null;
  return { body: found.document.slice().buffer, mediaType: JSON_TYPE, etag, status: null };
}

/** Where one publication is found. */
export function publicationAddress({ address }: Published, id: string, n: number): string {
  return `${address(id)}/publications/${n}`;
}

/** A list that was put together, as JSON with a tag of its own. */
export async function asValue(told: unknown): Promise<StoredValue> {
  const bytes = encode(JSON.stringify(told));
  return {
    body: bytes.slice().buffer,
    mediaType: JSON_TYPE,
    etag: await etagOf(bytes),
    status: null,
  };
}

/** Every publication that readers had, oldest first. */
export function indexOf(publications: readonly Publication[]): readonly IndexEntry[] {
  return publications
    .filter(({ acknowledgedAt }) => acknowledgedAt !== null)
    .map(({ acknowledgedAt, n, etag }) => [Date.parse(acknowledgedAt), n, etag !== null] as const)
    .toSorted(([a, n], [b, m]) => a - b || n - m);
}

/** What readers had at a moment; null before the first. */
export function entryAt(index: readonly IndexEntry[], at: number): IndexEntry | null {
  return index.findLast(([from]) => from <= at) ?? null;
}
