import { Hono } from "hono";
import { homeQuery } from "../../contract/home.ts";
import type { BoardList } from "../../contract/boards.ts";
import type { RaceList } from "../../contract/races.ts";
import type { RaceDocument } from "../../race/schema/document.ts";
import { chooseTag } from "../../wording/choose-tag.ts";
import { LANGUAGE_TAGS } from "../../wording/languages.ts";
import type { AppEnv, Env } from "../env.ts";
import { problem } from "../http/problem.ts";
import { readQuery } from "../http/read-query.ts";
import { respondPage } from "../http/respond-page.ts";
import { CARD_CHOICES } from "../pages/embed.tsx";
import { homePage } from "../pages/home/home-page.tsx";
import type { PinnedScript } from "../pages/home/snippets.ts";
import { encode, etagOf } from "../store/fingerprint.ts";
import { listKey, raceKey } from "../store/keys.ts";
import { BOARD_LIST, BOARD_LIST_HOLD_MS, loadBoardList } from "../store/load-board-list.ts";
import { LIST_HOLD_MS, loadPage } from "../store/load-race-list.ts";
import { load } from "../store/load.ts";
import { HTML_TYPE, type StoredValue } from "../store/stored-value.ts";
import { unavailable, unknownCard } from "./refusals.ts";

/** The page where people begin: drawn when asked for, kept as long as what it is drawn of. */
export const home = new Hono<AppEnv>();

/** What was drawn of one list and one publication doesn't change; a new pinned script does it. */
const KEEP_MS = 60_000;

home.get("/", async (c) => {
  const query = readQuery(c, homeQuery);
  if (!query.ok) return problem("bad_request", query.detail);
  const { card, lang } = query.value;
  if (!CARD_CHOICES.includes(card)) return unknownCard(CARD_CHOICES);
  if (lang !== "auto" && chooseTag(lang, LANGUAGE_TAGS) === undefined)
    return problem("bad_request", `?lang= is auto, ${LANGUAGE_TAGS.join(" or ")}.`);

  const kv = c.env.RACES;
  const [reading, boardReading] = await Promise.all([
    c.var.read(listKey(1), () => loadPage(kv, 1), LIST_HOLD_MS),
    c.var.read(BOARD_LIST, () => loadBoardList(kv), BOARD_LIST_HOLD_MS),
  ]);
  if (reading.kind === "absent" || reading.kind === "unavailable") return unavailable();
  if (boardReading.kind === "absent" || boardReading.kind === "unavailable") return unavailable();
  const list = parse<RaceList>(reading.stored);
  const { boards } = parse<BoardList>(boardReading.stored);
  const id = query.value.race ?? list.races[0]?.id;
  const race = id === undefined ? null : await c.var.read(raceKey(id), () => load(kv, raceKey(id)));
  if (race?.kind === "unavailable") return unavailable();
  const stored = race === null || race.kind === "absent" ? null : race.stored;

  const { origin } = new URL(c.req.url);
  const tags = [reading.stored.etag, boardReading.stored.etag, stored?.etag];
  const facts = JSON.stringify([...tags, origin, query.value]);
  const page = await c.var.read(
    `home ${facts}`,
    async () => {
      const document = stored && parse<RaceDocument>(stored);
      const pinned = await pinnedScript(c.env, origin);
      const text = homePage({ list, boards, race: document, query: query.value, origin, pinned });
      return html(text);
    },
    KEEP_MS,
  );
  if (page.kind === "absent" || page.kind === "unavailable") return unavailable();
  const answer = await respondPage(c.req.raw, page.stored, { formsTo: "'self'" });
  if (reading.kind === "stale") answer.headers.set("Topline-Stale", String(reading.seconds));
  if (answer.status === 200 && query.value.race !== undefined && stored === null)
    return new Response(answer.body, { status: 404, headers: answer.headers });
  return answer;
});

/** What `/w/latest.json` offers; null where nothing was built or released. */
async function pinnedScript({ ASSETS }: Env, origin: string): Promise<PinnedScript | null> {
  const answer = await ASSETS?.fetch(`${origin}/w/latest.json`).catch(() => null);
  return answer?.ok ? await answer.json<PinnedScript>() : null;
}

function parse<T>({ body }: StoredValue): T {
  return JSON.parse(new TextDecoder().decode(body)) as T;
}

async function html(text: string): Promise<StoredValue> {
  const bytes = encode(text);
  const body = bytes.slice().buffer;
  return { body, mediaType: HTML_TYPE, etag: await etagOf(bytes), status: null };
}
