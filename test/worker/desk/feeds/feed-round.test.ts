import { reset } from "cloudflare:test";
import { afterEach, expect, test } from "vitest";
import { listHeld } from "../../../../src/worker/desk/storage/held.ts";
import { listRevisions } from "../../../../src/worker/desk/storage/log.ts";
import { summarize } from "../../../../src/worker/desk/summary.ts";
import { raceJson } from "../fixture.ts";
import { inKv, simulate, type Simulation } from "../simulation.ts";

afterEach(reset);

const START = "2030-06-19T01:00:00Z";
const SECOND = 1000;
const MINUTE = 60 * SECOND;
const DAY = 24 * 60 * MINUTE;
const FEED = {
  id: "count",
  section: "results",
  url: "https://results.example.org/count.csv",
  format: "csv",
  everySeconds: 60,
  apply: "replace",
} as const;

/** Polls closed two hours before the start. */
const RACE = raceJson({ feeds: [FEED] });

function counts(a: number, b: number): string {
  return ["round,area,measure,candidate,mode,value,as_of,source", row("a", a), row("b", b)].join(
    "\n",
  );
}

function row(candidate: string, votes: number): string {
  return `1,total,votes,${candidate},unspecified,${votes},2030-06-18T21:00:00-04:00,s`;
}

/** A source whose file can be changed, with how often it was asked. */
function serve(s: Simulation, first: string) {
  const source = { file: first, etag: '"1"', asked: 0 };
  s.source = () => {
    source.asked += 1;
    return Promise.resolve(new Response(source.file, { headers: { ETag: source.etag } }));
  };
  return source;
}

async function feedState(s: Simulation) {
  return (await summarize(s.desk))?.feeds[0];
}

test("a feed is fetched when it is due, stored when it changed, and reaches readers", () =>
  simulate(START, async (s) => {
    const source = serve(s, counts(10, 9));
    await s.put("race", RACE);
    await s.pass(2 * SECOND);
    expect((await inKv())?.document).toMatchObject({ results: { rounds: [{ votes: 19 }] } });
    expect(source.asked).toBe(1);

    await s.pass(3 * MINUTE);
    expect(source.asked).toBe(4);
    expect(listRevisions(s.desk.sql, 99, 99)).toMatchObject([
      { n: 2, author: "feed:count", section: "results" },
      { n: 1, author: "tester" },
    ]);
    source.file = counts(20, 18);
    await s.pass(MINUTE + 2 * SECOND);
    expect((await inKv())?.document).toMatchObject({ results: { rounds: [{ votes: 38 }] } });
    expect(await feedState(s)).toMatchObject({ failures: 0, problem: null, drift: [] });
    expect(s.reports).toEqual([]);
  }));

test("a failing feed removes nothing, is asked less often, and shows its age to readers", () =>
  simulate(START, async (s) => {
    const source = serve(s, counts(10, 9));
    await s.put("race", RACE);
    await s.pass(2 * SECOND);
    const before = (await inKv())?.document;
    const promised = Date.parse(before.staleAfter.results);
    expect(promised).toBeGreaterThan(s.now());

    s.source = () => Promise.resolve(new Response("gone", { status: 500 }));
    await s.pass(60 * MINUTE);
    expect(source.asked).toBe(1);
    const after = (await inKv())?.document;
    expect(after.results).toEqual(before.results);
    // The promise ran out: readers are told how old the numbers are.
    expect(Date.parse(after.staleAfter.results)).toBeLessThan(s.now());
    const state = await feedState(s);
    expect(state?.problem).toContain("results.example.org answered 500");
    expect(state?.failures).toBeGreaterThan(4);
    expect(state?.failures).toBeLessThan(15);
  }));

test("a source without news renews its promise now and then, not with every fetch", () =>
  simulate(START, async (s) => {
    const source = serve(s, counts(10, 9));
    await s.put("race", RACE);
    await s.pass(60 * MINUTE);
    const { staleAfter, publication } = (await inKv())?.document ?? {};
    expect(Date.parse(staleAfter.results)).toBeGreaterThan(s.now());
    expect(source.asked).toBeGreaterThan(55);
    expect(publication).toBeLessThan(16);
  }));

test("a file that can't be read is a failure with its lines, and what it lacks is named", () =>
  simulate(START, async (s) => {
    const source = serve(s, counts(10, 9));
    await s.put("race", RACE);
    await s.pass(2 * SECOND);
    source.file =
      "round,area,measure,candidate,mode,as_of,source\n1,total,votes,a,unspecified,2030-06-18,s";
    await s.pass(MINUTE);
    const state = await feedState(s);
    expect(state?.drift).toEqual(['"value" disappeared']);
    expect(state?.problem).toContain("value");
    expect(listRevisions(s.desk.sql, 99, 99)).toHaveLength(2);
    source.file = counts(11, 10);
    await s.pass(5 * MINUTE);
    expect(await feedState(s)).toMatchObject({ failures: 0, drift: [] });
  }));

test("an implausible count from a feed is held, and only the newest one", () =>
  simulate(START, async (s) => {
    const source = serve(s, counts(1000, 900));
    await s.put("race", RACE);
    await s.pass(2 * SECOND);
    for (const votes of [10, 20, 30]) {
      source.file = counts(votes, votes);
      await s.pass(MINUTE);
    }
    expect(listHeld(s.desk.sql)).toMatchObject([{ author: "feed:count", section: "results" }]);
    expect((await inKv())?.document).toMatchObject({ results: { rounds: [{ votes: 1900 }] } });
  }));

test("a source that takes its time doesn't keep an editor's numbers from readers", () =>
  simulate(START, async (s) => {
    const { promise, resolve } = Promise.withResolvers<Response>();
    s.source = () => promise;
    s.waitsForFeeds = false;
    await s.put("race", RACE);
    await s.pass(0);
    const counted = { date: "2030-06-18", mode: "unspecified", ballots: 7, source: "s" };
    await s.put("turnout", { counts: [counted] });
    await s.pass(2 * SECOND);
    expect((await inKv())?.document).toMatchObject({ revision: 2, turnout: { ballots: 7 } });
    resolve(new Response(counts(1, 2)));
    await s.desk.fetching;
    await s.pass(2 * SECOND);
    expect((await inKv())?.document).toMatchObject({ results: { rounds: [{ votes: 3 }] } });
  }));

test("a restart in the middle of a fetch doesn't stop that feed", () =>
  simulate(START, async (s) => {
    let asked = 0;
    s.source = () => {
      asked += 1;
      return new Promise(() => {});
    };
    s.waitsForFeeds = false;
    await s.put("race", RACE);
    await s.pass(2 * SECOND);
    expect(asked).toBe(1);
    // Whoever dies here has nothing else to do until midnight.
    await s.restart();
    const source = serve(s, counts(10, 9));
    s.waitsForFeeds = true;
    await s.pass(MINUTE);
    expect(source.asked).toBeGreaterThan(0);
    await s.pass(2 * SECOND);
    expect((await inKv())?.document).toMatchObject({ results: { rounds: [{ votes: 19 }] } });
  }));

test("a feed that is asked once a day is asked once a day", () =>
  simulate(START, async (s) => {
    const source = serve(s, counts(10, 9));
    await s.put("race", { ...RACE, feeds: [{ ...FEED, everySeconds: 86_400 }] });
    await s.pass(23 * 60 * MINUTE);
    expect(source.asked).toBe(1);
    await s.pass(2 * 60 * MINUTE);
    expect(source.asked).toBe(2);
  }));

test("a feed whose last attempt lies in the future, by a wrong clock, is asked at once", () =>
  simulate(START, async (s) => {
    const source = serve(s, counts(10, 9));
    await s.put("race", RACE);
    s.setClock("2030-06-20T01:00:00Z");
    await s.pass(2 * SECOND);
    expect(source.asked).toBe(1);
    s.setClock(START);
    await s.restart();
    await s.pass(2 * SECOND);
    expect(source.asked).toBe(2);
  }));

test("a certified race asks its source once an hour for two months, and promises nothing", () =>
  simulate(START, async (s) => {
    const source = serve(s, counts(10, 20));
    const certified = { by: "TEST office", at: "2030-06-18T21:00:00-04:00", source: "s" };
    await s.put("race", { ...RACE, certified });
    await s.pass(24 * 60 * MINUTE);
    expect(source.asked).toBeGreaterThan(22);
    expect(source.asked).toBeLessThan(27);
    const { publication, staleAfter } = (await inKv())?.document ?? {};
    expect(staleAfter.results ?? null).toBeNull();
    // A recount, and nobody has to look at the race for it to arrive.
    source.file = counts(11, 20);
    await s.pass(60 * MINUTE + 2 * SECOND);
    expect((await inKv())?.document).toMatchObject({
      publication: publication + 1,
      results: { rounds: [{ votes: 31 }] },
    });
    await s.put("race", { ...RACE, certified, feeds: [{ ...FEED, everySeconds: 86_400 }] });
    await s.pass(60 * DAY);
    const asked = source.asked;
    await s.pass(2 * DAY);
    expect(source.asked).toBe(asked);
    expect(s.alarmAt()).toBeNull();
  }));

test("a race with a pinned clock, and one that lost its feeds, asks nobody", () =>
  simulate(START, async (s) => {
    const source = serve(s, counts(1, 2));
    await s.put("race", { ...RACE, asOf: "2030-06-18T20:00:00-04:00" });
    await s.pass(5 * MINUTE);
    expect(source.asked).toBe(0);
    await s.put("race", raceJson());
    await s.pass(5 * MINUTE);
    expect((await summarize(s.desk))?.feeds).toEqual([]);
    expect(source.asked).toBe(0);
  }));

test("a feed in a format that nobody reads is refused where it is written", () =>
  simulate(START, async (s) => {
    const outcome = await s.put("race", raceJson({ feeds: [{ ...FEED, format: "morse" }] }));
    expect(outcome).toMatchObject({
      kind: "faulty",
      faults: [{ field: "feeds.0.format", message: expect.stringContaining("openelections") }],
    });
  }));
