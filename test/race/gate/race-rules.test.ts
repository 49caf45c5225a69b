import { expect, test } from "vitest";
import { holdReasons } from "../../../src/race/gate/hold-reasons.ts";
import { aCall } from "../fixtures.ts";
import { aRace, counted, EVENING, heldBy, someData, votes, withResults } from "./fixtures.ts";

const gone = heldBy.bind(null, "candidate_gone");
const early = heldBy.bind(null, "early_votes");
const earlyCalls = heldBy.bind(null, "early_call");
const loosened = heldBy.bind(null, "gate_loosened");

const [ada, bo] = aRace().candidates;
if (!ada || !bo) throw new Error("the fixture race has two candidates");

test("a candidate who disappears is held, one who is renamed or joins isn't", () => {
  expect(gone(someData(), someData({ race: aRace({ candidates: [ada] }) }))).toEqual([
    {
      rule: "candidate_gone",
      path: "race.candidates.bo",
      message: "Bo Baker (bo) would no longer be a candidate",
      before: "Bo Baker",
    },
  ]);
  const cy = { ...bo, id: "cy", name: "Cy Cole", shortName: "Cole" };
  const renamed = { ...bo, name: "Roberta Baker" };
  expect(gone(someData(), someData({ race: aRace({ candidates: [cy, renamed, ada] }) }))).toEqual(
    [],
  );
  expect(gone(null, someData())).toEqual([]);
});

test("votes before the polls close are held, at the close they aren't", () => {
  const after = withResults(votes("Ash", "ada", 12), votes("Birch", "ada", 30));
  expect(early(someData(), after, "2026-11-03T18:59:59-05:00")).toEqual([
    {
      rule: "early_votes",
      path: "results.1",
      message: "42 votes or ballots in round 1, but polls close at 2026-11-03T19:00:00-05:00",
      after: 42,
    },
  ]);
  expect(early(someData(), after, "2026-11-03T19:00:00-05:00")).toEqual([]);
});

test("zeros and registered voters may be there before the polls close", () => {
  const after = withResults(votes("Ash", "ada", 0), counted("Ash", "registered", 900));
  expect(early(null, after, "2026-11-03T12:00:00-05:00")).toEqual([]);
});

test("a round that readers have already doesn't trip again, the next one does", () => {
  const noon = "2026-11-03T12:00:00-05:00";
  const first = votes("Ash", "ada", 12);
  const before = withResults(first);
  expect(early(before, withResults({ ...first, value: 13 }), noon)).toEqual([]);
  expect(early(before, withResults(first, { ...first, round: 2 }), noon)).toMatchObject([
    { path: "results.2" },
  ]);
});

const pinnedAt = (asOf: string) => ({
  ...withResults(votes("Ash", "ada", 12)),
  race: aRace({ asOf }),
});

test("a clock pinned before the close holds votes, one pinned after doesn't open the polls' end", () => {
  const nextDay = "2026-11-04T12:00:00-05:00";
  const [reason] = early(null, pinnedAt("2026-11-03T08:00:00-05:00"), nextDay);
  expect(reason?.message).toMatch(/this race's clock is pinned at 2026-11-03T08:00:00-05:00$/);
  expect(early(null, pinnedAt("2026-11-03T20:00:00-05:00"), nextDay)).toEqual([]);
  expect(
    early(null, pinnedAt("2026-11-03T20:00:00-05:00"), "2026-11-03T12:00:00-05:00"),
  ).toHaveLength(1);
});

const gated = (jumpFactor: number, secondPerson: boolean) =>
  someData({ race: aRace({ gate: { jumpFactor, secondPerson } }) });

test("loosening the gate is held, tightening it isn't", () => {
  expect(loosened(gated(10, true), gated(20, false))).toEqual([
    {
      rule: "gate_loosened",
      path: "race.gate.jumpFactor",
      message: "numbers could grow 20 times at once instead of 10",
      before: 10,
      after: 20,
    },
    {
      rule: "gate_loosened",
      path: "race.gate.secondPerson",
      message: "whoever sends a change could release it alone",
    },
  ]);
  expect(loosened(gated(10, false), gated(5, true))).toEqual([]);
  expect(loosened(null, gated(20, false))).toEqual([]);
});

test("a call dated before the polls close is held, once it is new", () => {
  const called = (at: string) => someData({ calls: { calls: [aCall({ at })] } });
  expect(earlyCalls(someData(), called("2026-11-03T18:59:00-05:00"))).toMatchObject([
    { path: "calls.1.ada", after: "2026-11-03T18:59:00-05:00" },
  ]);
  expect(earlyCalls(someData(), called("2026-11-03T19:00:00-05:00"))).toEqual([]);
  const accepted = called("2026-11-03T18:59:00-05:00");
  expect(earlyCalls(accepted, accepted)).toEqual([]);
});

test("taking a call back is never held: that would keep a false winner up", () => {
  const called = someData({ calls: { calls: [aCall(), aCall({ candidate: "bo" })] } });
  expect(holdReasons(called, someData({ calls: { calls: [] } }), EVENING)).toEqual([]);
  expect(holdReasons(called, someData(), EVENING)).toEqual([]);
});
