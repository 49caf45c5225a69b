import fc from "fast-check";
import { expect, test } from "vitest";
import { candidateStyles, KINDS } from "../../src/cards/candidate-style.ts";
import type { RaceDocument } from "../../src/race/schema/document.ts";
import { demoPollsSummary } from "./fixtures/demo-race.ts";

function candidates(...codes: (string | null)[]): Pick<RaceDocument, "candidates"> {
  return {
    candidates: codes.map((code, i) => ({
      id: `c${i}`,
      name: `Candidate ${i}`,
      shortName: `C${i}`,
      ...(code !== null && { party: { code, name: code } }),
      incumbent: false,
    })),
  };
}

test("the large parties have their colours, and every candidate a mark", () => {
  const styleOf = candidateStyles(candidates("R", "DEM", "L", null));
  expect(styleOf("c0")).toEqual({ name: "C0", label: "C0 (R)", tone: "r m0" });
  expect(styleOf("c1").tone).toBe("d m1");
  expect(styleOf("c2").tone).toBe("o0 m2");
  expect(styleOf("c3")).toEqual({ name: "C3", label: "C3", tone: "o1 m3" });
});

test("of those who have a colour no two have the same colour, and no neighbours the same mark", () => {
  const party = fc.option(fc.constantFrom("R", "GOP", "D", "DFL", "L", "I"), { nil: null });
  fc.assert(
    fc.property(fc.array(party, { minLength: 1, maxLength: 30 }), (codes) => {
      const race = candidates(...codes);
      const styleOf = candidateStyles(race);
      const tones = race.candidates.map(({ id }) => styleOf(id).tone.split(" "));
      const drawn = tones.filter(([tone]) => tone !== "rest");
      expect(drawn).toHaveLength(Math.min(codes.length, KINDS));
      expect(new Set(drawn.map(([tone]) => tone)).size).toBe(drawn.length);
      const first = drawn.slice(0, 4).map(([, mark]) => mark);
      expect(new Set(first).size).toBe(first.length);
    }),
  );
});

test("of many, those who lead have the colours, wherever the race lists them", () => {
  const race = candidates(...Array.from({ length: 30 }, () => "I"));
  const [share] = demoPollsSummary.average.shares;
  if (!share) throw new Error("the fixture has no shares");
  const shares = [29, 11, 7, 28, 3].map((n) => ({ ...share, candidate: `c${n}` }));
  const average = { ...demoPollsSummary.average, shares };
  const styleOf = candidateStyles({ ...race, polls: { ...demoPollsSummary, average } });
  const tones = shares.map(({ candidate }) => styleOf(candidate).tone);
  expect(tones).toEqual(["o0 m0", "o1 m1", "o2 m2", "o3 m3", "o4 m0"]);
  expect(styleOf("c12").tone).toBe("rest m0");
});

test("somebody the race doesn't list is still named", () => {
  expect(candidateStyles(candidates("R"))("stranger")).toMatchObject({
    label: "stranger",
    tone: "rest m0",
  });
});
