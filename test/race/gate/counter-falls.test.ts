import { expect, test } from "vitest";
import { aPoll } from "../fixtures.ts";
import {
  counted,
  heldBy,
  someData,
  turnout,
  votes,
  withMoney,
  withResults,
  withTurnout,
} from "./fixtures.ts";

const falls = heldBy.bind(null, "counter_falls");

test("a candidate's votes that fall in one area are held, and the sum isn't told again", () => {
  const before = withResults(votes("Ash", "ada", 1200), votes("Birch", "ada", 900));
  const after = withResults(votes("Ash", "ada", 1100), votes("Birch", "ada", 900));
  expect(falls(before, after)).toEqual([
    {
      rule: "counter_falls",
      path: "results.1.Ash.ada",
      message: "Ash, votes for Able: would fall from 1,200 to 1,100",
      before: 1200,
      after: 1100,
    },
  ]);
  expect(falls(after, before)).toEqual([]);
});

test("votes told apart by mode pass, where all modes together don't fall", () => {
  const before = withResults(votes("Ash", "ada", 1000));
  const after = withResults(
    votes("Ash", "ada", 600, { mode: "election_day" }),
    votes("Ash", "ada", 400, { mode: "absentee_mail" }),
  );
  expect(falls(before, after)).toEqual([]);
});

const byMode = (value: number, day: number) =>
  withResults(
    votes("Ash", "ada", value, { mode: "absentee_mail" }),
    votes("Ash", "ada", day, { mode: "election_day" }),
  );

test("votes that move between modes are no fall, all modes together are judged", () => {
  expect(falls(byMode(400, 600), byMode(40, 960))).toEqual([]);
  expect(falls(byMode(400, 600), byMode(40, 900))).toMatchObject([
    { path: "results.1.Ash.ada", before: 1000, after: 940 },
  ]);
});

const totalAndAsh = (total: number, ash: number) =>
  withResults(votes("total", "ada", total), votes("Ash", "ada", ash));

test("a stated total that falls is held while its areas rise", () => {
  expect(falls(totalAndAsh(5000, 100), totalAndAsh(4989, 200))).toMatchObject([
    { path: "results.1.total.ada" },
  ]);
  expect(falls(totalAndAsh(5000, 100), totalAndAsh(5000, 200))).toEqual([]);
});

test("areas that give way to a total are held, and a total that gives way to its areas isn't", () => {
  const areas = withResults(votes("Ash", "ada", 10), votes("Birch", "ada", 20));
  const total = withResults(votes("total", "ada", 30));
  expect(falls(areas, total)).toMatchObject([
    { path: "results.1.Ash.ada", message: "Ash, votes for Able: 10 would be gone" },
    { path: "results.1.Birch.ada" },
  ]);
  expect(falls(total, areas)).toEqual([]);
});

test("ballots that fall are held, registered voters may", () => {
  const before = withResults(counted("Ash", "ballots", 500), counted("Ash", "registered", 900));
  const after = withResults(counted("Ash", "ballots", 450), counted("Ash", "registered", 800));
  expect(falls(before, after)).toMatchObject([
    { path: "results.1.Ash.ballots", message: "Ash, ballots: would fall from 500 to 450" },
  ]);
});

const emptied = heldBy.bind(null, "emptied");

test("results that are emptied or deleted have one reason", () => {
  const before = withResults(votes("Ash", "ada", 1), votes("Ash", "bo", 2));
  const gone = [{ rule: "emptied", path: "results", message: "all results would be gone" }];
  expect(emptied(before, someData())).toEqual(gone);
  expect(emptied(before, withResults())).toEqual(gone);
  expect(emptied(withResults(votes("Ash", "ada", 0)), withResults())).toEqual([]);
});

test("polls and amounts that would all be gone are held, one that is taken out isn't", () => {
  const some = [1, 2, 3, 4].map((n) => aPoll(`p${n}`, "2026-10-20", 50, 45));
  const polled = (n: number) => someData({ polls: { polls: some.slice(0, n) } });
  const gone = [{ rule: "emptied", path: "polls", message: "all polls would be gone" }];
  expect(emptied(polled(4), polled(0))).toEqual(gone);
  expect(emptied(polled(1), someData({ polls: null }))).toEqual(gone);
  expect(emptied(polled(0), polled(0))).toEqual([]);
  expect(emptied(withMoney({}), withMoney())).toMatchObject([{ path: "money" }]);
  const vanish = heldBy.bind(null, "polls_vanish");
  expect(vanish(polled(4), polled(2))).toEqual([]);
  expect(vanish(polled(4), polled(1))).toMatchObject([
    { message: "3 of 4 polls would be gone", before: 4, after: 1 },
  ]);
});

const everyCounty = (value: number) =>
  withResults(...Array.from({ length: 159 }, (_, i) => votes(`County ${i}`, "ada", value)));

test("many areas that fall are told once they are too many to read", () => {
  const reasons = falls(everyCounty(100), everyCounty(60));
  expect(reasons).toHaveLength(20);
  expect(reasons.at(-1)?.message).toMatch(/; and 139 more like it$/);
});

test("falls too small for any area are told as one, where the contest falls by them", () => {
  expect(falls(everyCounty(10), everyCounty(9))).toMatchObject([
    { path: "results.1.total.ada", before: 1590, after: 1431 },
  ]);
});

test("a day's ballots that fall are held", () => {
  const before = withTurnout(["2026-10-20", 5000], ["2026-10-21", 7000]);
  const after = withTurnout(["2026-10-20", 4000], ["2026-10-21", 7000]);
  expect(falls(before, after)).toEqual([
    {
      rule: "counter_falls",
      path: "turnout.2026-10-20",
      message: "ballots cast by 2026-10-20: would fall from 5,000 to 4,000",
      before: 5000,
      after: 4000,
    },
  ]);
});

const oneDay = (mail: number, person: number) =>
  withTurnout(["2026-10-20", mail, "absentee_mail"], ["2026-10-20", person, "early_in_person"]);

test("ballots that move between the modes of a day are no fall", () => {
  expect(falls(oneDay(2000, 3000), oneDay(200, 5000))).toEqual([]);
  expect(falls(withTurnout(["2026-10-20", 5000]), oneDay(2000, 3000))).toEqual([]);
});

test("a new day with fewer ballots than the day before is held, one with as many isn't", () => {
  const before = withTurnout(["2026-10-20", 5000]);
  expect(falls(before, withTurnout(["2026-10-20", 5000], ["2026-10-21", 4899]))).toEqual([
    {
      rule: "counter_falls",
      path: "turnout.2026-10-21",
      message: "ballots cast by 2026-10-21: 4,899, fewer than the 5,000 by 2026-10-20",
      before: 5000,
      after: 4899,
    },
  ]);
  expect(falls(before, withTurnout(["2026-10-20", 5000], ["2026-10-21", 5000]))).toEqual([]);
});

test("a fall from day to day that was accepted once doesn't hold later days", () => {
  const accepted = [
    ["2026-10-20", 5000],
    ["2026-10-21", 4899],
  ] as const;
  expect(falls(withTurnout(...accepted), withTurnout(...accepted, ["2026-10-22", 6000]))).toEqual(
    [],
  );
});

test("dropping the latest day is held, dropping an earlier one isn't", () => {
  const before = withTurnout(["2026-10-20", 5000], ["2026-10-21", 7000]);
  expect(falls(before, withTurnout(["2026-10-20", 5000]))).toMatchObject([
    { path: "turnout.2026-10-21", before: 7000, after: 5000 },
  ]);
  expect(falls(before, withTurnout(["2026-10-21", 7000]))).toEqual([]);
  expect(emptied(before, someData({ turnout: turnout() }))).toMatchObject([
    { message: "all turnout would be gone" },
  ]);
});
