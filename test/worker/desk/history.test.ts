import { evictDurableObject, reset } from "cloudflare:test";
import { afterEach, expect, test } from "vitest";
import { verifyChain } from "../../../src/contract/desk/revision-chain.ts";
import type { Revision } from "../../../src/contract/desk/revisions.ts";
import { CHUNK_LIMIT_BYTES } from "../../../src/worker/desk/storage/chunks.ts";
import { sha256 } from "../../../src/worker/desk/storage/digest.ts";
import { bodyOf, listRevisions } from "../../../src/worker/desk/storage/log.ts";
import { client, deskStub, pollJson, RACE_ID, raceJson } from "./fixture.ts";
import { simulate, type Simulation } from "./simulation.ts";

afterEach(reset);

const DESK = `${RACE_ID}/desk`;

test("the chain of revisions verifies, and any change, gap or swap in it shows", () =>
  simulate("2030-06-10T12:00:00Z", async (s) => {
    await fill(s, 6);
    const history = listRevisions(s.desk.sql, 99, 99).toReversed();
    const last = history.at(-1);
    expect(await verifyChain(history, sha256)).toEqual({ ok: true, head: last?.hash });

    const changes: Partial<Revision>[] = [
      { at: "2030-06-10T12:00:01.000Z" },
      { author: "somebody-else" },
      { approver: "somebody-else" },
      { section: "race" },
      { action: "merge" },
      { restores: 1 },
      { note: "never said" },
      { correction: "never said" },
      { bytes: 1 },
      { body: "0".repeat(64) },
      { hash: "0".repeat(64) },
    ];
    for (const change of changes) {
      const forged = history.map((r) => (r.n === 3 ? { ...r, ...change } : r));
      const verdict = await verifyChain(forged, sha256);
      expect([change, verdict]).toEqual([change, expect.objectContaining({ ok: false, n: 3 })]);
    }
    const without = history.filter((r) => r.n !== 4);
    expect(await verifyChain(without, sha256)).toMatchObject({ ok: false, n: 4 });
    const renumbered = without.map((r, i) => ({ ...r, n: i + 1 }));
    expect(await verifyChain(renumbered, sha256)).toMatchObject({ ok: false, n: 4 });
    // A cut end can't show in itself, but its head isn't the one that was noted.
    const cut = await verifyChain(history.slice(0, 4), sha256);
    expect(cut).toMatchObject({ ok: true });
    expect(cut).not.toMatchObject({ head: last?.hash });
  }));

test("the digest in a revision is that of its body, as anyone can fetch it", async () => {
  const { ask } = await client();
  await ask("PUT", `${DESK}/race`, { json: raceJson() });
  await ask("PUT", `${DESK}/polls`, { json: { polls: [pollJson("p1", 48, 46)] } });
  for (const n of [1, 2]) {
    const answer = await ask("GET", `${DESK}/revisions/${n}`);
    const { content, ...revision } = (await answer.json()) as Revision & { content: unknown };
    expect(await sha256(JSON.stringify(content))).toBe(revision.body);
    expect(JSON.stringify(content)).toHaveLength(revision.bytes);
  }
});

test("bodies are stored in chunks of at most 1 MiB and come back whole", () =>
  simulate("2030-06-10T12:00:00Z", async (s) => {
    await s.put("race", raceJson());
    // Random notes shrink little: the packed body needs several chunks, of few polls.
    const POLLS = 6000;
    const polls = Array.from({ length: POLLS }, (_, i) => ({
      ...pollJson(`p${i}`, 48, 46),
      note: noise(290),
    }));
    expect(await s.put("polls", { polls })).toMatchObject({ kind: "stored", revision: 2 });
    await s.pass(0);
    const chunks = s.desk.sql
      .exec<{ kind: string; n: number; parts: number; longest: number }>(
        "SELECT kind, n, count(*) AS parts, max(length(data)) AS longest FROM chunks GROUP BY kind, n",
      )
      .toArray();
    const revision = chunks.find(({ kind, n }) => kind === "revision" && n === 2);
    expect(revision?.parts).toBeGreaterThan(1);
    for (const chunk of chunks) expect(chunk.longest).toBeLessThanOrEqual(CHUNK_LIMIT_BYTES);
    const body = await bodyOf(s.desk.sql, 2);
    expect(JSON.parse(new TextDecoder().decode(body ?? new Uint8Array())).polls).toHaveLength(
      POLLS,
    );
  }));

test("no other column can outgrow a row", () =>
  simulate("2030-06-10T12:00:00Z", async (s) => {
    await fill(s, 3);
    const polls = Array.from({ length: 400 }, (_, i) => pollJson(`p${i}`, 60, 50));
    expect(await s.put("polls", { polls })).toMatchObject({ kind: "held" });
    for (const table of ["revisions", "publications", "outbox", "idempotency", "held", "state"]) {
      const rows = s.desk.sql.exec(`SELECT * FROM ${table}`).toArray();
      for (const row of rows) expect(JSON.stringify(row).length).toBeLessThan(64 * 1024);
    }
  }));

test("rolling back is a revision of its own and brings the very body back", async () => {
  const { ask } = await client();
  await ask("PUT", `${DESK}/race`, { json: raceJson() });
  await ask("PUT", `${DESK}/polls`, { json: { polls: [pollJson("p1", 48, 46)] } });
  const first = await (await ask("GET", `${DESK}/polls`)).text();
  await ask("PUT", `${DESK}/polls`, { json: { polls: [pollJson("p1", 49, 45)] } });
  const restored = await ask("POST", `${DESK}/revisions/2/restore?note=typo`);
  expect(await restored.json()).toMatchObject({ status: "stored", section: "polls", revision: 4 });
  expect(await (await ask("GET", `${DESK}/polls`)).text()).toBe(first);
  const list = await ask("GET", `${DESK}/revisions?limit=2`);
  expect(await list.json()).toMatchObject({
    revisions: [
      { n: 4, action: "restore", restores: 2, note: "typo", author: "desk" },
      { n: 3, action: "put" },
    ],
    before: 3,
  });
  expect((await ask("POST", `${DESK}/revisions/9/restore`)).status).toBe(404);
  expect((await ask("GET", `${DESK}/revisions/9`)).status).toBe(404);
});

test("a deleted section is gone for readers, stays in the history and can be brought back", async () => {
  const { ask } = await client();
  await ask("PUT", `${DESK}/race`, { json: raceJson() });
  await ask("PUT", `${DESK}/polls`, { json: { polls: [pollJson("p1", 48, 46)] } });
  expect((await ask("DELETE", `${DESK}/polls`)).status).toBe(202);
  expect((await ask("GET", `${DESK}/polls`)).status).toBe(200);
  expect((await ask("POST", `${DESK}/held/1/approve`)).status).toBe(200);
  expect((await ask("GET", `${DESK}/polls`)).status).toBe(404);
  expect((await ask("DELETE", `${DESK}/polls`)).status).toBe(404);
  const gone = await ask("GET", `${DESK}/revisions/3`);
  expect(await gone.json()).toMatchObject({
    action: "delete",
    body: null,
    bytes: 0,
    content: null,
  });
  expect((await ask("POST", `${DESK}/revisions/2/restore`)).status).toBe(200);
  expect((await ask("GET", `${DESK}/polls`)).status).toBe(200);
});

test("memory is no part of it: a desk that was thrown out of memory goes on where it was", async () => {
  const { ask } = await client();
  await ask("PUT", `${DESK}/race`, { json: raceJson() });
  await ask("PUT", `${DESK}/polls`, { json: { polls: [pollJson("p1", 48, 46)] } });
  const before = await (await ask("GET", DESK)).text();
  await evictDurableObject(deskStub());
  const after = JSON.parse(await (await ask("GET", DESK)).text());
  expect(after).toMatchObject({ revision: 2, hash: JSON.parse(before).hash });
  const merged = await ask("POST", `${DESK}/polls`, { json: { polls: [pollJson("p2", 48, 46)] } });
  expect(await merged.json()).toMatchObject({ revision: 3 });
});

async function fill(s: Simulation, revisions: number): Promise<void> {
  await s.put("race", raceJson());
  for (let n = 2; n <= revisions; n++) {
    await s.pass(3000);
    await s.put("polls", { polls: [pollJson("p1", 40 + n, 40)] });
  }
}

function noise(length: number): string {
  const bytes = crypto.getRandomValues(new Uint8Array(length));
  return String.fromCharCode(...bytes.map((byte) => 33 + (byte % 90)));
}
