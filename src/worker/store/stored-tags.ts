import type { KvLister } from "./kv.ts";

/**
 * The entity tag that KV has beside each of a race's keys, whether anybody expects that key or not.
 * A key that isn't there is left out. Listed, not read: reading may give what a data center's cache
 * has held for a minute.
 * @param keys what the race may have there; decides where to look
 */
export async function storedTags(
  kv: KvLister,
  race: string,
  keys: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const found = new Map<string, string>();
  for (const prefix of new Set(keys.map((key) => prefixOf(key, race)))) {
    let cursor: string | null = null;
    do {
      // A key that ends with the race's id stands first among those that begin with it.
      const limit: { readonly limit?: number } = prefix.endsWith(":") ? {} : { limit: 1 };
      const page = await kv.list({ prefix, cursor, ...limit });
      for (const { name, metadata } of page.keys) {
        if (!prefix.endsWith(":") && name !== prefix) continue;
        found.set(name, (metadata as { readonly etag?: string } | undefined)?.etag ?? "");
      }
      cursor = page.list_complete || limit.limit !== undefined ? null : page.cursor;
    } while (cursor !== null);
  }
  return found;
}

/** `section:us-ga-06:polls` is looked for below `section:us-ga-06:`, and `race:us-ga-06` as it is. */
function prefixOf(key: string, race: string): string {
  const end = key.indexOf(`:${race}:`);
  return end < 0 ? key : key.slice(0, end + race.length + 2);
}
