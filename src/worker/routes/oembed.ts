import { Hono } from "hono";
import { EMBED_ADDRESS, embedQuery, RACE_PAGES_ADDRESS } from "../../contract/pages.ts";
import { oembedQuery } from "../../contract/oembed.ts";
import type { RaceDocument } from "../../race/schema/document.ts";
import type { AppEnv } from "../env.ts";
import { problem } from "../http/problem.ts";
import { readQuery } from "../http/read-query.ts";
import { respond } from "../http/respond.ts";
import { CARD_CHOICES } from "../pages/embed.tsx";
import { oembedOf, oembedXml } from "../pages/oembed.ts";
import { encode, etagOf } from "../store/fingerprint.ts";
import { isRaceId, raceKey } from "../store/keys.ts";
import { load } from "../store/load.ts";
import { JSON_TYPE, type StoredValue, XML_TYPE } from "../store/stored-value.ts";
import { unavailable, unknownRace } from "./refusals.ts";

/** How other sites show our pages, for those that ask with the page's address. */
export const oembeds = new Hono<AppEnv>();

/** What was made of one publication doesn't change. */
const KEEP_MS = 24 * 60 * 60 * 1000;
const FORMATS: readonly string[] = ["json", "xml"];

oembeds.get("/", async (c) => {
  const query = readQuery(c, oembedQuery);
  if (!query.ok) return problem("bad_request", query.detail);
  const { url, format, maxwidth, maxheight } = query.value;
  if (!FORMATS.includes(format))
    return problem("oembed_format", `?format= is ${FORMATS.join(" or ")}.`);
  const here = new URL(c.req.url);
  const page = pageAt(url, here.host);
  if (page === null)
    return problem(
      "unknown_address",
      `?url= must be a race’s page, ${here.origin}${RACE_PAGES_ADDRESS}/{id}, or a card’s page for frames, ${here.origin}${EMBED_ADDRESS}/{id}/{card}.`,
    );
  const { id, card, looks } = page;
  const race = await c.var.read(raceKey(id), () => load(c.env.RACES, raceKey(id)));
  if (race.kind === "absent") return unknownRace(id);
  if (race.kind === "unavailable") return unavailable();
  const { stored } = race;
  const { lang, theme, live } = looks;
  const facts = [id, card, stored.etag, lang, theme, live, format, maxwidth, maxheight];
  const made = await c.var.read(
    `oembed ${JSON.stringify([...facts, here.origin])}`,
    async (): Promise<StoredValue> => {
      const document = JSON.parse(new TextDecoder().decode(stored.body)) as RaceDocument;
      const room = { maxwidth, maxheight };
      const oembed = oembedOf(document, card, looks, room, here.origin);
      const bytes = encode(format === "xml" ? oembedXml(oembed) : JSON.stringify(oembed));
      return {
        body: bytes.slice().buffer,
        mediaType: format === "xml" ? XML_TYPE : JSON_TYPE,
        etag: await etagOf(bytes),
        status: stored.status,
      };
    },
    KEEP_MS,
  );
  if (made.kind === "absent" || made.kind === "unavailable") return unavailable();
  return respond(c.req.raw, {}, made.stored);
});

/** What an address of this host shows; null for every other. The scheme doesn't matter: CMSs change it. */
function pageAt(address: string, host: string) {
  const url = URL.parse(address);
  if (!url || url.host !== host || !/^https?:$/.test(url.protocol)) return null;
  const [, folder, id = "", card = "auto", ...more] = url.pathname.replace(/\/$/, "").split("/");
  const isRacePage = `/${folder}` === RACE_PAGES_ADDRESS && card === "auto";
  const isCard = `/${folder}` === EMBED_ADDRESS && url.pathname.split("/").length > 3;
  if (!(isRacePage || isCard) || more.length > 0 || !isRaceId(id)) return null;
  const looks = embedQuery.safeParse(Object.fromEntries(url.searchParams));
  if (!CARD_CHOICES.includes(card) || !looks.success) return null;
  return { id, card, looks: looks.data };
}
