import { raceAddress } from "../../contract/addresses.ts";
import type { ListedRace, RaceList } from "../../contract/races.ts";
import { encode, etagOf } from "./fingerprint.ts";
import type { RaceMetadata } from "./keys.ts";
import { RACE_PREFIX } from "./keys.ts";
import type { KvReader } from "./kv.ts";
import { JSON_TYPE, type StoredValue } from "./stored-value.ts";

/** Listing counts against the plan, 1,000 a day on the free one: an isolate asks this rarely. */
export const LIST_HOLD_MS = 120_000;

/** The name the list goes by in memory. It is no key: KV holds no list. */
export const LIST_KEY = "races";

/**
 * All races by id, drawn from what stands beside the documents: there is no index to fall out of
 * step. Put into words and hashed here, once per refresh.
 */
export async function loadRaceList(kv: KvReader): Promise<StoredValue> {
  const races: ListedRace[] = [];
  let cursor: string | null = null;
  do {
    const page = await kv.list({ prefix: RACE_PREFIX, cursor });
    for (const { name, metadata } of page.keys) {
      if (metadata) races.push(listed(name.slice(RACE_PREFIX.length), metadata as RaceMetadata));
    }
    cursor = page.list_complete ? null : page.cursor;
  } while (cursor !== null);
  const list: RaceList = { races };
  const bytes = encode(JSON.stringify(list));
  return {
    body: bytes.slice().buffer,
    mediaType: JSON_TYPE,
    etag: await etagOf(bytes),
    status: null,
  };
}

function listed(id: string, metadata: RaceMetadata): ListedRace {
  const { title, electionDate, status, test, updatedAt } = metadata;
  return { id, title, electionDate, status, test, updatedAt, href: raceAddress(id) };
}
