import { reset, runInDurableObject } from "cloudflare:test";
import { afterEach, expect, test } from "vitest";
import { client, deskStub, pollJson, raceJson, RACE_ID } from "./fixture.ts";

afterEach(reset);

const RACE = `${RACE_ID}/desk/race`;
const POLLS = `${RACE_ID}/desk/polls`;

function tables(): Promise<number> {
  return runInDurableObject(
    deskStub(),
    (_, { storage }) => storage.sql.exec("SELECT name FROM sqlite_master").toArray().length,
  );
}

test.each([
  ["If-Match", { "If-Match": '"r1"' }],
  ["If-Match of several", { "If-Match": '"r1", "r2"' }],
  ["If-Match: *", { "If-Match": "*" }],
])("%s at a desk that was never put is 412, for every write", async (_, headers) => {
  const { ask } = await client();
  for (const [method, path, json] of [
    ["PUT", RACE, raceJson()],
    ["PUT", POLLS, { polls: [pollJson("p1", 48, 46)] }],
    ["POST", POLLS, { polls: [pollJson("p1", 48, 46)] }],
    ["DELETE", RACE, undefined],
  ] as const) {
    const answer = await ask(method, path, { json, headers });
    expect([method, path, answer.status]).toEqual([method, path, 412]);
    expect(await answer.json()).toMatchObject({ code: "stale", revision: null, missed: [] });
  }
  expect(await tables()).toBe(0);
});

test("no write that is refused, and no dry run, makes a desk's tables", async () => {
  const { ask } = await client();
  const again = { "Idempotency-Key": "k1" };
  for (const [method, path, json, status] of [
    ["PUT", RACE, { id: RACE_ID }, 422],
    ["PUT", POLLS, { polls: [] }, 404],
    ["DELETE", RACE, undefined, 404],
    ["PUT", `${RACE}?dry_run=1`, raceJson(), 200],
    ["POST", `${RACE_ID}/desk/revisions/1/restore`, undefined, 404],
    ["POST", `${RACE_ID}/desk/held/1/approve`, undefined, 404],
    ["DELETE", `${RACE_ID}/desk/held/1`, undefined, 404],
    ["POST", `${RACE_ID}/desk/republish`, undefined, 404],
    ["GET", `${RACE_ID}/desk`, undefined, 404],
  ] as const) {
    const answer = await ask(method, path, { json, headers: again });
    expect([method, path, answer.status]).toEqual([method, path, status]);
  }
  expect(await tables()).toBe(0);
});

test("the first accepted write makes them, also for those who waited in line behind it", async () => {
  const { ask } = await client();
  const answers = await Promise.all([
    ask("PUT", RACE, { json: raceJson() }),
    ask("PUT", RACE, { json: raceJson({ office: "Other" }), headers: { "If-None-Match": "*" } }),
    ask("PUT", POLLS, { json: { polls: [pollJson("p1", 48, 46)] } }),
  ]);
  expect(answers.map(({ status }) => status)).toEqual([200, 412, 200]);
  expect(await tables()).toBeGreaterThan(0);
});
