import { expect, test } from "vitest";
import { callChanges } from "../../../../src/race/sections/calls/changes.ts";
import { aCall } from "../../fixtures.ts";

const AT = "2026-11-04T00:00:00-05:00";
const known = { round: 1, candidate: "ada", caller: "Test Wire", at: AT };

test("a call that is made, changed or withdrawn is told with what it was and is", () => {
  const won = { calls: [aCall()] };
  const runoff = { calls: [aCall({ outcome: "runoff" })] };
  expect(callChanges(null, won, AT)).toEqual([{ ...known, change: "made", was: null, is: "won" }]);
  expect(callChanges(won, runoff, AT)).toEqual([
    { ...known, change: "changed", was: "won", is: "runoff" },
  ]);
  expect(callChanges(won, { calls: [] }, AT)).toEqual([
    { ...known, change: "withdrawn", was: "won", is: null },
  ]);
  expect(callChanges(won, null, AT)).toHaveLength(1);
  expect(callChanges(won, won, AT)).toEqual([]);
});

test("one caller's withdrawal for another's call is two changes, by caller", () => {
  const before = { calls: [aCall()] };
  const after = { calls: [aCall({ caller: "Other Desk", candidate: "bo" })] };
  expect(callChanges(before, after, AT).map(({ change, caller }) => [change, caller])).toEqual([
    ["withdrawn", "Test Wire"],
    ["made", "Other Desk"],
  ]);
});

test("a call that is dated ahead stays unknown, whatever becomes of it", () => {
  const ahead = { calls: [aCall({ at: "2026-11-04T06:00:00-05:00" })] };
  expect(callChanges(null, ahead, AT)).toEqual([]);
  expect(callChanges(ahead, null, AT)).toEqual([]);
});

test("a call that its caller took back was withdrawn; what isn't called is no change", () => {
  const retracted = { at: "2026-11-03T23:30:00-05:00" };
  const changes = callChanges({ calls: [aCall()] }, { calls: [aCall({ retracted })] }, AT);
  expect(changes).toEqual([{ ...known, change: "withdrawn", was: "won", is: null }]);
  const open = aCall({ outcome: "too_early", candidate: null });
  expect(callChanges(null, { calls: [open] }, AT)).toEqual([]);
});
