import { Hono } from "hono";
import { EMBED_ADDRESS, STYLE_ADDRESS, type EmbedQuery, embedQuery } from "../../contract/pages.ts";
import type { RaceDocument } from "../../race/schema/document.ts";
import { chooseTag } from "../../wording/choose-tag.ts";
import { LANGUAGE_TAGS } from "../../wording/languages.ts";
import type { AppEnv } from "../env.ts";
import { problem } from "../http/problem.ts";
import { readQuery } from "../http/read-query.ts";
import { respondPage } from "../http/respond-page.ts";
import { respond } from "../http/respond.ts";
import { CARD_STYLE } from "../pages/card-style.ts";
import { CARD_CHOICES, embedFragment, embedPage } from "../pages/embed.tsx";
import { encode, etagOf } from "../store/fingerprint.ts";
import { isRaceId, raceKey } from "../store/keys.ts";
import type { KvReader } from "../store/kv.ts";
import { loadFull } from "../store/load-full.ts";
import { load } from "../store/load.ts";
import { CSS_TYPE, HTML_TYPE, type StoredValue } from "../store/stored-value.ts";
import { badRaceId, unavailable, unknownCard, unknownRace } from "./refusals.ts";

/** Cards for frames, and as fragments of HTML: drawn when asked for, kept by publication. */
export const embeds = new Hono<AppEnv>();

/** What was drawn of one publication doesn't change. */
const KEEP_MS = 24 * 60 * 60 * 1000;
const FRAGMENT = ".html";
embeds.get(STYLE_ADDRESS.slice(EMBED_ADDRESS.length), async (c) => {
  const body = encode(CARD_STYLE);
  const stored: StoredValue = {
    body: body.slice().buffer,
    mediaType: CSS_TYPE,
    etag: await etagOf(body),
    status: null,
  };
  const answer = respond(c.req.raw, {}, stored);
  answer.headers.set("Cross-Origin-Resource-Policy", "cross-origin");
  return answer;
});

embeds.get("/:id/:card", async (c) => {
  const { id, card: file } = c.req.param();
  if (!isRaceId(id)) return badRaceId();
  const isFragment = file.endsWith(FRAGMENT);
  const card = isFragment ? file.slice(0, -FRAGMENT.length) : file;
  if (!CARD_CHOICES.includes(card)) return unknownCard(CARD_CHOICES);
  const query = readQuery(c, embedQuery);
  if (!query.ok) return problem("bad_request", query.detail);

  const race = await c.var.read(raceKey(id), () => load(c.env.RACES, raceKey(id)));
  if (race.kind === "absent") return unknownRace(id);
  if (race.kind === "unavailable") return unavailable();
  const wanted = { card, query: query.value, isFragment, origin: new URL(c.req.url).origin };
  // A nonce is for one answer only: nobody else will ask for the same.
  const drawn =
    wanted.query.nonce === undefined
      ? await c.var.read(
          nameOf(race.stored, id, wanted),
          () => draw(c.env.RACES, race.stored, wanted),
          KEEP_MS,
        )
      : ({ kind: "fresh", stored: await draw(c.env.RACES, race.stored, wanted) } as const);
  if (drawn.kind === "absent" || drawn.kind === "unavailable") return unavailable();
  const answer = isFragment
    ? respond(c.req.raw, {}, drawn.stored)
    : await respondPage(c.req.raw, drawn.stored, { framedBy: "*" });
  if (race.kind === "stale") answer.headers.set("Topline-Stale", String(race.seconds));
  return answer;
});

type Wanted = {
  readonly card: string;
  readonly query: EmbedQuery;
  readonly isFragment: boolean;
  readonly origin: string;
};

async function draw(kv: KvReader, race: StoredValue, wanted: Wanted): Promise<StoredValue> {
  const document = JSON.parse(new TextDecoder().decode(race.body)) as RaceDocument;
  const { card, query, isFragment, origin } = wanted;
  const full = await loadFull(kv, document, card);
  const bytes = encode(
    isFragment
      ? embedFragment(document, card, query, { origin, styleAddress: STYLE_ADDRESS, full })
      : embedPage(document, card, query, { origin, full }),
  );
  return {
    body: bytes.slice().buffer,
    mediaType: HTML_TYPE,
    etag: await etagOf(bytes),
    status: race.status,
  };
}

/** The name of its copies: all that it depends on, so that no other request can make it wrong. */
function nameOf(
  race: StoredValue,
  id: string,
  { card, query, isFragment, origin }: Wanted,
): string {
  const { lang, theme, live, style } = query;
  const tag = lang === undefined ? "" : (chooseTag(lang, LANGUAGE_TAGS) ?? "");
  const form = isFragment ? style : "page";
  return ["embed", id, card, race.etag, tag, theme, live ?? "on", form, origin].join(" ");
}
