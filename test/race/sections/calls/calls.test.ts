import { expect, test } from "vitest";
import { checkRaceData, checkSource } from "../../../../src/race/check.ts";
import { compileRace } from "../../../../src/race/compile/compile-race.ts";
import { mergeSource } from "../../../../src/race/merge.ts";
import type { Call } from "../../../../src/race/sections/calls/source.ts";
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

test("a call that its caller took back stays, and nobody has won by it any more", () => {
  const retracted = { at: "2026-11-04T00:30:00-05:00", why: "A county’s votes were counted twice" };
  const data = someData({ calls: { calls: [aCall({ retracted })] } });
  const { document } = compileRace(data, { ...stamp, now: "2026-11-04T01:00:00-05:00" });
  expect(document.status).toBe("counting");
  expect(document.calls).toMatchObject([{ candidate: "ada", outcome: "won", retracted }]);
});

test("too early and too close to call are told until somebody calls", () => {
  const open = aCall({ outcome: "too_close", candidate: null, basis: "312 votes apart" });
  const later = aCall({ at: "2026-11-04T00:30:00-05:00" });
  const at = (calls: Call[]) =>
    compileRace(someData({ calls: { calls } }), { ...stamp, now: "2026-11-04T01:00:00-05:00" })
      .document;
  const { callState, calls, status } = at([open]);
  expect(callState).toEqual({
    value: "too_close",
    by: "Test Wire",
    at: open.at,
    why: "312 votes apart",
    source: "wire",
  });
  expect([calls, status]).toEqual([undefined, "counting"]);
  expect(at([open, later])).not.toHaveProperty("callState");
  const taken = aCall({ caller: "Other", retracted: { at: "2026-11-04T00:31:00-05:00" } });
  expect(at([open, taken]).callState?.value).toBe("too_close");
});

const stamp = { revision: 1, publication: 1, updatedAt: "2026-11-04T01:00:00-05:00" };
