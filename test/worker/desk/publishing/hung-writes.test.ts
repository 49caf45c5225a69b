import { env } from "cloudflare:workers";
import { reset } from "cloudflare:test";
import { afterEach, expect, test } from "vitest";
import { summarize } from "../../../../src/worker/desk/summary.ts";
import { approve } from "../../../../src/worker/desk/writes/release.ts";
import { pollJson, RACE_ID, raceJson } from "../fixture.ts";
import { inKv, simulate, TERMS, type Simulation } from "../simulation.ts";

afterEach(reset);

const START = "2030-06-10T12:00:00Z";
const SECOND = 1000;
const MINUTE = 60 * SECOND;
const RACE = `race:${RACE_ID}`;
const POLLS = `section:${RACE_ID}:polls`;

const polls = (a: number) => ({ polls: [pollJson("p1", a, 40)] });

async function share(): Promise<number | undefined> {
  const section = await env.RACES.get<{ polls: { shares: { share: number }[] }[] }>(POLLS, "json");
  return section?.polls[0]?.shares[0]?.share;
}

/** A race that readers have, with one poll. */
async function live(s: Simulation): Promise<void> {
  await s.put("race", raceJson());
  await s.put("polls", polls(41));
  await s.pass(2 * SECOND);
  expect(await share()).toBe(41);
}

test("a write that KV never answers is given up, told and tried again", () =>
  simulate(START, async (s) => {
    await live(s);
    s.hangs = (key) => key === POLLS;
    await s.put("polls", polls(42));
    await s.pass(30 * SECOND);
    expect((await summarize(s.desk))?.publishing).toMatchObject({
      pending: true,
      lastError: { message: expect.stringMatching(/could not write section.*within 10000 ms/) },
    });
    s.hangs = () => false;
    await s.pass(MINUTE);
    expect(await share()).toBe(42);
    expect((await summarize(s.desk))?.publishing).toMatchObject({ pending: false, failures: 0 });
  }));

test.each([
  ["while the desk lives", false, 2 * SECOND],
  ["after a restart", true, 2 * MINUTE],
])("a write that lands late, %s, leaves nothing old standing", (_, restarts, takes) =>
  simulate(START, async (s) => {
    await live(s);
    s.hangs = (key) => key === POLLS;
    await s.put("polls", polls(42));
    await s.pass(SECOND);
    s.hangs = () => false;
    await s.put("polls", polls(43));
    await s.pass(20 * SECOND);
    expect(await share()).toBe(43);

    if (restarts) await s.restart();
    for (const land of s.hung) await land(!restarts);
    expect(await share()).toBe(42);
    await s.pass(takes);
    expect(await share()).toBe(43);
    expect((await inKv())?.document).toMatchObject({ revision: 4 });
    await s.pass(10 * MINUTE);
    expect((await summarize(s.desk))?.publishing.pending).toBe(false);
    expect(s.reports).toHaveLength(1);
  }),
);

test("a late write can't bring back a section that was taken away", () =>
  simulate(START, async (s) => {
    await live(s);
    s.hangs = (key) => key === POLLS;
    await s.put("polls", polls(42));
    await s.pass(SECOND);
    s.hangs = () => false;
    const removal = await s.send("delete", "polls", null);
    if (removal.kind === "held")
      await approve(s.desk, RACE_ID, removal.held, { ...TERMS, author: "editor" });
    await s.pass(20 * SECOND);
    expect(await env.RACES.get(POLLS)).toBeNull();
    for (const land of s.hung) await land(true);
    await s.pass(2 * SECOND);
    expect(await env.RACES.get(POLLS)).toBeNull();
    expect((await inKv())?.document).not.toHaveProperty("polls");
  }));

test("a late document can't replace a newer one", () =>
  simulate(START, async (s) => {
    await live(s);
    s.hangs = (key) => key === RACE;
    await s.put("polls", polls(42));
    await s.pass(SECOND);
    s.hangs = () => false;
    await s.put("polls", polls(43));
    await s.pass(20 * SECOND);
    const newest = await inKv();
    for (const land of s.hung) await land(true);
    expect(await inKv()).not.toEqual(newest);
    await s.pass(2 * SECOND);
    expect(await inKv()).toEqual(newest);
  }));
