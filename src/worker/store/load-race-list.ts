import { RACES_ADDRESS } from "../../contract/addresses.ts";
import {
  type ListedRace,
  RACES_A_PAGE,
  type RaceList,
  type RaceListQuery,
} from "../../contract/races.ts";
import { briefOf } from "../../race/board/brief.ts";
import { matchesFilter } from "../../race/board/matches.ts";
import type { RaceDocument } from "../../race/schema/document.ts";
import { encode, etagOf } from "./fingerprint.ts";
import { listKey, RACE_PREFIX } from "./keys.ts";
import type { KvReader } from "./kv.ts";
import { listedRace, pageOf } from "./list-pages.ts";
import { load } from "./load.ts";
import { JSON_TYPE, type StoredValue } from "./stored-value.ts";

/** A page holds many races, so it is asked for more rarely than one of them. */
export const LIST_HOLD_MS = 10_000;

/** How many races are read at once where the registry hasn't put the list yet. */
const AT_ONCE = 50;

/** A page of the list as the registry put it; null where there is no such page. */
export async function loadPage(kv: KvReader, page: number): Promise<StoredValue | null> {
  const stored = await load(kv, listKey(page));
  if (stored !== null) return stored;
  // A registry that was never told of a publication has put nothing yet.
  if ((await load(kv, listKey(1))) !== null) return null;
  return pageOfAll(await listedInKv(kv), page, RACES_ADDRESS);
}

/** The races that are as somebody asks, from all pages; null where there is no such page. */
export async function loadFiltered(
  kv: KvReader,
  query: RaceListQuery,
): Promise<StoredValue | null> {
  const { page, status, test, ...others } = query;
  const filter = { ...others, ...(test !== undefined && { test: test === "true" }) };
  const found = (await allListed(kv)).filter(
    (race) =>
      (status === undefined || race.status === status) &&
      matchesFilter({ ...race, electionType: race.type }, filter),
  );
  const conditions = new URLSearchParams(
    Object.entries({ ...others, status, test }).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, value]],
    ),
  );
  return pageOfAll(found, page, `${RACES_ADDRESS}?${conditions}`);
}

async function pageOfAll(
  races: readonly ListedRace[],
  page: number,
  address: string,
): Promise<StoredValue | null> {
  if (page > 1 && (page - 1) * RACES_A_PAGE >= races.length) return null;
  const bytes = encode(JSON.stringify(pageOf(races, page, address)));
  const body = bytes.slice().buffer;
  return { body, mediaType: JSON_TYPE, etag: await etagOf(bytes), status: null };
}

async function allListed(kv: KvReader): Promise<ListedRace[]> {
  const races: ListedRace[] = [];
  for (let page = 1; ; page++) {
    const stored = await load(kv, listKey(page));
    if (stored === null) return page === 1 ? listedInKv(kv) : races;
    const list = JSON.parse(new TextDecoder().decode(stored.body)) as RaceList;
    races.push(...list.races);
    if (list.next === null) return races;
  }
}

/** Every race that KV has, read one by one. */
async function listedInKv(kv: KvReader): Promise<ListedRace[]> {
  const keys: string[] = [];
  let cursor: string | null = null;
  do {
    const page = await kv.list({ prefix: RACE_PREFIX, cursor });
    // What was put by hand has no entity tag beside it, and is no publication.
    keys.push(...page.keys.filter(({ metadata }) => hasTag(metadata)).map(({ name }) => name));
    cursor = page.list_complete ? null : page.cursor;
  } while (cursor !== null);
  const races: ListedRace[] = [];
  for (let i = 0; i < keys.length; i += AT_ONCE) {
    const values = await Promise.all(keys.slice(i, i + AT_ONCE).map((key) => load(kv, key)));
    for (const value of values) {
      if (value === null) continue;
      const document = JSON.parse(new TextDecoder().decode(value.body)) as RaceDocument;
      races.push(listedRace(briefOf(document)));
    }
  }
  return races;
}

function hasTag(metadata: unknown): boolean {
  return typeof metadata === "object" && metadata !== null && "etag" in metadata;
}
