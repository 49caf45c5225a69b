import { expect, test } from "vitest";
import { leadOf } from "../../src/race/lead.ts";

const CANDIDATES = ["a", "b", "c"].map((id) => ({ id, shortName: id.toUpperCase() }));

/** The lead between printed shares, known to `outer` points either way. */
function leadOfShares(shares: readonly number[], outer: number | null, inner = outer) {
  const printed = shares.map((share, n) => ({
    candidate: CANDIDATES[n]?.id ?? "",
    share,
    low: share,
    high: share,
  }));
  const half = outer === null ? null : { outer, inner: inner ?? outer };
  return leadOf(printed, half, CANDIDATES, { polled: true });
}

test.each([
  ["no share", [], null, { case: "few", candidate: null, points: null, low: null, high: null }],
  ["one share", [61], null, { case: "single", candidate: "a", points: null, low: null }],
  ["equal shares", [48, 48, 2], 3, { case: "tie", candidate: null, points: 0, low: -3, high: 3 }],
  ["a small gap", [49, 48.8], 2.5, { case: "within", candidate: "a", points: 0.2, low: -2.3 }],
  ["an interval that touches 0", [50, 47], 3, { case: "within", points: 3, low: 0, high: 6 }],
  ["an interval that prints as 0", [50, 47], 2.96, { case: "within", low: 0 }],
  ["an interval above 0", [50, 47], 2.9, { case: "clear", candidate: "a", low: 0.1, high: 5.9 }],
])("%s", (_name, shares, half, expected) => {
  expect(leadOfShares(shares, half)).toMatchObject({
    ...expected,
    clear: expected.case === "clear",
  });
});

test("a lead outside the inner interval alone is slight", () => {
  expect(leadOfShares([50, 47], 8, 2.9)).toMatchObject({
    case: "slight",
    candidate: "a",
    low: -5,
    high: 11,
    inner: { low: 0.1, high: 5.9 },
    clear: false,
  });
  expect(leadOfShares([50, 47], 8, 3)).toMatchObject({ case: "within", inner: { low: 0 } });
  expect(leadOfShares([50, 40], 8, 3)).toMatchObject({ case: "clear" });
});

test("no polls and too few polls are two cases", () => {
  expect(leadOf([], null, CANDIDATES, { polled: false })).toMatchObject({ case: "none" });
  expect(leadOf([], null, CANDIDATES, { polled: true })).toMatchObject({ case: "few" });
});
