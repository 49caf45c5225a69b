import { Hono } from "hono";
import { SOURCE_NAMES, type SourceName } from "../../../race/check.ts";
import { deskOf } from "../../desk/stub.ts";
import { type Change, sectionTag } from "../../desk/writes/terms.ts";
import { matchesIfNoneMatch } from "../../http/if-none-match.ts";
import { answer } from "./answer.ts";
import { type DeskEnv, requires } from "../../auth/desk-auth.ts";
import { deskProblem, wrongMethod } from "./problem.ts";
import { jsonBytes } from "./json.ts";
import { readingQuery, readReading } from "./reading.ts";
import { readFile, readTerms } from "./request.ts";

/** The bodies that editors keep, exactly one shape both ways. */
export const deskSections = new Hono<DeskEnv>();

const SECTION = `/:section{${SOURCE_NAMES.join("|")}}` as const;

deskSections.get(SECTION, requires("read"), async (c) => {
  const section = c.req.param("section") as SourceName;
  const found = await deskOf(c.env, c.var.race).source(section);
  if (found === null)
    return deskProblem("unknown_section", `Nothing has been put at …/desk/${section} yet.`);
  const headers = { ETag: sectionTag(found.revision), "Last-Modified": httpDate(found.at) };
  const known = c.req.header("If-None-Match");
  if (known !== undefined && matchesIfNoneMatch(known, headers.ETag))
    return new Response(null, { status: 304, headers });
  return jsonBytes(found.body, headers);
});

const ACTIONS = { PUT: "put", POST: "merge", DELETE: "delete" } as const satisfies Record<
  string,
  Change["action"]
>;

deskSections.on(["PUT", "POST", "DELETE"], SECTION, requires("publish"), async (c) => {
  const file = await readFile(c.req.raw);
  if (file instanceof Response) return file;
  const terms = await readTerms(c, file, Object.keys(readingQuery.shape));
  if (terms instanceof Response) return terms;
  const reading = readReading(c);
  if (reading instanceof Response) return reading;
  const { race } = c.var;
  const section = c.req.param("section") as SourceName;
  const action = ACTIONS[c.req.method as keyof typeof ACTIONS];
  const change = { race, section, action, file, reading };
  return answer(await deskOf(c.env, race).change(change, terms));
});

deskSections.all(SECTION, () => wrongMethod("GET, HEAD, PUT, POST, DELETE"));

function httpDate(at: string): string {
  return new Date(at).toUTCString();
}
