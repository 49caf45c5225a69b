import { type Context, Hono } from "hono";
import type { z } from "zod";
import { newPause, newPin, type PinList } from "../../../contract/desk/stops.ts";
import { emptyQuery } from "../../../contract/query.ts";
import { type Section, SECTIONS } from "../../../race/sections/index.ts";
import { type DeskEnv, requires } from "../../auth/desk-auth.ts";
import { deskOf } from "../../desk/stub.ts";
import { deskProblem } from "../../http/problem.ts";
import { readQuery } from "../../http/read-query.ts";
import { numberIn } from "../page.ts";
import { answer } from "./answer.ts";
import { readTerms } from "./read-terms.ts";

/** How editors stop numbers: figures that are pinned, sections that are paused. */
export const deskStops = new Hono<DeskEnv>();

const MAX_BYTES = 10_000;
const PAUSED = `/paused/:section{(?:${SECTIONS.join("|")})}` as const;

deskStops.get("/pins", requires("read"), async (c) => {
  const pins = await deskOf(c.env, c.var.race).pins();
  if (pins === null) return unknownRace();
  const told: PinList = { pins };
  return c.json(told);
});

deskStops.post("/pins", requires("publish"), async (c) => {
  const wanted = await bodyOf(c, newPin);
  if (wanted instanceof Response) return wanted;
  const made = await deskOf(c.env, c.var.race).pin(wanted, c.var.token);
  if (made === null)
    return deskProblem("unknown_section", "Readers have no figure there: check area and measure.");
  return c.json(made);
});

deskStops.delete("/pins/:p", requires("publish"), async (c) => {
  const query = readQuery(c, emptyQuery);
  if (!query.ok) return deskProblem("bad_request", query.detail);
  const p = numberIn(c.req.param("p"));
  const gone = p !== null && (await deskOf(c.env, c.var.race).unpin(p));
  return gone
    ? new Response(null, { status: 204 })
    : deskProblem("unknown_pin", "GET …/desk/pins lists those there are.");
});

deskStops.put(PAUSED, requires("publish"), async (c) => {
  const wanted = await bodyOf(c, newPause);
  if (wanted instanceof Response) return wanted;
  const section = c.req.param("section") as Section;
  const pause = await deskOf(c.env, c.var.race).pause(section, wanted.text, c.var.token);
  return pause === null ? unknownRace() : c.json(pause);
});

deskStops.delete(PAUSED, requires("publish"), async (c) => {
  const query = readQuery(c, emptyQuery);
  if (!query.ok) return deskProblem("bad_request", query.detail);
  const terms = await readTerms(c, {});
  if (terms instanceof Response) return terms;
  const section = c.req.param("section") as Section;
  const outcome = await deskOf(c.env, c.var.race).resume(c.var.race, section, terms);
  if (outcome === "not_paused")
    return deskProblem("not_paused", "PUT a sentence there to pause it.");
  return outcome === null ? new Response(null, { status: 204 }) : answer(outcome);
});

/** The JSON of a small request, or the answer to what can't be one. */
async function bodyOf<T>(c: Context<DeskEnv>, schema: z.ZodType<T>): Promise<T | Response> {
  const text = await c.req.text();
  if (text.length > MAX_BYTES)
    return deskProblem("too_large", `This body may have ${MAX_BYTES} bytes.`);
  const parsed = schema.safeParse(jsonOf(text));
  if (parsed.success) return parsed.data;
  const errors = parsed.error.issues.map(({ path, message }) => ({
    line: null,
    column: null,
    field: path.join(".") || null,
    message,
  }));
  return deskProblem("faulty", "Mend it and send it again.", { errors });
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function unknownRace(): Response {
  return deskProblem("unknown_race", "PUT its race.json to …/desk/race first.");
}
