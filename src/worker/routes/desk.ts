import type { Context } from "hono";
import { Hono } from "hono";
import { SOURCE_NAMES, type SourceName } from "../../race/check.ts";
import type { RaceDesk } from "../desk/race-desk.ts";
import { type Change, sectionTag } from "../desk/terms.ts";
import { matchesIfNoneMatch } from "../http/if-none-match.ts";
import { JSON_TYPE } from "../http/respond.ts";
import { answer } from "./desk-answer.ts";
import { type DeskEnv, requires } from "./desk-auth.ts";
import { deskProblem } from "./desk-problem.ts";
import { readFile, readTerms } from "./desk-request.ts";

/** One race's desk, for whoever holds a token: what editors keep, and how it changes. */
export const desk = new Hono<DeskEnv>();

const SECTION = `/:section{${SOURCE_NAMES.join("|")}}` as const;
const SECTION_METHODS = "GET, HEAD, PUT, POST, DELETE";

desk.get(SECTION, requires("read"), async (c) => {
  const section = c.req.param("section") as SourceName;
  const found = await deskOf(c).read(section);
  if (found === null)
    return deskProblem("unknown_section", `Nothing has been put at …/desk/${section} yet.`);
  const etag = sectionTag(found.revision);
  const headers = { ETag: etag, "Content-Type": JSON_TYPE, "Cache-Control": "no-store" };
  const ifNoneMatch = c.req.header("If-None-Match");
  if (ifNoneMatch !== undefined && matchesIfNoneMatch(ifNoneMatch, etag))
    return new Response(null, { status: 304, headers });
  return new Response(found.body, { headers });
});

const ACTIONS = { PUT: "put", POST: "merge", DELETE: "delete" } as const satisfies Record<
  string,
  Change["action"]
>;

desk.on(["PUT", "POST", "DELETE"], SECTION, requires("publish"), async (c) => {
  const file = await readFile(c.req.raw);
  if (file instanceof Response) return file;
  const terms = await readTerms(c, file);
  if (terms instanceof Response) return terms;
  const change: Change = {
    race: c.get("race"),
    section: c.req.param("section") as SourceName,
    action: ACTIONS[c.req.method as keyof typeof ACTIONS],
    file,
    format: c.req.query("format") ?? null,
  };
  return answer(await deskOf(c).change(change, terms));
});

desk.all(SECTION, () =>
  deskProblem(
    "method_not_allowed",
    `Use one of ${SECTION_METHODS}.`,
    {},
    { Allow: SECTION_METHODS },
  ),
);

function deskOf(c: Context<DeskEnv>): DurableObjectStub<RaceDesk> {
  return c.env.DESKS.get(c.env.DESKS.idFromName(c.get("race")));
}
