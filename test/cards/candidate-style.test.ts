import { expect, test } from "vitest";
import type { RaceDocument } from "../../src/race/schema/document.ts";
import { candidateStyles } from "../../src/cards/candidate-style.ts";

function candidates(...codes: string[]): Pick<RaceDocument, "candidates"> {
  return {
    candidates: codes.map((code, i) => ({
      id: `c${i}`,
      name: `Candidate ${i}`,
      shortName: `C${i}`,
      party: { code, name: code },
      incumbent: false,
    })),
  };
}

test("the large parties have their colours, and every candidate a mark", () => {
  const styleOf = candidateStyles(candidates("R", "DEM", "L"));
  expect(styleOf("c0")).toEqual({ name: "C0", label: "C0 (R)", tone: "r m0" });
  expect(styleOf("c1").tone).toBe("d m1");
  expect(styleOf("c2").tone).toBe("o2 m2");
});

test("two candidates of one party differ in colour and mark", () => {
  const styleOf = candidateStyles(candidates("R", "R", "R"));
  expect(new Set(["c0", "c1", "c2"].map((id) => styleOf(id).tone)).size).toBe(3);
});

test("somebody the race doesn't list is still named", () => {
  expect(candidateStyles(candidates("R"))("stranger").label).toBe("stranger");
});
