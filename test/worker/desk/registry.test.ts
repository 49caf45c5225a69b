import { env } from "cloudflare:workers";
import { evictDurableObject, reset, runInDurableObject } from "cloudflare:test";
import { afterEach, expect, test } from "vitest";
import type { DeskList } from "../../../src/contract/desk/desks.ts";
import { enlist } from "../../../src/worker/desk/registry/enlist.ts";
import { RegisteredRaces } from "../../../src/worker/desk/registry/registered-races.ts";
import { registryOf } from "../../../src/worker/desk/registry/registry-of.ts";
import { type Client, client, deskStub, hurry, putLive, raceJson, RACE_ID } from "./fixture.ts";
import { simulate } from "./simulation.ts";

afterEach(reset);

const OTHER = "us-xx-02-test";

async function desks(ask: Client["ask"]): Promise<DeskList> {
  const answer = await ask("GET", "../desks");
  expect(answer.status).toBe(200);
  expect(answer.headers.get("Cache-Control")).toBe("no-store");
  return answer.json();
}

async function races(ask: Client["ask"]): Promise<string[]> {
  return (await desks(ask)).desks.map(({ race }) => race);
}

test("a race is registered before its first write is acknowledged, published or not", async () => {
  const { ask } = await client();
  const put = await ask("PUT", `${RACE_ID}/desk/race`, { json: raceJson() });
  expect(put.status).toBe(200);
  expect(await races(ask)).toEqual([RACE_ID]);
  // Neither a refused write nor a question registers anything.
  await ask("PUT", `${OTHER}/desk/race`, { json: { id: OTHER } });
  await ask("GET", `${OTHER}/desk`);
  expect(await races(ask)).toEqual([RACE_ID]);
});

test("the loss of KV takes no race from the registry, and each key that is gone is named", async () => {
  const { ask } = await client();
  await putLive();
  const whole = await (await ask("GET", `${RACE_ID}/desk/stored`)).json<{ keys: string[] }>();
  expect(whole).toEqual({
    keys: expect.arrayContaining([`race:${RACE_ID}`, `section:${RACE_ID}:turnout`]),
    missing: [],
    different: [],
    unexpected: [],
  });
  await env.RACES.delete(`section:${RACE_ID}:turnout.csv`);
  await env.RACES.put(`section:${RACE_ID}:turnout`, "{}", { metadata: { etag: '"old"' } });
  await env.RACES.put(`section:${RACE_ID}:polls`, "{}", { metadata: { etag: '"gone"' } });
  expect(await (await ask("GET", `${RACE_ID}/desk/stored`)).json()).toMatchObject({
    missing: [`section:${RACE_ID}:turnout.csv`],
    different: [`section:${RACE_ID}:turnout`],
    unexpected: [`section:${RACE_ID}:polls`],
  });

  for (const { name } of (await env.RACES.list()).keys) await env.RACES.delete(name);
  expect(await races(ask)).toEqual([RACE_ID]);
  const { missing } = await (
    await ask("GET", `${RACE_ID}/desk/stored`)
  ).json<{ missing: string[] }>();
  expect(missing.toSorted()).toEqual(whole.keys.toSorted());
  expect((await ask("POST", `${RACE_ID}/desk/republish`)).status).toBe(202);
  await hurry();
  expect(await (await ask("GET", `${RACE_ID}/desk/stored`)).json()).toEqual(whole);
});

test("desks of 0.1.0 are found in KV, once, and tell of themselves when they open", async () => {
  await env.RACES.put(`race:${OTHER}`, "{}", { metadata: { etag: '"x"' } });
  const { ask } = await client();
  expect(await races(ask)).toEqual([OTHER]);
  await env.RACES.put(`race:us-xx-03-test`, "{}", { metadata: { etag: '"x"' } });
  expect(await races(ask)).toEqual([OTHER]);

  await simulate("2030-06-10T12:00:00Z", (s) => s.put("race", raceJson()));
  expect(await races(ask)).toEqual([OTHER]);
  await evictDurableObject(deskStub());
  expect((await ask("GET", `${RACE_ID}/desk`)).status).toBe(200);
  await expect.poll(() => races(ask)).toEqual([RACE_ID, OTHER]);
});

test("a token sees the races it is for, and nobody without a token any", async () => {
  await registryOf(env).add(RACE_ID);
  await registryOf(env).add("ca-on-01-test");
  const { ask } = await client("regional", ["read"], ["ca-*"], { TOPLINE_FEED_HOSTS: "a.org, b" });
  expect(await desks(ask)).toEqual({
    desks: [{ race: "ca-on-01-test", since: expect.any(String) }],
    complete: true,
    brokenTokens: [],
    ignoredFeedHosts: ["b"],
  });
  const nobody = await ask("GET", "../desks", { headers: { Authorization: "" } });
  expect(nobody.status).toBe(401);
  const { ask: askPublisher } = await client("publisher", ["publish"]);
  expect((await askPublisher("GET", "../desks")).status).toBe(403);
});

test("while KV can't be listed the registry gives what it has, and says so", () =>
  runInDurableObject(registryOf(env), async (registry, { storage }) => {
    const known = new RegisteredRaces(storage, () => 0);
    known.add([RACE_ID]);
    const { RACES } = env;
    Object.assign(registry, { env: { RACES: { list: () => Promise.reject(new Error("down")) } } });
    expect(await registry.list()).toMatchObject({ desks: [{ race: RACE_ID }], complete: false });
    Object.assign(registry, { env: { RACES } });
    expect(await registry.list()).toMatchObject({ desks: [{ race: RACE_ID }], complete: true });
  }));

test("a desk that couldn't reach the registry tries again with the next write", () =>
  simulate("2030-06-10T12:00:00Z", async (s) => {
    await s.put("race", raceJson());
    await expect(enlist(s.desk, () => Promise.reject(new Error("away")))).rejects.toThrow("away");
    const told: string[] = [];
    const register = (race: string) => {
      told.push(race);
      return Promise.resolve();
    };
    await enlist(s.desk, register);
    await enlist(s.desk, register);
    expect(told).toEqual([RACE_ID]);
  }));
