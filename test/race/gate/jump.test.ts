import { expect, test } from "vitest";
import {
  aRace,
  counted,
  heldBy,
  someData,
  votes,
  withMoney,
  withResults,
  withTurnout,
} from "./fixtures.ts";

const jumps = heldBy.bind(null, "jump");

test("votes that grow more than tenfold at once are held, tenfold isn't more", () => {
  const before = withResults(votes("Ash", "ada", 1000));
  expect(jumps(before, withResults(votes("Ash", "ada", 10_001)))).toEqual([
    {
      rule: "jump",
      path: "results.1.Ash.ada",
      message: "Ash, votes for Able: would go from 1,000 to 10,001 at once",
      before: 1000,
      after: 10_001,
    },
  ]);
  expect(jumps(before, withResults(votes("Ash", "ada", 10_000)))).toEqual([]);
});

test("small counts and first counts may multiply", () => {
  expect(
    jumps(withResults(votes("Ash", "ada", 999)), withResults(votes("Ash", "ada", 90_000))),
  ).toEqual([]);
  expect(jumps(someData(), withResults(votes("Ash", "ada", 90_000)))).toEqual([]);
  expect(jumps(null, withResults(votes("Ash", "ada", 90_000)))).toEqual([]);
});

test("a sum that multiplies as its second area reports is no slip, a stated total is", () => {
  const first = withResults(votes("Ash", "ada", 1000));
  const second = withResults(votes("Ash", "ada", 1000), votes("Birch", "ada", 29_001));
  expect(jumps(first, second)).toEqual([]);
  const total = (n: number) => withResults(votes("total", "ada", n));
  expect(jumps(total(1000), total(10_001))).toMatchObject([{ path: "results.1.total.ada" }]);
});

const ashCounts = (n: number) =>
  withResults(counted("Ash", "ballots", n), counted("Ash", "registered", 10 * n));

test("ballots are judged, registered voters aren't", () => {
  expect(jumps(ashCounts(1000), ashCounts(20_000)).map((r) => r.path)).toEqual([
    "results.1.Ash.ballots",
  ]);
});

test("a race may state another factor", () => {
  const race = aRace({ gate: { jumpFactor: 2 } });
  const before = withResults(votes("Ash", "ada", 1000));
  const after = withResults(votes("Ash", "ada", 2001));
  expect(jumps({ ...before, race }, { ...after, race })).toHaveLength(1);
  expect(jumps(before, after)).toEqual([]);
});

const nextDay = (ballots: number) => withTurnout(["2026-10-20", 5000], ["2026-10-21", ballots]);

test("a day's ballots with a digit too many are held, whether corrected or new", () => {
  const before = withTurnout(["2026-10-20", 5000]);
  expect(jumps(before, withTurnout(["2026-10-20", 50_001]))).toMatchObject([
    {
      path: "turnout.2026-10-20",
      message: "ballots cast by 2026-10-20: would go from 5,000 to 50,001 at once",
    },
  ]);
  expect(jumps(before, nextDay(50_001))).toMatchObject([{ path: "turnout.2026-10-21" }]);
  expect(jumps(before, nextDay(50_000))).toEqual([]);
  expect(jumps(withTurnout(["2026-10-20", 999]), nextDay(50_000))).toEqual([]);
});

const nextFiling = (amount: number) => withMoney({}, { amount, asOf: "2026-10-15" });

test("an amount that grows more than tenfold is held, as a correction or as the newest figure", () => {
  const before = withMoney({ amount: 50_000 });
  expect(jumps(before, withMoney({ amount: 500_001 }))).toEqual([
    {
      rule: "jump",
      path: "money.receipts.ada.2026-09-30.office",
      message: "Able, receipts: would go from $50,000 to $500,001 at once",
      before: 50_000,
      after: 500_001,
    },
  ]);
  expect(jumps(before, nextFiling(500_001))).toMatchObject([
    { path: "money.receipts.ada.2026-10-15.office" },
  ]);
  expect(jumps(before, nextFiling(500_000))).toEqual([]);
  expect(jumps(withMoney({ amount: 9999 }), nextFiling(500_001))).toEqual([]);
});

test("an older figure, and money that was spent, is no jump; a correction downwards is", () => {
  const before = withMoney({ measure: "cash_on_hand", amount: 900_000 });
  const later = { measure: "cash_on_hand", amount: 10, asOf: "2026-10-15" } as const;
  expect(jumps(before, withMoney({ measure: "cash_on_hand", amount: 900_000 }, later))).toEqual([]);
  expect(jumps(before, withMoney({ measure: "cash_on_hand", amount: 89_999 }))).toHaveLength(1);
  expect(jumps(before, withMoney({ measure: "cash_on_hand", amount: 90_000 }))).toEqual([]);
  const old = { measure: "cash_on_hand", amount: 99_000_000, asOf: "2026-03-31" } as const;
  expect(jumps(before, withMoney({ measure: "cash_on_hand", amount: 900_000 }, old))).toEqual([]);
});

const wholeCost = (amount: number) => withMoney({ measure: "total", candidate: null, amount });

test("what the whole race cost is judged like any amount", () => {
  expect(jumps(wholeCost(50_000_000), wholeCost(596_000_000))).toMatchObject([
    { path: "money.total.2026-09-30.office" },
  ]);
});
