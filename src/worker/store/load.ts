import type { RaceMetadata } from "./keys.ts";
import type { KvReader } from "./kv.ts";
import { KV_CACHE_TTL_SECONDS } from "./kv.ts";
import { CSV_TYPE, JSON_TYPE, type StoredValue } from "./stored-value.ts";

/**
 * One value as KV holds it, its bytes untouched; null when there is no such key.
 * @throws when KV fails, or holds something that wasn't published
 */
export async function load(kv: KvReader, key: string): Promise<StoredValue | null> {
  const options = { type: "arrayBuffer", cacheTtl: KV_CACHE_TTL_SECONDS } as const;
  const { value, metadata } = await kv.getWithMetadata(key, options);
  if (value === null) return null;
  const { etag, mediaType, status, quiet } = (metadata ?? {}) as Partial<RaceMetadata>;
  if (etag === undefined) throw new Error(`${key} has no etag: publish the race again`);
  return { body: value, mediaType: mediaType ?? typeOf(key), etag, status: status ?? null, quiet };
}

/** Version 0.1.0 left the media type to the key. */
function typeOf(key: string): StoredValue["mediaType"] {
  return key.endsWith(".csv") ? CSV_TYPE : JSON_TYPE;
}
