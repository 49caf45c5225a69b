import type { Context } from "hono";
import { Hono } from "hono";
import { SECTIONS } from "../../race/schema/common.ts";
import type { AppEnv } from "../env.ts";
import { CACHE_ABSENT } from "../http/cache-control.ts";
import { allowReading, READ_METHODS } from "../http/cors.ts";
import { problem } from "../http/problem.ts";
import { CSV_TYPE, JSON_TYPE, respond } from "../http/respond.ts";
import type { Part } from "../store/keys.ts";
import { isRaceId, partKey, raceKey } from "../store/keys.ts";
import { LIST_HOLD_MS, LIST_KEY, loadRaceList } from "../store/load-race-list.ts";
import { load } from "../store/load.ts";
import { read } from "../store/read.ts";
import type { Reading, Stored } from "../store/stored.ts";

/** The list, a race, its sections: everything readers get from KV. */
export const races = new Hono<AppEnv>();

races.get("/", async (c) => {
  const reading = await ask(c, LIST_KEY, () => loadRaceList(c.env.RACES), LIST_HOLD_MS);
  return answer(c, reading, JSON_TYPE) ?? c.notFound();
});

races.get("/:id", async (c) => {
  const id = c.req.param("id");
  if (!isRaceId(id)) return badRaceId();
  const key = raceKey(id);
  const reading = await ask(c, key, () => load(c.env.RACES, key));
  return answer(c, reading, JSON_TYPE) ?? unknownRace(id);
});

races.get("/:id/:part", async (c) => {
  const { id, part } = c.req.param();
  if (!isRaceId(id)) return badRaceId();
  if (!isPart(part)) return unknownSection(id);
  const key = partKey(id, part);
  const reading = await ask(c, key, () => load(c.env.RACES, key));
  return answer(c, reading, part.endsWith(".csv") ? CSV_TYPE : JSON_TYPE) ?? unknownSection(id);
});

for (const path of ["/", "/:id", "/:id/:part"]) {
  races.options(path, allowReading);
  races.all(path, () =>
    problem("method_not_allowed", `Use one of ${READ_METHODS}.`, { Allow: READ_METHODS }),
  );
}

function ask(
  c: Context<AppEnv>,
  key: string,
  loader: () => Promise<Stored | null>,
  holdMs?: number,
): Promise<Reading> {
  const context = {
    shelf: c.get("shelf"),
    now: c.get("now"),
    waitUntil: (work: Promise<unknown>) => c.executionCtx.waitUntil(work),
  };
  return read(context, key, loader, holdMs);
}

/** The response to what a read came to; null where nothing is there, which each address says its own way. */
function answer(
  c: Context<AppEnv>,
  reading: Reading,
  type: typeof JSON_TYPE | typeof CSV_TYPE,
): Response | null {
  switch (reading.kind) {
    case "fresh":
      return respond(c.req.raw, c.env, reading.stored, type, null);
    case "stale":
      return respond(c.req.raw, c.env, reading.stored, type, reading.seconds);
    case "absent":
      return null;
    case "unavailable":
      return problem("unavailable", "Try again in a few seconds.", { "Retry-After": "5" });
  }
}

const PARTS: ReadonlySet<string> = new Set(SECTIONS.flatMap((name) => [name, `${name}.csv`]));

function isPart(text: string): text is Part {
  return PARTS.has(text);
}

function badRaceId(): Response {
  return problem(
    "bad_race_id",
    "A race id is 3 to 64 characters of a-z, 0-9 and hyphen. /v1/races lists those there are.",
  );
}

function unknownRace(id: string): Response {
  return problem(
    "unknown_race",
    `No race ${id} has been published. Check the spelling; /v1/races lists those there are.`,
    { "Cache-Control": CACHE_ABSENT },
  );
}

function unknownSection(id: string): Response {
  return problem(
    "unknown_section",
    `Nothing has been published at this address. Check that /v1/races/${id} is there and has this section; sections are ${SECTIONS.join(", ")}, each also with .csv.`,
    { "Cache-Control": CACHE_ABSENT },
  );
}
