import { Hono } from "hono";
import { deskOf } from "../../desk/stub.ts";
import { answer } from "./answer.ts";
import { type DeskEnv, requires } from "../../auth/desk-auth.ts";
import { withContent } from "./json.ts";
import { deskProblem, wrongMethod } from "./problem.ts";
import { readTerms, refuseQuery } from "./request.ts";
import { wholeNumber } from "../page.ts";

/** Changes that wait for somebody to look at them; readers keep the last good numbers meanwhile. */
export const deskHeld = new Hono<DeskEnv>();

deskHeld.get("/", requires("read"), async (c) => {
  const held = await deskOf(c.env, c.var.race).heldChanges();
  if (held === null) return deskProblem("unknown_race", "PUT its race.json to …/desk/race first.");
  return c.json({ held });
});
deskHeld.all("/", () => wrongMethod("GET, HEAD"));

deskHeld.get("/:h", requires("read"), async (c) => {
  const h = wholeNumber(c.req.param("h"));
  const found = h === null ? null : await deskOf(c.env, c.var.race).heldChange(h);
  return found === null ? unknownHeld() : withContent(found.entry, found.body);
});

deskHeld.delete("/:h", requires("publish"), async (c) => {
  const refusal = refuseQuery(c, []);
  if (refusal !== null) return refusal;
  const h = wholeNumber(c.req.param("h"));
  const dropped = h !== null && (await deskOf(c.env, c.var.race).drop(h));
  return dropped ? new Response(null, { status: 204 }) : unknownHeld();
});
deskHeld.all("/:h", () => wrongMethod("GET, HEAD, DELETE"));

deskHeld.post("/:h/approve", requires("approve"), async (c) => {
  const h = wholeNumber(c.req.param("h"));
  if (h === null) return unknownHeld();
  const terms = await readTerms(c, new Uint8Array());
  if (terms instanceof Response) return terms;
  const { race } = c.var;
  return answer(await deskOf(c.env, race).approve(race, h, terms));
});
deskHeld.all("/:h/approve", () => wrongMethod("POST"));

function unknownHeld(): Response {
  return deskProblem("unknown_held", "It was released or dropped, or never was.");
}
