import { Hono } from "hono";
import { racePageQuery } from "../../contract/pages.ts";
import type { RaceDocument } from "../../race/schema/document.ts";
import { chooseTag } from "../../wording/choose-tag.ts";
import { LANGUAGE_TAGS } from "../../wording/languages.ts";
import { deskOf } from "../desk/stub.ts";
import type { AppEnv, Env } from "../env.ts";
import { problem } from "../http/problem.ts";
import { readQuery } from "../http/read-query.ts";
import { respond } from "../http/respond.ts";
import { type Published, raceFeed } from "../pages/race-feed.tsx";
import { encode, etagOf } from "../store/fingerprint.ts";
import { isRaceId, raceKey } from "../store/keys.ts";
import { load } from "../store/load.ts";
import { ATOM_TYPE, type StoredValue } from "../store/stored-value.ts";
import { loadPublication } from "./kept-publications.ts";
import { RACES } from "./published.ts";
import { badRaceId, unavailable, unknownRace } from "./refusals.ts";

/** What changed about a race, for feed readers: made when asked for, kept by publication. */
export const raceFeeds = new Hono<AppEnv>();

/** How many publications a feed looks back on. */
const LENGTH = 20;
const LAST = Number.MAX_SAFE_INTEGER;
/** What was made of one publication and those before it doesn't change. */
const KEEP_MS = 24 * 60 * 60 * 1000;

raceFeeds.get("/:id/feed.xml", async (c) => {
  const { id } = c.req.param();
  if (!isRaceId(id)) return badRaceId();
  const query = readQuery(c, racePageQuery);
  if (!query.ok) return problem("bad_request", query.detail);
  const race = await c.var.read(raceKey(id), () => load(c.env.RACES, raceKey(id)));
  if (race.kind === "absent") return unknownRace(id);
  if (race.kind === "unavailable") return unavailable();
  // Older publications may show what a law now forbids.
  const { quiet, etag, status } = race.stored;
  if (quiet) return problem("quiet", `${quiet.law}, until ${quiet.to}`);
  const lang = chooseTag(query.value.lang ?? "", LANGUAGE_TAGS);
  const { origin } = new URL(c.req.url);
  const feed = await c.var.read(
    ["feed", id, etag, lang ?? "", origin].join(" "),
    async () => {
      const publications = await publicationsOf(c.env, id);
      const whole = publications.length <= LENGTH;
      const text = raceFeed(publications, origin, { whole, lang });
      return text === "" ? null : atom(text, status);
    },
    KEEP_MS,
  );
  return feed.kind === "fresh" || feed.kind === "stale"
    ? respond(c.req.raw, {}, feed.stored)
    : unavailable();
});

/** The latest publications that readers had, newest first, with one more to compare the last with. */
async function publicationsOf(env: Env, id: string): Promise<readonly Published[]> {
  const listed = await deskOf(env, id).publications(LAST, LENGTH + 1);
  const found = await Promise.all(
    listed.map(async ({ n, acknowledgedAt }): Promise<Published[]> => {
      if (acknowledgedAt === null) return [];
      const stored = await loadPublication(RACES, env, id, n);
      if (stored === null) return [];
      const race = JSON.parse(new TextDecoder().decode(stored.body)) as RaceDocument;
      return [{ n, at: acknowledgedAt, race }];
    }),
  );
  return found.flat();
}

async function atom(text: string, status: StoredValue["status"]): Promise<StoredValue> {
  const bytes = encode(text);
  const etag = await etagOf(bytes);
  return { body: bytes.slice().buffer, mediaType: ATOM_TYPE, etag, status };
}
