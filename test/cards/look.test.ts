import { expect, test } from "vitest";
import type { RaceDocument } from "../../src/race/schema/document.ts";
import { looksOf } from "../../src/cards/look.ts";

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
  const look = looksOf(candidates("R", "DEM", "L"));
  expect(look("c0")).toEqual({ name: "C0", label: "C0 (R)", tone: "r m0" });
  expect(look("c1").tone).toBe("d m1");
  expect(look("c2").tone).toBe("o2 m2");
});

test("two candidates of one party differ in colour and mark", () => {
  const look = looksOf(candidates("R", "R", "R"));
  expect(new Set(["c0", "c1", "c2"].map((id) => look(id).tone)).size).toBe(3);
});

test("somebody the race doesn't list is still named", () => {
  expect(looksOf(candidates("R"))("stranger").label).toBe("stranger");
});
