import { env } from "cloudflare:workers";
import { beforeAll, expect, test } from "vitest";
import { openApp, Switch } from "../harness.ts";

/** A thousand writes take their time on a busy machine. */
const SETUP_TIMEOUT_MS = 60_000;

/** One more than KV gives in a page. */
const RACES = 1_001;

function id(n: number): string {
  return `race-${String(n).padStart(4, "0")}`;
}

beforeAll(async () => {
  const details = { title: "TEST", electionDate: "2030-06-20", status: "upcoming", test: true };
  const metadata = { ...details, updatedAt: "2030-06-19T12:00:00-04:00" };
  await Promise.all(
    Array.from({ length: RACES }, (_, n) => env.RACES.put(`race:${id(n)}`, "{}", { metadata })),
  );
  await env.RACES.put("race:by-hand", "{}");
  await env.RACES.put("section:race-0001:polls", "{}", { metadata });
}, SETUP_TIMEOUT_MS);

type List = { races: { id: string }[] };

test("all pages of the list are read, in the order of ids, and only what was published", async () => {
  const gate = new Switch();
  const answer = await openApp({ RACES: gate.kv }).ask("/v1/races");
  const { races } = await answer.json<List>();
  expect(races.map((race) => race.id)).toEqual(Array.from({ length: RACES }, (_, n) => id(n)));
  expect(gate.asked).toEqual(["list", "list"]);
});

test("the list is held for two minutes, then found again with the same tag", async () => {
  const gate = new Switch();
  const { ask, clock } = openApp({ RACES: gate.kv });
  const etag = (await ask("/v1/races")).headers.get("ETag")!;
  clock.now += 119_999;
  const known = await ask("/v1/races", { headers: { "If-None-Match": etag } });
  expect(known.status).toBe(304);
  expect(gate.asked).toHaveLength(2);
  clock.now += 1;
  expect((await ask("/v1/races")).headers.get("ETag")).toBe(etag);
  expect(gate.asked).toHaveLength(4);
});

test("when KV fails the last list answers, and says how old it is", async () => {
  const gate = new Switch();
  const { ask, clock } = openApp({ RACES: gate.kv });
  await ask("/v1/races");
  gate.mode = "fails";
  clock.now += 300_000;
  const stale = await ask("/v1/races");
  expect(stale.headers.get("Topline-Stale")).toBe("300");
  expect((await stale.json<List>()).races).toHaveLength(RACES);
});
