import { env } from "cloudflare:workers";
import { afterEach, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { keepLastGood } from "../../../src/worker/store/last-good.ts";
import { JSON_TYPE } from "../../../src/worker/store/stored-value.ts";
import { putLive, RACE_ID } from "../desk/fixture.ts";
import { openApp, Switch } from "../harness.ts";

const KEY = `race:${RACE_ID}`;
const ADDRESS = `/v1/races/${RACE_ID}`;

beforeAll(() => putLive());
beforeEach(() => {
  vi.spyOn(console, "error").mockImplementation(() => {});
});
afterEach(() => vi.restoreAllMocks());

function open() {
  const gate = new Switch();
  return { gate, ...openApp({ RACES: gate.kv }) };
}

test("a race is held for five seconds, then KV is asked again", async () => {
  const { gate, clock, ask } = open();
  for (const passed of [0, 1_000, 3_999]) {
    clock.now += passed;
    expect((await ask(ADDRESS)).status).toBe(200);
  }
  expect(gate.asked).toEqual([KEY]);
  clock.now += 1;
  await ask(ADDRESS);
  expect(gate.asked).toEqual([KEY, KEY]);
});

test("a name that isn't there is held too, and found once it is published", async () => {
  const { gate, clock, ask } = open();
  const id = "published-later";
  for (let i = 0; i < 3; i++) expect((await ask(`/v1/races/${id}`)).status).toBe(404);
  expect(gate.asked).toEqual([`race:${id}`]);
  await putLive(id);
  clock.now += 5_000;
  expect((await ask(`/v1/races/${id}`)).status).toBe(200);
});

test("while one request asks KV, those beside it are answered from memory", async () => {
  const { gate, clock, ask } = open();
  await ask(ADDRESS);
  clock.now += 6_000;
  const answers = await Promise.all([ask(ADDRESS), ask(ADDRESS), ask(ADDRESS)]);
  expect(answers.map((answer) => answer.status)).toEqual([200, 200, 200]);
  expect(gate.asked).toEqual([KEY, KEY]);
});

test("an old copy is never passed off as fresh while KV is asked", async () => {
  const { gate, clock, ask } = open();
  await ask(ADDRESS);
  clock.now += 60_000;
  await Promise.all([ask(ADDRESS), ask(ADDRESS)]);
  expect(gate.asked).toEqual([KEY, KEY, KEY]);
});

test("when KV fails, memory answers with the same bytes and says how old they are", async () => {
  const { gate, clock, ask } = open();
  const good = await ask(ADDRESS);
  const bytes = await good.text();
  gate.mode = "fails";
  clock.now += 30_000;
  const stale = await ask(ADDRESS);
  expect(stale.status).toBe(200);
  expect(stale.headers.get("Topline-Stale")).toBe("30");
  expect(stale.headers.get("ETag")).toBe(good.headers.get("ETag"));
  expect(stale.headers.get("Cache-Control")).toBe("public, max-age=2, stale-if-error=86400");
  expect(await stale.text()).toBe(bytes);

  const known = await ask(ADDRESS, { headers: { "If-None-Match": good.headers.get("ETag")! } });
  expect(known.status).toBe(304);
  expect(known.headers.get("Topline-Stale")).toBe("30");
});

test("a failing KV is tried once in two seconds, and answers count again when it is back", async () => {
  const { gate, clock, ask } = open();
  await ask(ADDRESS);
  gate.mode = "fails";
  clock.now += 10_000;
  for (let i = 0; i < 5; i++) expect((await ask(ADDRESS)).headers.get("Topline-Stale")).toBe("10");
  expect(gate.asked).toHaveLength(2);
  clock.now += 2_000;
  await Promise.all([ask(ADDRESS), ask(ADDRESS), ask(ADDRESS)]);
  expect(gate.asked).toHaveLength(3);

  gate.mode = "works";
  clock.now += 2_000;
  const back = await ask(ADDRESS);
  expect(back.headers.get("Topline-Stale")).toBeNull();
  expect(back.headers.get("Cache-Control")).toContain("max-age=60");
});

test("an isolate that has nothing finds the data center's last good copy", async () => {
  const before = open();
  const good = await before.ask(`${ADDRESS}/turnout.csv`);
  const bytes = await good.text();

  const after = open();
  after.gate.mode = "fails";
  after.clock.now += 90_000;
  const stale = await after.ask(`${ADDRESS}/turnout.csv`);
  expect(stale.status).toBe(200);
  expect(stale.headers.get("Topline-Stale")).toBe("90");
  expect(stale.headers.get("ETag")).toBe(good.headers.get("ETag"));
  expect(stale.headers.get("Content-Type")).toBe("text/csv; charset=utf-8");
  expect(await stale.text()).toBe(bytes);
});

test("the data center's copy is renewed once a minute while nothing changes", async () => {
  const { clock, ask } = open();
  for (let i = 0; i < 10; i++) {
    await ask(ADDRESS);
    clock.now += 10_000;
  }
  const after = open();
  after.gate.mode = "fails";
  after.clock.now = clock.now;
  // Asked 100 seconds after the start, it was last renewed at 60.
  expect((await after.ask(ADDRESS)).headers.get("Topline-Stale")).toBe("40");
});

test("a race that was taken down doesn't come back from the cache", async () => {
  const id = "taken-down";
  await putLive(id);
  const before = open();
  await before.ask(`/v1/races/${id}`);
  await env.RACES.delete(`race:${id}`);
  before.clock.now += 10_000;
  expect((await before.ask(`/v1/races/${id}`)).status).toBe(404);

  const after = open();
  after.gate.mode = "fails";
  expect((await after.ask(`/v1/races/${id}`)).status).toBe(503);
});

test("with no copy anywhere the answer is to try again", async () => {
  const { gate, ask } = open();
  gate.mode = "fails";
  for (const path of ["/v1/races/never-read", "/v1/races/never-read/polls", "/v1/races"]) {
    const answer = await ask(path);
    expect(answer.status).toBe(503);
    expect(answer.headers.get("Retry-After")).toBe("5");
    expect(answer.headers.get("Cache-Control")).toBe("no-store");
    expect(answer.headers.get("Content-Type")).toBe("application/problem+json");
    expect(answer.headers.get("Access-Control-Allow-Origin")).toBe("*");
    expect(await answer.json()).toMatchObject({ status: 503, code: "unavailable" });
  }
});

test("a KV that never answers counts as failing after four seconds", async () => {
  const { gate, clock, ask } = open();
  await ask(ADDRESS);
  gate.mode = "hangs";
  clock.now += 10_000;
  vi.useFakeTimers();
  try {
    const answer = ask(ADDRESS);
    await vi.advanceTimersByTimeAsync(4_000);
    expect((await answer).headers.get("Topline-Stale")).toBe("10");
  } finally {
    vi.useRealTimers();
  }
});

test("a value that nobody published isn't served", async () => {
  await env.RACES.put("race:by-hand", "{}");
  const log = vi.spyOn(console, "error").mockImplementation(() => {});
  const answer = await open().ask("/v1/races/by-hand");
  expect(answer.status).toBe(503);
  expect(log.mock.calls.join()).toContain("race:by-hand has no etag: publish the race again");
});

test("a cache that can't be read leaves the answer at 503", async () => {
  vi.spyOn(caches, "open").mockRejectedValue(new Error("no cache here"));
  const { gate, ask } = open();
  expect((await ask(ADDRESS)).status).toBe(200);
  gate.mode = "fails";
  expect((await ask("/v1/races/nowhere")).status).toBe(503);
});

test("a last good copy keeps everything an answer needs", async () => {
  const body = new TextEncoder().encode("é").buffer as ArrayBuffer;
  await keepLastGood(
    "race:kept-by-hand",
    { body, mediaType: JSON_TYPE, etag: '"k"', status: "called" },
    1_000,
  );
  const after = open();
  after.gate.mode = "fails";
  after.clock.now = 4_000;
  const answer = await after.ask("/v1/races/kept-by-hand");
  expect(answer.headers.get("Topline-Stale")).toBe("3");
  expect(answer.headers.get("ETag")).toBe('"k"');
  expect(await answer.text()).toBe("é");
});
