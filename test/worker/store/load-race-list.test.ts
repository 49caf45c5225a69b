import { env } from "cloudflare:workers";
import { beforeAll, expect, test } from "vitest";
import { RACE } from "../fixture.ts";
import { openApp, Switch } from "../harness.ts";

// A deployment whose registry hasn't put the list yet: readers get what KV holds, race by race.

const RACES = 25;

/** The real KV, which gives its keys in pages of ten instead of a thousand. */
function smallPages(kv: KVNamespace): KVNamespace {
  return new Proxy(kv, {
    get(target, name) {
      const method: unknown = Reflect.get(target, name);
      if (typeof method !== "function") return method;
      if (name === "list")
        return (options: KVNamespaceListOptions) => target.list({ ...options, limit: 10 });
      return method.bind(target) as unknown;
    },
  });
}

function id(n: number): string {
  return `race-${String(n).padStart(4, "0")}`;
}

beforeAll(async () => {
  const metadata = { etag: '"x"', status: "upcoming", updatedAt: "2030-06-19T12:00:00-04:00" };
  await Promise.all(
    Array.from({ length: RACES }, (_, n) =>
      env.RACES.put(`race:${id(n)}`, JSON.stringify({ ...RACE, id: id(n) }), { metadata }),
    ),
  );
  await env.RACES.put("race:by-hand", "{}");
  await env.RACES.put("section:race-0001:polls", "{}", { metadata });
});

type List = { races: { id: string }[]; next: string | null };

test("all pages of the list are read, in the order of ids, and only what was published", async () => {
  const gate = new Switch(smallPages(env.RACES));
  const { ask } = openApp({ RACES: gate.kv });
  const found: string[] = [];
  let next: string | null = "/v1/races";
  while (next !== null) {
    const answer = await ask(next);
    expect(answer.status).toBe(200);
    const list: List = await answer.json();
    found.push(...list.races.map((race) => race.id));
    ({ next } = list);
  }
  // Three pages of keys, then each race.
  expect(gate.asked.filter((what) => what === "list")).toHaveLength(3);
  expect(found).toEqual(Array.from({ length: RACES }, (_, n) => id(n)));
});

test("the list is held for ten seconds, then found again with the same tag", async () => {
  const gate = new Switch(smallPages(env.RACES));
  const { ask, clock } = openApp({ RACES: gate.kv });
  const etag = (await ask("/v1/races")).headers.get("ETag")!;
  const before = gate.asked.length;
  clock.now += 9_999;
  const known = await ask("/v1/races", { headers: { "If-None-Match": etag } });
  expect(known.status).toBe(304);
  expect(gate.asked).toHaveLength(before);
  clock.now += 1;
  expect((await ask("/v1/races")).headers.get("ETag")).toBe(etag);
  expect(gate.asked.length).toBeGreaterThan(before);
});

test("when KV fails the last list answers, and says how old it is", async () => {
  const gate = new Switch(smallPages(env.RACES));
  const { ask, clock } = openApp({ RACES: gate.kv });
  await ask("/v1/races");
  gate.mode = "fails";
  clock.now += 300_000;
  const stale = await ask("/v1/races");
  expect(stale.headers.get("Topline-Stale")).toBe("300");
  expect((await stale.json<List>()).races).toHaveLength(RACES);
});
