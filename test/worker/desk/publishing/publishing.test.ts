import { env } from "cloudflare:workers";
import { afterEach, expect, test } from "vitest";
import { reset } from "cloudflare:test";
import { listPublications } from "../../../../src/worker/desk/storage/publications.ts";
import { documentOf } from "../../../../src/worker/desk/storage/publications.ts";
import { republish } from "../../../../src/worker/desk/publishing/republish.ts";
import { summarize } from "../../../../src/worker/desk/summary.ts";
import { pollJson, RACE_ID, raceJson } from "../fixture.ts";
import { inKv, simulate } from "../simulation.ts";

const START = "2030-06-10T12:00:00Z";
const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

afterEach(reset);

const polls = (share: number) => ({ polls: [pollJson("p1", share, 40)] });

test("revisions that come within a second become one publication, and KV gets one write a second", () =>
  simulate(START, async (s) => {
    await s.put("race", raceJson());
    await s.pass(0);
    expect((await inKv())?.document).toMatchObject({ revision: 1, publication: 1 });
    for (let share = 41; share <= 50; share++) {
      await s.put("polls", polls(share));
      await s.pass(50);
    }
    expect((await inKv())?.document.revision).toBe(1);
    await s.pass(SECOND);
    expect((await inKv())?.document).toMatchObject({ revision: 11, publication: 2 });
    const races = s.puts.filter(({ key }) => key === `race:${RACE_ID}`).map(({ at }) => at);
    expect(races).toEqual([Date.parse(START), Date.parse(START) + SECOND]);
    expect(listPublications(s.desk.sql, 99, 99)).toMatchObject([
      { n: 2, firstRevision: 2, lastRevision: 11 },
      { n: 1, firstRevision: 1, lastRevision: 1 },
    ]);
  }));

test("while KV fails for five minutes readers keep the old document; then they get the newest", () =>
  simulate(START, async (s) => {
    await s.put("race", raceJson());
    await s.put("polls", polls(41));
    await s.pass(10 * SECOND);
    const old = await inKv();
    expect(old?.document.publication).toBe(1);

    s.failing = true;
    let revision = 2;
    const stored: number[] = [];
    for (let elapsed = 0; elapsed < 5 * MINUTE; elapsed += 10 * SECOND) {
      const outcome = await s.put("polls", polls(41 + (revision % 9)));
      if (outcome.kind === "stored") stored.push(outcome.revision);
      revision = stored.at(-1) ?? revision;
      await s.pass(10 * SECOND);
      expect(await inKv()).toEqual(old);
    }
    expect(stored).toHaveLength(30);
    expect((await summarize(s.desk))?.publishing).toMatchObject({
      pending: true,
      behind: 30,
      lagSeconds: 300,
      lastError: { message: expect.stringContaining("KV is down") },
    });
    const failures = (await summarize(s.desk))?.publishing.failures ?? 0;
    // 1, 2, 4, 8, 16 seconds, then every 30: far from one attempt for each revision or second.
    expect(failures).toBeGreaterThan(8);
    expect(failures).toBeLessThan(16);

    s.failing = false;
    await s.pass(30 * SECOND);
    expect((await inKv())?.document).toMatchObject({ revision: 32 });
    expect(await summarize(s.desk)).toMatchObject({
      revision: 32,
      publishing: { pending: false, behind: 0, failures: 0, lastError: null, nextAttemptAt: null },
    });
    expect(
      listPublications(s.desk.sql, 99, 99).map((p) => [p.firstRevision, p.lastRevision]),
    ).toEqual([
      [3, 32],
      [1, 2],
    ]);
  }));

test("a delivery cut short by a crash is carried out again with the very same bytes", () =>
  simulate(START, async (s) => {
    await s.put("race", raceJson());
    s.afterPut = (key) => {
      if (key.startsWith("race:")) throw new CrashError();
    };
    // What a crash leaves: KV has the bytes, the desk never heard so.
    await crash(() => s.pass(0), s.desk.sql);
    const seen = await inKv();
    expect(listPublications(s.desk.sql, 99, 99)).toEqual([]);

    s.afterPut = () => undefined;
    await s.put("polls", polls(44));
    await s.pass(10 * SECOND);
    const [second, first] = listPublications(s.desk.sql, 99, 99);
    expect([first?.n, second?.n]).toEqual([1, 2]);
    expect(await text(documentOf(s.desk.sql, 1))).toBe(seen?.text);
    expect(await text(documentOf(s.desk.sql, 2))).toBe((await inKv())?.text);
  }));

test("a section that KV got before the rest failed is put right when the next state takes it back", () =>
  simulate(START, async (s) => {
    await s.put("race", raceJson());
    await s.put("polls", polls(41));
    await s.pass(10 * SECOND);
    await s.put("polls", polls(49));
    s.afterPut = () => {
      s.failing = true;
    };
    await s.pass(0);
    expect((await section()).polls[0].shares[0].share).toBe(49);

    await s.put("polls", polls(41));
    s.afterPut = () => undefined;
    s.failing = false;
    await s.pass(MINUTE);
    expect((await section()).polls[0].shares[0].share).toBe(41);
    expect((await summarize(s.desk))?.publishing).toMatchObject({ pending: false, behind: 0 });
  }));

test("republishing rebuilds a lost KV byte for byte, without a new publication", () =>
  simulate(START, async (s) => {
    await s.put("race", raceJson());
    await s.put("polls", polls(41));
    await s.pass(10 * SECOND);
    const before = await everything();
    expect(Object.keys(before)).toHaveLength(4);
    for (const key of Object.keys(before)) await env.RACES.delete(key);

    await s.pass(MINUTE);
    await republish(s.desk);
    await s.pass(0);
    expect(await everything()).toEqual(before);
    expect(listPublications(s.desk.sql, 99, 99)).toHaveLength(1);
  }));

test("republishing while revisions wait publishes those too", () =>
  simulate(START, async (s) => {
    await s.put("race", raceJson());
    await s.pass(10 * SECOND);
    s.failing = true;
    await s.put("polls", polls(41));
    await s.pass(5 * MINUTE);
    s.failing = false;
    await republish(s.desk);
    await s.pass(0);
    expect((await inKv())?.document.revision).toBe(2);
    await s.pass(MINUTE);
    expect((await summarize(s.desk))?.publishing.pending).toBe(false);
  }));

test("a clock that ran a day ahead holds nothing back once it is right again", () =>
  simulate("2030-06-18T10:00:00Z", async (s) => {
    await s.put("race", raceJson());
    await s.pass(2 * SECOND);
    s.setClock("2030-06-19T10:00:00Z");
    await s.put("polls", polls(41));
    await s.pass(2 * SECOND);
    expect(await status()).toBe("counting");

    s.setClock("2030-06-18T10:01:00Z");
    await s.put("polls", polls(42));
    await s.pass(2 * SECOND);
    expect((await inKv())?.document).toMatchObject({ revision: 3, status: "upcoming" });
    await s.pass(HOUR + 2 * SECOND);
    expect(await status()).toBe("voting");
  }));

test("an attempt that a wrong clock put off by a day is made when the desk is next started", () =>
  simulate(START, async (s) => {
    await s.put("race", raceJson());
    await s.pass(2 * SECOND);
    s.setClock("2030-06-11T12:00:00Z");
    s.failing = true;
    await s.put("polls", polls(41));
    await s.wake();
    s.failing = false;
    s.setClock(START);
    await s.restart();
    await s.pass(2 * SECOND);
    expect((await inKv())?.document.revision).toBe(2);
  }));

test("the clock alone moves the status when polls open and close, and only then", () =>
  simulate("2030-06-17T12:00:00Z", async (s) => {
    await s.put("race", raceJson());
    await s.put("polls", polls(41));
    await s.pass(0);
    expect(await status()).toBe("upcoming");
    await s.pass(Date.parse("2030-06-18T06:59:59-04:00") - s.now());
    expect(await status()).toBe("upcoming");
    await s.pass(SECOND);
    expect(await status()).toBe("voting");
    await s.pass(Date.parse("2030-06-18T19:00:00-04:00") - s.now());
    expect(await status()).toBe("counting");
  }));

test("a status change that falls into an outage isn't forgotten", () =>
  simulate("2030-06-18T18:59:00-04:00", async (s) => {
    await s.put("race", raceJson());
    await s.pass(10 * SECOND);
    s.failing = true;
    await s.put("polls", polls(44));
    await s.pass(3 * MINUTE);
    expect((await inKv())?.document.status).toBe("voting");
    s.failing = false;
    await s.pass(MINUTE);
    expect((await inKv())?.document).toMatchObject({ status: "counting", revision: 2 });
  }));

test("polls that close while KV takes its time still close, a second after its last write", () =>
  simulate("2030-06-18T18:59:59.900-04:00", async (s) => {
    s.putMs = 200;
    await s.put("race", raceJson());
    await s.pass(10 * SECOND);
    expect(await status()).toBe("counting");
    const ofRace = s.puts.filter(({ key }) => key === `race:${RACE_ID}`);
    const [first = 0, second = 0, third] = ofRace.map(({ at }) => at);
    expect(second - first).toBeGreaterThanOrEqual(SECOND);
    expect(third).toBeUndefined();
  }));

test("a pinned clock and a certified race set no alarm", () =>
  simulate("2030-06-20T08:00:00-04:00", async (s) => {
    await s.put("race", raceJson({ asOf: "2030-06-20T08:00:00-04:00" }));
    await s.pass(0);
    expect(s.alarmAt()).toBeNull();
    const certified = { by: "TEST office", at: "2030-06-19T08:00:00-04:00", source: "s" };
    await s.put("race", raceJson({ certified }));
    await s.pass(10 * SECOND);
    expect(s.alarmAt()).toBeNull();
    expect((await inKv())?.document).toMatchObject({ status: "certified", next: 0 });
  }));

class CrashError extends Error {}

async function status(): Promise<unknown> {
  return (await inKv())?.document.status;
}

/** Undoes what the desk wrote down about a failure that it would not have lived to see. */
async function crash(work: () => Promise<void>, sql: SqlStorage): Promise<void> {
  const state = () =>
    sql.exec<{ value: string }>("SELECT value FROM state WHERE name = 'publishing'").one().value;
  await work();
  const { outbox } = JSON.parse(state());
  expect(outbox).not.toBeNull();
  const restored = { ...JSON.parse(state()), failures: 0, lastError: null, dueAt: 0 };
  restored.outbox = { ...outbox, failed: false };
  sql.exec("UPDATE state SET value = ? WHERE name = 'publishing'", JSON.stringify(restored));
}

async function text(bytes: Promise<Uint8Array | null>): Promise<string | undefined> {
  const found = await bytes;
  return found ? new TextDecoder().decode(found) : undefined;
}

async function section() {
  return JSON.parse((await env.RACES.get(`section:${RACE_ID}:polls`)) ?? "null");
}

async function everything(): Promise<Record<string, unknown>> {
  const { keys } = await env.RACES.list();
  const entries = keys.map(async ({ name }) => [name, await env.RACES.getWithMetadata(name)]);
  return Object.fromEntries(await Promise.all(entries));
}
