import { Hono } from "hono";
import { changeQuery } from "../../../contract/desk/changes.ts";
import type { HeldList } from "../../../contract/desk/held.ts";
import { emptyQuery } from "../../../contract/query.ts";
import { deskOf } from "../../desk/stub.ts";
import { answer } from "./answer.ts";
import { type DeskEnv, requires } from "../../auth/desk-auth.ts";
import { withContent } from "./json.ts";
import { deskProblem } from "../../http/problem.ts";
import { readQuery } from "../../http/read-query.ts";
import { readTerms } from "./read-terms.ts";
import { heldTag } from "../../desk/writes/terms.ts";
import { numberIn } from "../page.ts";

/** Changes that wait for somebody to look at them; readers keep the last good numbers meanwhile. */
export const deskHeld = new Hono<DeskEnv>();

deskHeld.get("/", requires("read"), async (c) => {
  const held = await deskOf(c.env, c.var.race).heldChanges();
  if (held === null) return deskProblem("unknown_race", "PUT its race.json to …/desk/race first.");
  const told: HeldList = { held };
  return c.json(told);
});

deskHeld.get("/:h", requires("read"), async (c) => {
  const h = numberIn(c.req.param("h"));
  const found = h === null ? null : await deskOf(c.env, c.var.race).heldChange(h);
  if (found === null) return unknownHeld();
  return withContent(found.entry, found.body, { ETag: heldTag(found.entry.body) });
});

deskHeld.delete("/:h", requires("publish"), async (c) => {
  const query = readQuery(c, emptyQuery);
  if (!query.ok) return deskProblem("bad_request", query.detail);
  const h = numberIn(c.req.param("h"));
  const dropped = h !== null && (await deskOf(c.env, c.var.race).drop(h));
  return dropped ? new Response(null, { status: 204 }) : unknownHeld();
});

deskHeld.post("/:h/approve", requires("approve"), async (c) => {
  const h = numberIn(c.req.param("h"));
  if (h === null) return unknownHeld();
  const query = readQuery(c, changeQuery);
  if (!query.ok) return deskProblem("bad_request", query.detail);
  const terms = await readTerms(c, query.value);
  if (terms instanceof Response) return terms;
  const { race } = c.var;
  return answer(await deskOf(c.env, race).approve(race, h, terms));
});

function unknownHeld(): Response {
  return deskProblem("unknown_held", "It was released or dropped, or never was.");
}
