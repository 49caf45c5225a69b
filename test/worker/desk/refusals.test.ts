import { env } from "cloudflare:workers";
import { listDurableObjectIds, reset } from "cloudflare:test";
import { afterEach, expect, test } from "vitest";
import { raceAddress } from "../../../src/contract/addresses.ts";
import { operations } from "../../../src/contract/operations.ts";
import { FORMAT_NAMES } from "../../../src/formats/formats.ts";
import { client, pollJson, raceJson, RACE_ID, reader } from "./fixture.ts";

afterEach(reset);

const DESK = `${RACE_ID}/desk`;
const OF_DESKS = operations(FORMAT_NAMES).filter(({ scope }) => scope !== null);
// The list of all desks has a test of its own: registry.test.ts.
const OF_ONE_RACE = OF_DESKS.filter(({ path }) => path.startsWith(raceAddress("{id}")));
const EVERY_ADDRESS = OF_ONE_RACE.map(({ method, path, scope }) => {
  const address = path
    .replace(raceAddress("{id}"), RACE_ID)
    .replace("{n}", "1")
    .replace("{h}", "1")
    .replace("{p}", "1");
  return [method.toUpperCase(), address, scope!] as const;
});

const EVERY_PATH = [...new Set(EVERY_ADDRESS.map(([, path]) => path))];

/** What an address takes, where it reads it before it looks for the race. */
function bodyFor(path: string): object {
  if (path === `${DESK}/pins`)
    return { section: "results", area: "Cobb", measure: "votes", why: "TEST" };
  return path.startsWith(`${DESK}/paused/`) ? { text: "TEST" } : { polls: [] };
}

test("no token, a wrong one, a wrong scope and a wrong race are refused, and make no desk", async () => {
  const elsewhere = await client("elsewhere", ["read", "publish", "approve"], ["us-ga-*"]);
  expect(EVERY_ADDRESS.length).toBeGreaterThan(20);
  const before = await listDurableObjectIds(env.DESKS);
  for (const [method, path, needed] of EVERY_ADDRESS) {
    const send = method === "GET" ? {} : { body: "{}" };
    // From an address each, so that all of them together don't meet the rate limit.
    const from = { "CF-Connecting-IP": `192.0.2.${EVERY_PATH.indexOf(path)}` };
    const ask = async (headers: HeadersInit) =>
      (await elsewhere.ask(method, path, { ...send, headers: { ...from, ...headers } })).status;
    expect([path, await ask({ Authorization: "" })]).toEqual([path, 401]);
    expect([path, await ask({ Authorization: `Bearer topline_${"0".repeat(64)}` })]).toEqual([
      path,
      401,
    ]);
    const without = (["read", "publish", "approve"] as const).filter((scope) => scope !== needed);
    const weak = await client("weak", without);
    expect([path, (await weak.ask(method, path, { ...send, headers: from })).status]).toEqual([
      path,
      403,
    ]);
    expect([path, await ask({})]).toEqual([path, 403]);
  }
  expect(await listDurableObjectIds(env.DESKS)).toEqual(before);
  expect((await env.RACES.list()).keys).toEqual([]);
});

test("10,000 guesses at 10,000 made-up races meet the rate limit and make no desk", async () => {
  const { ask } = await client();
  const before = await listDurableObjectIds(env.DESKS);
  const statuses = new Map<number, number>();
  for (let i = 0; i < 10_000; i += 100) {
    const guesses = Array.from({ length: 100 }, (_, j) =>
      ask("PUT", `made-up-${i + j}/desk/race`, {
        json: raceJson(),
        headers: {
          Authorization: `Bearer topline_${String(i + j).padStart(64, "0")}`,
          "CF-Connecting-IP": "192.0.2.1",
        },
      }),
    );
    for (const { status } of await Promise.all(guesses))
      statuses.set(status, (statuses.get(status) ?? 0) + 1);
  }
  expect([...statuses.keys()].toSorted()).toEqual([401, 429]);
  expect(statuses.get(429)).toBeGreaterThan(8000);
  expect(await listDurableObjectIds(env.DESKS)).toEqual(before);

  // Somebody at another address isn't in the way of it.
  const elsewhere = { "CF-Connecting-IP": "192.0.2.2" };
  const put = await ask("PUT", `${DESK}/race`, { json: raceJson(), headers: elsewhere });
  expect(put.status).toBe(200);
}, 60_000);

test("readers who ask for 1,000 made-up races make no desk", async () => {
  const before = await listDurableObjectIds(env.DESKS);
  const read = reader();
  for (let i = 0; i < 1000; i += 100) {
    const asked = Array.from({ length: 100 }, (_, j) => {
      const id = `made-up-${i + j}`;
      const ways = [
        `${id}/publications`,
        `${id}/publications/1`,
        `${id}?as_of=2020-01-01T00:00:00Z`,
      ];
      return read(ways[j % ways.length] ?? "");
    });
    const statuses = new Set((await Promise.all(asked)).map(({ status }) => status));
    expect([...statuses]).toEqual([404]);
  }
  expect(await listDurableObjectIds(env.DESKS)).toEqual(before);
}, 60_000);

test("one token's requests are limited, whatever addresses they come from", async () => {
  const { ask } = await client();
  // So many, and all at once, that one of the limit's periods gets too many on any machine.
  const asked = Array.from({ length: 250 }, async (_, i) => {
    const headers = { "CF-Connecting-IP": `192.0.2.${i}` };
    return (await ask("GET", DESK, { headers })).status;
  });
  const statuses = new Set(await Promise.all(asked));
  expect([...statuses].toSorted()).toEqual([404, 429]);
  expect((await (await client("other")).ask("GET", DESK)).status).toBe(404);
});

test("asking about a race that was never put leaves nothing behind", async () => {
  const { ask } = await client();
  for (const [method, path] of EVERY_ADDRESS) {
    const body = method === "GET" ? {} : { json: bodyFor(path) };
    const { status } = await ask(method, path, body);
    expect([method, path, status]).toEqual([
      method,
      path,
      path.endsWith("/race") && method !== "GET" && method !== "DELETE" ? 422 : 404,
    ]);
  }
});

test.each([
  ["announced", { "Content-Length": String(6 * 1024 * 1024) }],
  ["not announced", {}],
])("a body over 5 MB is refused, its length %s", async (_, headers) => {
  const { ask } = await client();
  await ask("PUT", `${DESK}/race`, { json: raceJson() });
  let sent = 0;
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      sent += 1;
      if (sent > 60) controller.close();
      else controller.enqueue(new Uint8Array(100 * 1024).fill(32));
    },
  });
  const put = await ask("PUT", `${DESK}/polls`, { body, headers });
  expect(put.status).toBe(413);
  expect(sent).toBeLessThan(57);
  expect((await ask("GET", `${DESK}/polls`)).status).toBe(404);
});

test("a file with faults gets every one of them with its place, and changes nothing", async () => {
  const { ask } = await client();
  await ask("PUT", `${DESK}/race`, { json: raceJson() });
  const poll = pollJson("p1", 48, 46);
  const bad = [
    { ...poll, id: "p 2" },
    { ...poll, id: "p3", sample: -1 },
    { ...poll, id: "p4", field: { start: "2020-06-03", end: "2020-06-02" } },
    { ...poll, id: "p5", population: "x" },
    { ...poll, id: "p6", shares: [] },
    { ...poll, id: "p7", colour: "red" },
  ];
  const body = JSON.stringify({ polls: [poll, ...bad] }, null, 1);
  const put = await ask("PUT", `${DESK}/polls`, { body });
  expect(put.status).toBe(422);
  expect(put.headers.get("Content-Type")).toBe("application/problem+json");
  const { errors } = (await put.json()) as { errors: Record<string, unknown>[] };
  expect(errors.map(({ field }) => field)).toEqual([
    "polls.1.id",
    "polls.2.sample",
    "polls.3.field",
    "polls.4.population",
    "polls.5.shares",
    "polls.6.colour",
  ]);
  const lines = body.split("\n");
  for (const { line, column, field } of errors) {
    const rest = lines[Number(line) - 1]?.slice(Number(column) - 1);
    expect([field, rest]).toEqual([field, expect.stringMatching(/^(["[{]|-1)/)]);
  }
  expect((await ask("GET", `${DESK}/polls`)).status).toBe(404);
  expect(await (await ask("GET", DESK)).json()).toMatchObject({ revision: 1 });
});

test.each([
  ["race", "", "not valid JSON"],
  ["race", '{"id": ', "not valid JSON"],
  ["race", "[".repeat(500_000), "nests more than"],
  ["polls", "[".repeat(500_000), "nests more than"],
  ["polls", '{"polls": [}', "not valid JSON"],
])(
  "a body for %s that is no JSON is a fault with a place, not a failure",
  async (section, body, says) => {
    const { ask } = await client();
    if (section !== "race") await ask("PUT", `${DESK}/race`, { json: raceJson() });
    const put = await ask("PUT", `${DESK}/${section}`, { body });
    expect(put.status).toBe(422);
    expect(await put.json()).toMatchObject({
      errors: [{ message: expect.stringContaining(says) }],
    });
  },
);

test("names that the race doesn't know are refused with the way to mend it", async () => {
  const { ask } = await client();
  await ask("PUT", `${DESK}/race`, { json: raceJson() });
  const poll = pollJson("p1", 48, 46);
  const json = { polls: [{ ...poll, source: "nobody" }, { ...poll }] };
  const put = await ask("PUT", `${DESK}/polls`, { json });
  expect(put.status).toBe(422);
  expect(await put.json()).toMatchObject({
    errors: [
      { line: 1, field: "polls.1.id", message: expect.stringContaining("p1 is there twice") },
      { line: 1, field: "polls.0.source", message: expect.stringContaining("nobody") },
    ],
  });
  const other = await ask("PUT", `${DESK}/race`, { json: raceJson({ id: "us-xx-02-test" }) });
  expect(await other.json()).toMatchObject({ errors: [{ line: 1, field: "id" }] });
});

test.each([
  ["PUT", "polls?dry_run=yes"],
  ["PUT", `polls?note=${"x".repeat(301)}`],
  ["PUT", "polls?correction="],
  ["PUT", "polls?dryrun=1"],
  ["PUT", "polls?dry_run=0&dry_run=1"],
  ["POST", "revisions/1/restore?corection=Typed%20wrong."],
  ["POST", "held/1/approve?format=csv"],
  ["DELETE", "held/1?dry_run=1"],
  ["GET", "revisions?limit=0"],
  ["GET", "revisions?before=x"],
  ["GET", "revisions?limit=1e2"],
  ["GET", "revisions?limit=5&limit=6"],
  ["DELETE", "polls?format=csv"],
  ["PUT", "polls?format=constructor"],
])("%s %s can't be understood", async (method, path) => {
  const { ask } = await client();
  const { status } = await ask(method, `${DESK}/${path}`, method === "GET" ? {} : { body: "{}" });
  expect(status).toBe(400);
});

test("headers that mean nothing here can't be understood, and store nothing", async () => {
  const { ask } = await client();
  for (const headers of [{ "If-None-Match": '"r1"' }, { "Idempotency-Key": "x".repeat(256) }]) {
    const put = await ask("PUT", `${DESK}/race`, { json: raceJson(), headers });
    expect([put.status, await put.json()]).toMatchObject([400, { code: "bad_request" }]);
  }
  expect((await ask("GET", `${DESK}/race`)).status).toBe(404);
});

test("only whole names are addresses: one that merely begins like another is none", async () => {
  const { ask } = await client();
  await ask("PUT", `${DESK}/race`, { json: raceJson() });
  const body = JSON.stringify({ polls: [pollJson("p1", 48, 46)] });
  for (const name of [
    "pollsX",
    "Xpolls",
    "racepolls",
    "polls.csv",
    "polls/x",
    "revisionsX",
    "heldX",
  ])
    for (const method of ["GET", "PUT", "POST", "DELETE"]) {
      const answer = await ask(method, `${DESK}/${name}`, method === "GET" ? {} : { body });
      expect([method, name, answer.status]).toEqual([method, name, 404]);
      expect(await answer.json()).toMatchObject({ code: "unknown_address" });
    }
  expect((await ask("GET", `${RACE_ID}/deskX`)).status).toBe(404);
  expect(await (await ask("GET", DESK)).json()).toMatchObject({ revision: 1 });
});

test.each([
  ["OPTIONS", "", "GET, HEAD"],
  ["OPTIONS", "polls", "GET, HEAD, PUT, POST, DELETE"],
  ["PUT", "", "GET, HEAD"],
  ["PATCH", "polls", "GET, HEAD, PUT, POST, DELETE"],
  ["POST", "revisions", "GET, HEAD"],
  ["GET", "revisions/1/restore", "POST"],
  ["PUT", "held/1", "GET, HEAD, DELETE"],
  ["GET", "republish", "POST"],
])("%s %s is told the methods there are", async (method, path, allowed) => {
  const { ask } = await client();
  const answer = await ask(method, path === "" ? DESK : `${DESK}/${path}`);
  expect([answer.status, answer.headers.get("Allow")]).toEqual([405, allowed]);
  expect(answer.headers.get("Access-Control-Allow-Origin")).toBeNull();
  expect(await answer.json()).toMatchObject({ code: "method_not_allowed" });
});

test("nothing that a desk says may be kept by a cache", async () => {
  const { ask } = await client();
  await ask("PUT", `${DESK}/race`, { json: raceJson() });
  for (const [method, path] of EVERY_ADDRESS) {
    const answer = await ask(method, path, method === "GET" ? {} : { body: "{}" });
    expect([path, answer.headers.get("Cache-Control")]).toEqual([path, "no-store"]);
  }
});
