import { raceAddress, RACES_ADDRESS } from "../../contract/addresses.ts";
import { type ListedRace, RACES_A_PAGE, type RaceList } from "../../contract/races.ts";
import type { RaceBrief } from "../../race/board/brief.ts";
import { encode, etagOf } from "./fingerprint.ts";
import { listKey } from "./keys.ts";
import { JSON_TYPE } from "./stored-value.ts";

/** One page of the list of races, ready to be put. */
export type ListPage = {
  readonly key: string;
  readonly bytes: Uint8Array;
  readonly metadata: { readonly etag: string; readonly mediaType: typeof JSON_TYPE };
};

/** The list of all races by id, in pages; there is one page at least. */
export function listPages(briefs: readonly RaceBrief[]): Promise<ListPage[]> {
  const races = briefs.map(listedRace);
  const pages = Math.max(1, Math.ceil(races.length / RACES_A_PAGE));
  return Promise.all(
    Array.from({ length: pages }, async (_, i) => {
      const bytes = encode(JSON.stringify(pageOf(races, i + 1, RACES_ADDRESS)));
      const metadata = { etag: await etagOf(bytes), mediaType: JSON_TYPE };
      return { key: listKey(i + 1), bytes, metadata };
    }),
  );
}

/**
 * One page of races.
 * @param page counts from 1
 * @param address where the first page is found, with the query if there is one
 */
export function pageOf(races: readonly ListedRace[], page: number, address: string): RaceList {
  const end = page * RACES_A_PAGE;
  const joint = address.includes("?") ? "&" : "?";
  return {
    races: races.slice(end - RACES_A_PAGE, end),
    next: end < races.length ? `${address}${joint}page=${page + 1}` : null,
  };
}

/** A race as the list shows it. Figures whose source doesn't let them be passed on are left out. */
export function listedRace(brief: RaceBrief): ListedRace {
  const { id, title, office, jurisdiction, electionDate, electionType: type, status, test } = brief;
  const mayPass = brief.sources.every(({ redistribution }) => redistribution !== "card");
  const { candidates, publication, updatedAt } = brief;
  return {
    id,
    title,
    office,
    jurisdiction,
    electionDate,
    type,
    status,
    test,
    candidates,
    leading: brief.leading.map((one) => (mayPass ? one : { ...one, votes: null, share: null })),
    reporting: mayPass ? brief.reporting : null,
    publication,
    updatedAt,
    href: raceAddress(id),
  };
}
