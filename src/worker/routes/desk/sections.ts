import { Hono } from "hono";
import { changeQuery } from "../../../contract/desk/changes.ts";
import { fileQuery } from "../../../contract/desk/files.ts";
import { FORMAT_NAMES } from "../../../formats/formats.ts";
import { isZip } from "../../../formats/text/unzip.ts";
import { SOURCE_NAMES, type SourceName } from "../../../race/check.ts";
import { type DeskEnv, requires } from "../../auth/desk-auth.ts";
import { deskOf } from "../../desk/stub.ts";
import { OWN_JSON } from "../../desk/writes/read-body.ts";
import { sectionTag } from "../../desk/writes/terms.ts";
import { matchesIfNoneMatch } from "../../http/if-none-match.ts";
import { deskProblem } from "../../http/problem.ts";
import { readQuery } from "../../http/read-query.ts";
import { answer } from "./answer.ts";
import { jsonBytes } from "./json.ts";
import { bodyOfDesk, readingOf } from "./reading.ts";
import { readTerms } from "./read-terms.ts";

/** The bodies that editors keep, exactly one shape both ways. */
export const deskSections = new Hono<DeskEnv>();

/** The group ties every name to both ends of the segment: without it `resultsX` is `results`. */
const SECTION = `/:section{(?:${SOURCE_NAMES.join("|")})}` as const;

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

const formatQuery = fileQuery(FORMAT_NAMES);
const ACTIONS = { PUT: "put", POST: "merge" } as const;

deskSections.on(["PUT", "POST"], SECTION, requires("publish"), bodyOfDesk, async (c) => {
  const query = readQuery(c, formatQuery);
  if (!query.ok) return deskProblem("bad_request", query.detail);
  const file = new Uint8Array(await c.req.arrayBuffer());
  const terms = await readTerms(c, query.value, file);
  if (terms instanceof Response) return terms;
  const { race } = c.var;
  const section = c.req.param("section") as SourceName;
  const action = ACTIONS[c.req.method as keyof typeof ACTIONS];
  // Zips and workbooks are neither of our own two forms, whatever they are sent as.
  const type = isZip(file) ? null : (c.req.header("Content-Type") ?? "");
  const reading = readingOf(query.value, type);
  return answer(await deskOf(c.env, race).change({ race, section, action, file, reading }, terms));
});

deskSections.delete(SECTION, requires("publish"), async (c) => {
  const query = readQuery(c, changeQuery);
  if (!query.ok) return deskProblem("bad_request", query.detail);
  const terms = await readTerms(c, query.value);
  if (terms instanceof Response) return terms;
  const { race } = c.var;
  const section = c.req.param("section") as SourceName;
  const nothing = { action: "delete", file: new Uint8Array(), reading: OWN_JSON } as const;
  return answer(await deskOf(c.env, race).change({ race, section, ...nothing }, terms));
});

function httpDate(at: string): string {
  return new Date(at).toUTCString();
}
