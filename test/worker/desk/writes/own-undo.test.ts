import { reset } from "cloudflare:test";
import { afterEach, expect, test } from "vitest";
import { restore } from "../../../../src/worker/desk/writes/write.ts";
import { raceJson, RACE_ID } from "../fixture.ts";
import { inKv, simulate, type Simulation, TERMS } from "../simulation.ts";

afterEach(reset);

// What taking back a slip of one's own does, and that it is no way around the gate.

const NIGHT = "2030-06-18T21:00:00-04:00";
const SECOND = 1000;
const ME = { author: "me" };

const row = (area: string, candidate: string, value: number) => ({
  area,
  candidate,
  measure: "votes",
  value,
  asOf: "2030-06-18T20:50:00-04:00",
  source: "s",
});
const fulton = [row("Fulton", "a", 4000), row("Fulton", "b", 3000)];
const cobb = (a: number) => ({ counts: [row("Cobb", "a", a), row("Cobb", "b", 8000), ...fulton] });
const turnout = (ballots: number) => ({
  counts: [{ date: "2030-06-10", mode: "unspecified", ballots, source: "s" }],
});
const call = {
  calls: [{ candidate: "a", caller: "Wire", at: "2030-06-18T20:55:00-04:00", source: "s" }],
};

/** Somebody else has put the race at revision 1 and its count at 2. */
function counting(work: (s: Simulation) => Promise<void>): Promise<void> {
  return simulate(NIGHT, async (s) => {
    await s.put("race", raceJson());
    await s.put("results", cobb(10_000));
    await work(s);
  });
}

/** Sends a count that passes, and gives its revision. */
async function pass(s: Simulation, ...[section, body, terms]: Parameters<Simulation["put"]>) {
  const outcome = await s.put(section, body, { ...ME, ...terms });
  expect(outcome).toMatchObject({ kind: "stored", waiting: [] });
  return outcome.kind === "stored" ? outcome.revision : 0;
}

const back = (s: Simulation, n: number) => restore(s.desk, RACE_ID, n, { ...TERMS, ...ME });

test("one's own slip is taken back, and falls are judged on from there", () =>
  counting(async (s) => {
    await pass(s, "results", cobb(10_900));
    expect(await back(s, 2)).toMatchObject({ kind: "stored", waiting: [] });
    await pass(s, "results", cobb(9970));
    expect(await s.put("results", cobb(9950), ME)).toMatchObject({ kind: "held" });
  }));

test("small falls don't add up to a large one by slips between them", () =>
  counting(async (s) => {
    const lower = await pass(s, "results", cobb(9970));
    await pass(s, "results", cobb(10_900));
    expect(await back(s, lower)).toMatchObject({ kind: "held" });
    expect(await s.put("results", cobb(9940), ME)).toMatchObject({ kind: "held" });
  }));

test("an area that was taken away on purpose doesn't come again lower after a slip", () =>
  counting(async (s) => {
    const without = await pass(s, "results", { counts: fulton }, { withdraws: true });
    await pass(s, "results", cobb(10_000));
    expect(await back(s, without)).toMatchObject({ waiting: [{ scope: "1.Cobb.votes" }] });
  }));

test("a slip in one section doesn't let another's numbers fall", () =>
  counting(async (s) => {
    await pass(s, "results", cobb(9970));
    const right = await pass(s, "turnout", turnout(30_000));
    await pass(s, "turnout", turnout(39_000));
    expect(await back(s, right)).toMatchObject({ kind: "stored", waiting: [] });
    expect(await s.put("results", cobb(9950), ME)).toMatchObject({ kind: "held" });
  }));

test("a number that waited is in no revision that could be brought back", () =>
  counting(async (s) => {
    const body = { counts: [...cobb(100_000).counts.slice(0, 2), row("Fulton", "a", 4100)] };
    const part = await s.send("merge", "results", body, ME);
    expect(part).toMatchObject({ kind: "stored", revision: 3, waiting: [{ section: "results" }] });
    const slip = [row("Cobb", "a", 10_000), row("Fulton", "a", 4500)];
    await s.send("merge", "results", { counts: slip }, ME);
    expect(await back(s, 3)).toMatchObject({ kind: "stored", waiting: [] });
    await s.pass(2 * SECOND);
    const { text = "", document } = (await inKv()) ?? {};
    expect(document).toMatchObject({ underReview: [] });
    expect(text).not.toContain("100000");
  }));

test("a call that was withdrawn has to fit the count of now", () =>
  counting(async (s) => {
    const called = await pass(s, "calls", call);
    await pass(s, "calls", { calls: [] });
    const turned = [row("Cobb", "a", 10_000), row("Cobb", "b", 12_000), ...fulton];
    await pass(s, "results", { counts: turned }, { author: "other" });
    expect(await back(s, called)).toMatchObject({ kind: "held" });
  }));
