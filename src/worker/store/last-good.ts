import type { Status } from "../../race/schema/document.ts";
import type { StoredValue } from "./stored-value.ts";

const CACHE_NAME = "topline-last-good";
/** The Cache API wants an address; nothing ever asks this host for anything. */
const ADDRESS = "https://last-good.invalid/";
const KEEP_SECONDS = 7 * 24 * 60 * 60;

/**
 * The data center's copy of what KV last gave, for when KV fails and this isolate has nothing.
 * Best effort: workers.dev has no Cache API, and an entry can be evicted at any time.
 */
export async function keepLastGood(key: string, stored: StoredValue, now: number): Promise<void> {
  const cache = await caches.open(CACHE_NAME);
  const headers = {
    "Content-Type": stored.mediaType,
    "Cache-Control": `public, max-age=${KEEP_SECONDS}`,
    "Topline-ETag": stored.etag,
    "Topline-Status": stored.status ?? "",
    "Topline-Confirmed": String(now),
    ...(stored.quiet && { "Topline-Quiet": encodeURIComponent(JSON.stringify(stored.quiet)) }),
  };
  await cache.put(ADDRESS + key, new Response(stored.body, { headers }));
}

/** The copy, and when KV confirmed it, in milliseconds since 1970. */
export async function findLastGood(
  key: string,
): Promise<{ readonly stored: StoredValue; readonly confirmedAt: number } | null> {
  const cache = await caches.open(CACHE_NAME);
  const found = await cache.match(ADDRESS + key);
  const etag = found?.headers.get("Topline-ETag");
  if (found === undefined || !etag) return null;
  const status = (found.headers.get("Topline-Status") || null) as Status | null;
  const mediaType = found.headers.get("Content-Type") as StoredValue["mediaType"];
  const law = found.headers.get("Topline-Quiet");
  const quiet = law ? (JSON.parse(decodeURIComponent(law)) as StoredValue["quiet"]) : undefined;
  return {
    stored: { body: await found.arrayBuffer(), mediaType, etag, status, quiet },
    confirmedAt: Number(found.headers.get("Topline-Confirmed")),
  };
}

export async function forgetLastGood(key: string): Promise<void> {
  const cache = await caches.open(CACHE_NAME);
  await cache.delete(ADDRESS + key);
}
