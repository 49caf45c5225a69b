import { expect, test } from "vitest";
import { checkRaceData, checkSource } from "../../../../src/race/check.ts";
import { mergeSource } from "../../../../src/race/merge.ts";
import { aCall, aRace, someData } from "../../fixtures.ts";

test("a call names a candidate and a source of its race, once for each caller", () => {
  const calls = [aCall(), aCall(), aCall({ candidate: "cy", source: "blog" })];
  const checked = checkRaceData(someData({ calls: { calls } }));
  expect(checked.ok ? [] : checked.issues.map(({ path }) => path)).toEqual([
    "calls.calls.1.candidate",
    "calls.calls.2.candidate",
    "calls.calls.2.source",
  ]);
});

test("every outcome there is so far is about somebody", () => {
  const { candidate: _, ...nobody } = aCall();
  expect(checkSource("calls", { calls: [nobody] })).toMatchObject({
    ok: false,
    issues: [{ path: "calls.0.candidate" }],
  });
});

test("a caller's word that comes again replaces the one before, and others' stay", () => {
  const other = aCall({ caller: "Other Wire" });
  const later = aCall({ at: "2026-11-03T23:30:00-05:00" });
  expect(mergeSource("calls", { calls: [aCall(), other] }, { calls: [later] })).toEqual({
    calls: [later, other],
  });
});

test("race.json takes no calls: they have a file of their own", () => {
  const checked = checkSource("race", { ...aRace(), calls: [] });
  expect(checked).toMatchObject({
    ok: false,
    issues: [{ path: "calls", message: expect.stringContaining("calls.csv") }],
  });
});
