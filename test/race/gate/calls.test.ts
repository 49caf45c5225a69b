import { expect, test } from "vitest";
import { GATE_RULES } from "../../../src/race/gate/rules/index.ts";
import { aCall, aRace, someData, votes } from "../fixtures.ts";
import type { Call } from "../../../src/race/sections/calls/source.ts";

const cy = { id: "cy", name: "Cy Clay", shortName: "Clay" };
const counts = [votes("total", "ada", 90), votes("total", "bo", 80), votes("total", "cy", 70)];

/** What the gate finds in new calls of a race with so many seats. */
function held(seats: number, before: Call[], after: Call[]): readonly string[] {
  const race = aRace({ candidates: [...aRace().candidates, cy], seats });
  const data = (calls: Call[]) => someData({ race, results: { counts }, calls: { calls } });
  const proposal = {
    before: data(before),
    after: data(after),
    now: "2026-11-04T01:00:00-05:00",
    by: "person",
    withdraws: false,
    highs: {},
  } as const;
  const rules = GATE_RULES.filter(({ name }) => /call|winners/.test(name));
  return rules.flatMap((rule) => rule.find(proposal).map(() => rule.name));
}

const [first, second, third] = ["ada", "bo", "cy"].map((candidate) => aCall({ candidate }));

test("as many winners as seats pass, one more is held", () => {
  expect(held(1, [first!], [first!, second!])).toEqual(["two_winners", "call_trailing"]);
  expect(held(2, [first!], [first!, second!])).toEqual([]);
  expect(held(2, [first!, second!], [first!, second!, third!])).toEqual([
    "two_winners",
    "call_trailing",
  ]);
});

test("taking a call back passes at once, and leaves the seat to somebody else", () => {
  const retracted = { at: "2026-11-04T00:30:00-05:00" };
  const gone = { ...first!, retracted };
  expect(held(1, [first!], [gone])).toEqual([]);
  expect(held(1, [gone], [gone, second!])).toEqual(["call_trailing"]);
});
