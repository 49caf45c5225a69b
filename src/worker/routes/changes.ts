import { Hono } from "hono";
import { raceAddress } from "../../contract/addresses.ts";
import { type ChangeList, changesQuery, MAX_CHANGES } from "../../contract/races.ts";
import { registryOf } from "../desk/registry/registry-of.ts";
import type { AppEnv } from "../env.ts";
import { problem } from "../http/problem.ts";
import { readQuery } from "../http/read-query.ts";
import { answer } from "./answer.ts";
import { asValue } from "./kept-publications.ts";

/** For programs that follow every race: what has changed since they last asked. */
export const changes = new Hono<AppEnv>();

/** Each isolate asks the registry this often at most for one cursor. */
const HOLD_MS = 2000;

changes.get("/", async (c) => {
  const query = readQuery(c, changesQuery);
  if (!query.ok) return problem("bad_request", query.detail);
  const { since } = query.value;
  const load = async () => {
    const found = await registryOf(c.env).changes(since, MAX_CHANGES + 1);
    const listed = found.slice(0, MAX_CHANGES);
    const told: ChangeList = {
      changes: listed.map(({ race, publication, at, withdrawn }) => ({
        id: race,
        publication,
        at,
        href: withdrawn ? null : raceAddress(race),
      })),
      cursor: listed.at(-1)?.seq ?? since,
      more: found.length > listed.length,
    };
    return asValue(told);
  };
  const reading = await c.var.read(`changes since ${since}`, load, HOLD_MS);
  if (reading.kind === "absent") return c.notFound();
  const told = answer(c, reading);
  if (told.ok) told.headers.set("Cache-Control", "public, max-age=2");
  return told;
});
