import type { Context } from "hono";
import { Hono } from "hono";
import { raceListQuery } from "../../contract/races.ts";
import { SECTIONS } from "../../race/sections/index.ts";
import type { AppEnv } from "../env.ts";
import { CACHE_ABSENT } from "../http/cache-control.ts";
import { problem } from "../http/problem.ts";
import { forSpreadsheets, spreadsheetForm } from "../http/for-spreadsheets.ts";
import { readQuery } from "../http/read-query.ts";
import { encode, etagOf } from "../store/fingerprint.ts";
import {
  isRaceId,
  listKey,
  type LogFile,
  logKey,
  raceKey,
  type SectionFile,
  sectionKey,
} from "../store/keys.ts";
import type { KvReader } from "../store/kv.ts";
import { LIST_HOLD_MS, loadFiltered, loadPage } from "../store/load-race-list.ts";
import { load } from "../store/load.ts";
import { emptyLog, isLogFile } from "../store/log-files.ts";
import type { Lookup, StoredValue } from "../store/stored-value.ts";
import { answer, type Found } from "./answer.ts";
import { badRaceId, unknownPage, unknownRace } from "./refusals.ts";

/** What readers get from KV: the list of races, a race, its sections. */
export const races = new Hono<AppEnv>();

races.get("/", async (c) => {
  const query = readQuery(c, raceListQuery);
  if (!query.ok) return problem("bad_request", query.detail);
  const { page, ...conditions } = query.value;
  const wanted = Object.keys(conditions).length > 0;
  const key = wanted ? `races ${JSON.stringify(query.value)}` : listKey(page);
  const list = () =>
    wanted ? loadFiltered(c.env.RACES, query.value) : loadPage(c.env.RACES, page);
  const reading = await c.var.read(key, list, LIST_HOLD_MS);
  return reading.kind === "absent" ? unknownPage(page) : answer(c, reading);
});

races.get("/:id", async (c) => {
  const { id } = c.req.param();
  if (!isRaceId(id)) return badRaceId();
  const reading = await readKey(c, raceKey(id));
  return reading.kind === "absent" ? unknownRace(id) : answer(c, reading);
});

races.get("/:id/:file", async (c) => {
  const { id, file } = c.req.param();
  if (!isRaceId(id)) return badRaceId();
  if (isSectionFile(file)) {
    const reading = await readKey(c, sectionKey(id, file));
    if (reading.kind !== "absent") return answerFile(c, reading, id, file);
  }
  const race = await readKey(c, raceKey(id));
  if (race.kind === "absent") return unknownRace(id);
  if (!isLogFile(file)) return unknownSection(id);
  const log = await c.var.read(logKey(id, file), () => loadLog(c.env.RACES, id, file));
  return log.kind === "absent" ? unknownSection(id) : answerFile(c, log, id, file);
});

/** Tables are plain bytes, unless the query asks for them as spreadsheets open them. */
function answerFile(c: Context<AppEnv>, reading: Found, id: string, file: string): Response {
  const { url } = c.req;
  const form = file.endsWith(".csv") && url.includes("?") ? spreadsheetForm(url) : null;
  if (form === null || reading.kind === "unavailable") return answer(c, reading);
  const made = answer(c, { ...reading, stored: forSpreadsheets(reading.stored) });
  if (form === "download")
    made.headers.set("Content-Disposition", `attachment; filename="${id}-${file}"`);
  return made;
}

/** Nobody writes a log that has no entries: its address says so. */
async function loadLog(kv: KvReader, id: string, file: LogFile): Promise<StoredValue> {
  const stored = await load(kv, logKey(id, file));
  if (stored !== null) return stored;
  const { mediaType, text } = emptyLog(id, file);
  const bytes = encode(text);
  return { body: bytes.slice().buffer, mediaType, etag: await etagOf(bytes), status: null };
}

function readKey(c: Context<AppEnv>, key: string): Promise<Lookup> {
  return c.var.read(key, () => load(c.env.RACES, key));
}

const SECTION_FILES: ReadonlySet<string> = new Set(
  SECTIONS.flatMap((name) => [name, `${name}.csv`]),
);

function isSectionFile(text: string): text is SectionFile {
  return SECTION_FILES.has(text);
}

function unknownSection(id: string): Response {
  return problem(
    "unknown_section",
    `Sections are ${SECTIONS.join(", ")}, each also as .csv. Check the spelling, and in /v1/races/${id} whether this race has it yet.`,
    { "Cache-Control": CACHE_ABSENT },
  );
}
