import { Hono } from "hono";
import { changeQuery } from "../../../contract/desk/changes.ts";
import type { RevisionList } from "../../../contract/desk/revisions.ts";
import { pageQuery } from "../../../contract/page.ts";
import { deskOf } from "../../desk/stub.ts";
import { answer } from "./answer.ts";
import { type DeskEnv, requires } from "../../auth/desk-auth.ts";
import { withContent } from "./json.ts";
import { deskProblem } from "../../http/problem.ts";
import { readQuery } from "../../http/read-query.ts";
import { readTerms } from "./read-terms.ts";
import { nextPage, numberIn, pageOf } from "../page.ts";

/** Everything that was ever accepted, and the way back to it. */
export const deskRevisions = new Hono<DeskEnv>();

deskRevisions.get("/", requires("read"), async (c) => {
  const query = readQuery(c, pageQuery);
  if (!query.ok) return deskProblem("bad_request", query.detail);
  const page = pageOf(query.value);
  const revisions = await deskOf(c.env, c.var.race).revisions(page.before, page.limit);
  if (revisions === null)
    return deskProblem("unknown_race", "PUT its race.json to …/desk/race first.");
  const told: RevisionList = { revisions, before: nextPage(revisions, page) };
  return c.json(told);
});

deskRevisions.get("/:n", requires("read"), async (c) => {
  const n = numberIn(c.req.param("n"));
  const found = n === null ? null : await deskOf(c.env, c.var.race).revision(n);
  return found === null ? unknownRevision() : withContent(found.entry, found.body);
});

deskRevisions.post("/:n/restore", requires("publish"), async (c) => {
  const n = numberIn(c.req.param("n"));
  if (n === null) return unknownRevision();
  const query = readQuery(c, changeQuery);
  if (!query.ok) return deskProblem("bad_request", query.detail);
  const terms = await readTerms(c, query.value);
  if (terms instanceof Response) return terms;
  const { race } = c.var;
  return answer(await deskOf(c.env, race).restore(race, n, terms));
});

function unknownRevision(): Response {
  return deskProblem("unknown_revision", "GET …/desk/revisions lists those there are.");
}
