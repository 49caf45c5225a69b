import type { Stored } from "../../contract/desk/desks.ts";
import { raceKey } from "../store/keys.ts";
import { storedTags } from "../store/stored-tags.ts";
import type { Desk } from "./desk.ts";
import { getPublishState, getRaceId } from "./storage/state.ts";

/**
 * Holds KV's keys of the race against the last publication.
 * @param more keys beside those of the last publication that KV may have
 */
export async function stored(
  { sql, kv }: Pick<Desk, "sql" | "kv">,
  more: readonly string[] = [],
): Promise<Stored> {
  const race = getRaceId(sql);
  const parts = getPublishState(sql).published?.parts ?? {};
  const keys = Object.keys(parts);
  const found = await storedTags(kv, race, [...keys, ...more, raceKey(race)]);
  return {
    keys,
    missing: keys.filter((key) => !found.has(key)),
    different: keys.filter((key) => found.has(key) && found.get(key) !== parts[key]?.etag),
    unexpected: [...found.keys()].filter((key) => parts[key] === undefined),
  };
}
