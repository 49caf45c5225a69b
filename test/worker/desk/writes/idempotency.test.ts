import { reset } from "cloudflare:test";
import { afterEach, expect, test } from "vitest";
import { KEEP_ANSWER_MS } from "../../../../src/worker/desk/writes/idempotency.ts";
import { summarize } from "../../../../src/worker/desk/summary.ts";
import { client, pollJson, raceJson, RACE_ID } from "../fixture.ts";
import { simulate } from "../simulation.ts";

afterEach(reset);

const DESK = `${RACE_ID}/desk`;
const key = (value: string) => ({ "Idempotency-Key": value });
const polls = (share: number) => ({ polls: [pollJson("p1", share, 40)] });

test("a request sent again gets its first answer, word for word, and makes no revision", async () => {
  const { ask } = await client();
  await ask("PUT", `${DESK}/race`, { json: raceJson() });
  const send = () => ask("PUT", `${DESK}/polls`, { json: polls(48), headers: key("k1") });
  const first = await send();
  // Somebody else writes in between; the answer must still be the first one.
  await ask("PUT", `${DESK}/polls`, { json: polls(49) });
  const second = await send();
  expect(second.headers.get("Idempotency-Replayed")).toBe("true");
  expect([second.status, second.headers.get("ETag")]).toEqual([200, '"r2"']);
  expect(await second.text()).toBe(await first.text());
  expect(await revisions(ask)).toBe(3);
});

test("an answer that nothing was new is a first answer too: sent again it undoes nobody's work", async () => {
  const { ask } = await client();
  await ask("PUT", `${DESK}/race`, { json: raceJson() });
  await ask("PUT", `${DESK}/polls`, { json: polls(48) });
  const send = () => ask("PUT", `${DESK}/polls`, { json: polls(48), headers: key("k1") });
  const first = await send();
  expect(await first.clone().json()).toMatchObject({ status: "unchanged", revision: 2 });
  await ask("PUT", `${DESK}/polls`, { json: polls(49) });
  const second = await send();
  expect(second.headers.get("Idempotency-Replayed")).toBe("true");
  expect(await second.text()).toBe(await first.text());
  expect(await (await ask("GET", `${DESK}/polls`)).json()).toMatchObject(polls(49));
});

test("the same key with another body, another query or another If-Match is refused", async () => {
  const { ask } = await client();
  await ask("PUT", `${DESK}/race`, { json: raceJson() });
  const headers = key("k1");
  await ask("PUT", `${DESK}/polls`, { json: polls(48), headers });
  const others = [
    ask("PUT", `${DESK}/polls`, { json: polls(49), headers }),
    ask("PUT", `${DESK}/polls?note=hello`, { json: polls(48), headers }),
    ask("PUT", `${DESK}/polls`, { json: polls(48), headers: { ...headers, "If-Match": '"r2"' } }),
  ];
  for (const answer of await Promise.all(others)) {
    expect(answer.status).toBe(422);
    expect(await answer.json()).toMatchObject({ code: "key_reused" });
  }
  expect(await revisions(ask)).toBe(2);
});

test("a key belongs to its token, its method and its address", async () => {
  const { ask } = await client();
  const other = await client("other");
  await ask("PUT", `${DESK}/race`, { json: raceJson() });
  const headers = key("k1");
  await ask("PUT", `${DESK}/polls`, { json: polls(48), headers });
  const answers = [
    await other.ask("PUT", `${DESK}/polls`, { json: polls(49), headers }),
    await ask("POST", `${DESK}/polls`, { json: polls(50), headers }),
    await ask("POST", `${DESK}/revisions/2/restore`, { headers }),
  ];
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
  expect(await revisions(ask)).toBe(5);
});

test("while the first request runs, the second is told so", async () => {
  const { ask } = await client();
  await ask("PUT", `${DESK}/race`, { json: raceJson() });
  const send = () => ask("PUT", `${DESK}/polls`, { json: polls(48), headers: key("k1") });
  const statuses = (await Promise.all([send(), send(), send()])).map(({ status }) => status);
  expect(statuses.filter((status) => status === 200)).toHaveLength(1);
  expect(statuses.filter((status) => status === 409)).toHaveLength(2);
  expect((await send()).status).toBe(200);
  expect(await revisions(ask)).toBe(2);
});

test("a held change is answered again as held, not held twice", async () => {
  const { ask } = await client();
  await ask("PUT", `${DESK}/race`, { json: raceJson() });
  const json = { polls: [pollJson("p1", 60, 50)] };
  const send = () => ask("PUT", `${DESK}/polls`, { json, headers: key("k1") });
  const first = await send();
  const second = await send();
  expect([first.status, second.status]).toEqual([202, 202]);
  expect(await second.text()).toBe(await first.text());
});

test("a refused request isn't kept: mended, it may try again under its key", async () => {
  const { ask } = await client();
  await ask("PUT", `${DESK}/race`, { json: raceJson({ sources: [] }) });
  const send = () => ask("PUT", `${DESK}/polls`, { json: polls(48), headers: key("k1") });
  expect((await send()).status).toBe(422);
  await ask("PUT", `${DESK}/race`, { json: raceJson() });
  expect((await send()).status).toBe(200);
});

test("a dry run uses no key up", async () => {
  const { ask } = await client();
  await ask("PUT", `${DESK}/race`, { json: raceJson() });
  const headers = key("k1");
  const dry = await ask("PUT", `${DESK}/polls?dry_run=1`, { json: polls(48), headers });
  expect(await dry.json()).toMatchObject({ status: "preview" });
  expect((await ask("PUT", `${DESK}/polls`, { json: polls(48), headers })).status).toBe(200);
});

test("an answer is kept for 24 hours and no longer", () =>
  simulate("2030-06-01T00:00:00Z", async (s) => {
    await s.put("race", raceJson());
    const idempotency = { scope: "tester PUT /polls", key: "k", fingerprint: "f" };
    const send = () => s.put("polls", polls(48), { idempotency });
    const first = await send();
    await s.put("polls", polls(49));
    await s.pass(KEEP_ANSWER_MS - 1000);
    expect(await send()).toEqual({ ...first, replayed: true });
    await s.pass(2000);
    expect(await send()).toMatchObject({ kind: "stored", revision: 4 });
    expect((await summarize(s.desk))?.revision).toBe(4);
    const kept = s.desk.sql.exec("SELECT count(*) AS n FROM idempotency").one();
    expect(kept).toEqual({ n: 1 });
  }));

async function revisions(ask: (method: string, path: string) => Promise<Response>) {
  const { revision } = (await (await ask("GET", DESK)).json()) as { revision: number };
  return revision;
}
