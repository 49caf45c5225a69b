import { Hono } from "hono";
import { deskOf } from "../../desk/stub.ts";
import { type DeskEnv, requires } from "../../auth/desk-auth.ts";
import { deskImport } from "./import.ts";
import { deskHeld } from "./held.ts";
import { otherDeskMethods } from "../../http/other-methods.ts";
import { deskProblem } from "../../http/problem.ts";
import { deskRevisions } from "./revisions.ts";
import { deskSections } from "./sections.ts";
import { deskStops } from "./stops.ts";

/** One race's desk, for whoever holds a token: what editors keep, how it changes, how it is doing. */
export const desk = new Hono<DeskEnv>();

desk.use(otherDeskMethods(desk));

desk.get("/", requires("read"), async (c) => {
  const summary = await deskOf(c.env, c.var.race).summary();
  return summary === null ? unknownRace() : c.json(summary);
});

/** Whether KV has what the desk published. */
desk.get("/stored", requires("read"), async (c) => {
  const found = await deskOf(c.env, c.var.race).stored();
  return found === null ? unknownRace() : c.json(found);
});

/** Writes every key of the race to KV again. */
desk.post("/republish", requires("publish"), async (c) => {
  const summary = await deskOf(c.env, c.var.race).republish();
  return summary === null ? unknownRace() : c.json(summary, 202);
});

desk.route("/revisions", deskRevisions);
desk.route("/held", deskHeld);
desk.route("/", deskImport);
desk.route("/", deskStops);
desk.route("/", deskSections);

function unknownRace(): Response {
  return deskProblem("unknown_race", "PUT its race.json to …/desk/race first.");
}
