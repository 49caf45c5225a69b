import { Hono } from "hono";
import { racePageQuery } from "../../contract/pages.ts";
import type { RaceDocument } from "../../race/schema/document.ts";
import { chooseTag } from "../../wording/choose-tag.ts";
import { LANGUAGE_TAGS } from "../../wording/languages.ts";
import type { AppEnv } from "../env.ts";
import { problem } from "../http/problem.ts";
import { readQuery } from "../http/read-query.ts";
import { respondPage } from "../http/respond-page.ts";
import { ORIGIN_PLACE, racePage } from "../pages/race-page.tsx";
import { encode, etagOf } from "../store/fingerprint.ts";
import { isRaceId, pageKey, raceKey } from "../store/keys.ts";
import type { KvReader } from "../store/kv.ts";
import { loadFull } from "../store/load-full.ts";
import { load } from "../store/load.ts";
import { HTML_TYPE, type StoredValue } from "../store/stored-value.ts";
import { badRaceId, unavailable, unknownRace } from "./refusals.ts";

/** Races for people: the page that was published with the numbers. */
export const racePages = new Hono<AppEnv>();

racePages.get("/:id", async (c) => {
  const { id } = c.req.param();
  if (!isRaceId(id)) return badRaceId();
  const query = readQuery(c, racePageQuery);
  if (!query.ok) return problem("bad_request", query.detail);
  const lang = chooseTag(query.value.lang ?? "", LANGUAGE_TAGS);
  const { origin } = new URL(c.req.url);
  const reading = await c.var.read(`${pageKey(id)} ${lang ?? ""} ${origin}`, async () => {
    const stored = await load(c.env.RACES, lang === undefined ? pageKey(id) : raceKey(id));
    return (
      stored && at(origin, lang === undefined ? stored : await drawIn(lang, stored, c.env.RACES))
    );
  });
  switch (reading.kind) {
    case "absent":
      return unknownRace(id);
    case "unavailable":
      return unavailable();
    case "fresh":
      return respondPage(c.req.raw, reading.stored);
    case "stale": {
      const answer = await respondPage(c.req.raw, reading.stored);
      answer.headers.set("Topline-Stale", String(reading.seconds));
      return answer;
    }
  }
});

/** A page says its own address in full, as search engines and WordPress want it. */
function at(origin: string, stored: StoredValue): StoredValue {
  const text = new TextDecoder()
    .decode(stored.body)
    .replaceAll(ORIGIN_PLACE, origin)
    // Inside the query of another address.
    .replaceAll(encodeURIComponent(ORIGIN_PLACE), encodeURIComponent(origin));
  return { ...stored, body: encode(text).slice().buffer };
}

/** The page in another language than the one it is published in. */
async function drawIn(lang: string, race: StoredValue, kv: KvReader): Promise<StoredValue> {
  const document = JSON.parse(new TextDecoder().decode(race.body)) as RaceDocument;
  const text = racePage(document, await loadFull(kv, document), lang);
  const bytes = encode(text);
  return { ...race, body: bytes.slice().buffer, mediaType: HTML_TYPE, etag: await etagOf(bytes) };
}
