import { expect, test } from "vitest";
import { compileRace, type CompileContext } from "../../../src/race/compile/compile-race.ts";
import { stampRace } from "../../../src/race/compile/stamp-race.ts";
import type { RaceData } from "../../../src/race/schema/data.ts";
import { aPoll, aRace, someData, votes } from "../fixtures.ts";

const NOW = "2026-11-04T01:00:00-05:00";
const UNSTAMPED = { now: NOW, revision: 0, publication: 0, updatedAt: NOW };
const STAMP: CompileContext = {
  now: NOW,
  revision: 7,
  publication: 3,
  updatedAt: "2026-11-04T06:00:01Z",
  sections: { polls: { revision: 5, updatedAt: "2026-11-01T12:00:00Z" } },
  freshUntil: { results: "2026-11-04T06:20:00Z" },
};

const FILLED = {
  polls: { polls: [aPoll("p1", "2026-10-28", 51, 45), aPoll("p2", "2026-10-31", 48, 47)] },
  results: { counts: [votes("North", "ada", 2), votes("North", "bo", 1)] },
};

test.each([
  ["a running clock", someData(FILLED)],
  ["a pinned clock", someData({ ...FILLED, race: aRace({ asOf: "2026-11-03T08:00:00-05:00" }) })],
  ["no section", someData()],
])("with %s, a stamped race is byte for byte the race compiled with that stamp", (_, data) => {
  const stamped = stampRace(compileRace(data, UNSTAMPED), data, STAMP);
  expect(JSON.stringify(stamped)).toBe(JSON.stringify(compileRace(data, STAMP)));
});

test("a stamp brings corrections that weren't known when the numbers were computed", () => {
  const data = someData(FILLED);
  const corrections = [{ at: NOW, section: "polls" as const, text: "Able had 51, not 15." }];
  const corrected: RaceData = { ...data, race: { ...data.race, corrections } };
  const stamped = stampRace(compileRace(data, UNSTAMPED), corrected, STAMP);
  expect(JSON.stringify(stamped)).toBe(JSON.stringify(compileRace(corrected, STAMP)));
});
