import { Hono } from "hono";
import { FORMAT_NAMES } from "../../../formats/formats.ts";
import { fileQuery } from "../../../contract/desk/files.ts";
import { type DeskEnv, requires } from "../../auth/desk-auth.ts";
import { deskOf } from "../../desk/stub.ts";
import { deskProblem } from "../../http/problem.ts";
import { readQuery } from "../../http/read-query.ts";
import { answer } from "./answer.ts";
import { bodyOfDesk, readingOf } from "./reading.ts";
import { readTerms } from "./read-terms.ts";

/** A file for all that it has for a race. */
export const deskImport = new Hono<DeskEnv>();

const importQuery = fileQuery(FORMAT_NAMES);

deskImport.post("/import", requires("publish"), bodyOfDesk, async (c) => {
  const query = readQuery(c, importQuery);
  if (!query.ok) return deskProblem("bad_request", query.detail);
  if (c.req.header("If-Match") !== undefined || c.req.header("If-None-Match") !== undefined)
    return deskProblem(
      "bad_request",
      "If-Match is about one section, and a file may fill several: leave it out here.",
    );
  const file = new Uint8Array(await c.req.arrayBuffer());
  const terms = await readTerms(c, query.value, file);
  if (terms instanceof Response) return terms;
  const { race } = c.var;
  const reading = readingOf(query.value, null);
  const wanted = { race, section: null, action: "merge", file, reading, listsAreas: true } as const;
  return answer(await deskOf(c.env, race).import(wanted, terms));
});
