import { Hono } from "hono";
import { deskOf } from "../../desk/stub.ts";
import { answer } from "./answer.ts";
import { type DeskEnv, requires } from "../../auth/desk-auth.ts";
import { withContent } from "./json.ts";
import { deskProblem, wrongMethod } from "./problem.ts";
import { readTerms } from "./request.ts";
import { nextPage, readPage, wholeNumber } from "../page.ts";

/** Everything that was ever accepted, and the way back to it. */
export const deskRevisions = new Hono<DeskEnv>();

deskRevisions.get("/", requires("read"), async (c) => {
  const page = readPage(c);
  if (page === null)
    return deskProblem("bad_request", "?before= is a number, ?limit= one from 1 to 1000.");
  const revisions = await deskOf(c.env, c.var.race).revisions(page.before, page.limit);
  if (revisions === null)
    return deskProblem("unknown_race", "PUT its race.json to …/desk/race first.");
  return c.json({ revisions, before: nextPage(revisions, page) });
});
deskRevisions.all("/", () => wrongMethod("GET, HEAD"));

deskRevisions.get("/:n", requires("read"), async (c) => {
  const n = wholeNumber(c.req.param("n"));
  const found = n === null ? null : await deskOf(c.env, c.var.race).revision(n);
  return found === null ? unknownRevision() : withContent(found.entry, found.body);
});
deskRevisions.all("/:n", () => wrongMethod("GET, HEAD"));

deskRevisions.post("/:n/restore", requires("publish"), async (c) => {
  const n = wholeNumber(c.req.param("n"));
  if (n === null) return unknownRevision();
  const terms = await readTerms(c, new Uint8Array());
  if (terms instanceof Response) return terms;
  const { race } = c.var;
  return answer(await deskOf(c.env, race).restore(race, n, terms));
});
deskRevisions.all("/:n/restore", () => wrongMethod("POST"));

function unknownRevision(): Response {
  return deskProblem("unknown_revision", "GET …/desk/revisions lists those there are.");
}
