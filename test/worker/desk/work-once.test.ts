import { reset } from "cloudflare:test";
import { afterAll, afterEach, expect, test, vi } from "vitest";
import { approve } from "../../../src/worker/desk/writes/release.ts";
import { restore } from "../../../src/worker/desk/writes/write.ts";
import { pollJson, RACE_ID, raceJson } from "./fixture.ts";
import { simulate, type Simulation, TERMS } from "./simulation.ts";

const START = "2030-06-10T12:00:00Z";
const SECOND = 1000;
const DAY = 86_400 * SECOND;

const polls = (...shares: number[]) => ({
  polls: shares.map((share, i) => pollJson(`p${i}`, share, 40)),
});
const turnout = (ballots: number) => ({
  counts: [{ date: "2030-06-09", mode: "absentee_mail", ballots, source: "s" }],
});

const digests = vi.spyOn(crypto.subtle, "digest");
const parses = vi.spyOn(JSON, "parse");
let gzips = 0;
vi.stubGlobal(
  "CompressionStream",
  class extends CompressionStream {
    constructor(format: ConstructorParameters<typeof CompressionStream>[0]) {
      super(format);
      gzips += 1;
    }
  },
);

afterEach(reset);
afterAll(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

type Work = {
  /** How often the race was computed. */
  readonly compiled: number;
  /** How many bodies and parts were packed. */
  readonly packed: number;
};

/** What a desk has to do for something; no bytes are hashed twice, and no body is parsed twice. */
async function workOf(s: Simulation, something: () => Promise<unknown>): Promise<Work> {
  const before = { compiled: s.compiled, gzips };
  digests.mockClear();
  parses.mockClear();
  await something();
  const hashed = digests.mock.calls.map(([, data]) => new TextDecoder().decode(data));
  expect(hashed).toEqual([...new Set(hashed)]);
  const parsed = parses.mock.calls
    .map(([text]) => text)
    .filter((text) => /^\{"(?:id|polls|counts)":/.test(text));
  expect(parsed).toEqual([...new Set(parsed)]);
  return { compiled: s.compiled - before.compiled, packed: gzips - before.gzips };
}

/** The same for the publication that a write has ordered, which puts this many parts. */
async function publicationOf(s: Simulation, parts: number): Promise<Work> {
  const before = s.puts.length;
  const work = await workOf(s, () => s.pass(2 * SECOND));
  expect(s.puts.length - before).toBe(parts);
  return work;
}

test.each([
  ["put", 4, (s: Simulation) => s.put("polls", polls(49, 47))],
  ["merge", 4, (s: Simulation) => s.send("merge", "polls", { polls: [pollJson("p1", 47, 41)] })],
  [
    "put with a correction",
    // The log of corrections comes along, with its table.
    6,
    (s: Simulation) => s.put("polls", polls(49), { correction: "Not 48." }),
  ],
])("a %s computes the race once, and its publication computes nothing", (_, parts, write) =>
  simulate(START, async (s) => {
    await s.put("race", raceJson());
    await s.put("polls", polls(48));
    await s.pass(2 * SECOND);
    const work = await workOf(s, async () =>
      expect(await write(s)).toMatchObject({ kind: "stored" }),
    );
    expect(work).toEqual({ compiled: 1, packed: 1 });
    expect(await publicationOf(s, parts)).toEqual({ compiled: 0, packed: parts });
  }),
);

test("the first race of all is computed once", () =>
  simulate(START, async (s) => {
    expect(await workOf(s, () => s.put("race", raceJson()))).toEqual({ compiled: 1, packed: 1 });
    expect(await publicationOf(s, 2)).toEqual({ compiled: 0, packed: 2 });
  }));

test("a dry run computes the race once, and the same change in earnest finds it", () =>
  simulate(START, async (s) => {
    await s.put("race", raceJson());
    await s.pass(2 * SECOND);
    const dryRun = () => s.put("polls", polls(48), { dryRun: true });
    expect(await workOf(s, dryRun)).toEqual({ compiled: 1, packed: 0 });
    expect(await workOf(s, () => s.put("polls", polls(48)))).toEqual({ compiled: 0, packed: 1 });
    expect(await publicationOf(s, 4)).toEqual({ compiled: 0, packed: 4 });
  }));

test("a held change is computed and packed once; releasing it, or looking first, does neither", () =>
  simulate(START, async (s) => {
    await s.put("race", raceJson());
    await s.put("turnout", turnout(1200));
    await s.pass(2 * SECOND);
    const holding = async () =>
      expect(await s.put("turnout", turnout(900))).toMatchObject({ kind: "held", held: 1 });
    expect(await workOf(s, holding)).toEqual({ compiled: 1, packed: 1 });
    const looking = async () =>
      expect(await approve(s.desk, RACE_ID, 1, { ...TERMS, dryRun: true })).toMatchObject({
        kind: "preview",
      });
    expect(await workOf(s, looking)).toEqual({ compiled: 0, packed: 0 });
    const releasing = async () =>
      expect(await approve(s.desk, RACE_ID, 1, TERMS)).toMatchObject({ kind: "stored" });
    // What waited was a part of the section; now there is a section to store.
    expect(await workOf(s, releasing)).toEqual({ compiled: 0, packed: 1 });
    // A fall that somebody released is its source's revision: the log of those comes along.
    expect(await publicationOf(s, 6)).toEqual({ compiled: 0, packed: 6 });
  }));

test("a restore computes the race once at most, and packs nothing that is stored already", () =>
  simulate(START, async (s) => {
    await s.put("race", raceJson());
    for (const share of [46, 47, 48, 49, 50]) await s.put("polls", polls(share));
    await s.pass(2 * SECOND);
    const back = (n: number) => async () =>
      expect(await restore(s.desk, RACE_ID, n, TERMS)).toMatchObject({ kind: "stored" });
    // The state before the last is still in memory; an older one isn't.
    expect(await workOf(s, back(5))).toEqual({ compiled: 0, packed: 0 });
    expect(await workOf(s, back(2))).toEqual({ compiled: 1, packed: 0 });
    expect(await publicationOf(s, 4)).toEqual({ compiled: 0, packed: 4 });
  }));

test("what is refused or unchanged computes nothing, and the clock's moment computes once", () =>
  simulate(START, async (s) => {
    await s.put("race", raceJson());
    await s.put("polls", polls(48));
    await s.pass(2 * SECOND);
    const idle = { compiled: 0, packed: 0 };
    const kind = async (outcome: ReturnType<Simulation["put"]>) => (await outcome).kind;
    expect(
      await workOf(s, async () => expect(await kind(s.put("polls", polls(48)))).toBe("unchanged")),
    ).toEqual(idle);
    expect(
      await workOf(s, async () =>
        expect(await kind(s.put("polls", polls(49), { ifMatch: ['"r1"'] }))).toBe("stale"),
      ),
    ).toEqual(idle);
    // A file with a fault is read once more, for the place of it.
    const { compiled } = s;
    expect(await kind(s.put("polls", { polls: [{ id: 1 }] }))).toBe("faulty");
    expect(s.compiled).toBe(compiled);
    expect((await workOf(s, () => s.pass(DAY))).compiled).toBe(1);
  }));
