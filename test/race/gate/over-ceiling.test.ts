import { expect, test } from "vitest";
import {
  aRace,
  counted,
  heldBy,
  someData,
  votes,
  withRegistered,
  withResults,
  withTurnout,
} from "./fixtures.ts";

const over = heldBy.bind(null, "over_ceiling");

const ashBallots = (ballots: number) =>
  withResults(counted("Ash", "ballots", ballots), counted("Ash", "registered", 900));

test("more ballots than registered voters in one area are held, as many aren't", () => {
  expect(over(null, ashBallots(901))).toEqual([
    {
      rule: "over_ceiling",
      path: "results.1.Ash.ballots",
      message: "Ash: 901 ballots, but only 900 registered voters",
      after: 901,
    },
  ]);
  expect(over(null, ashBallots(900))).toEqual([]);
});

const ashVotes = (bo: number) =>
  withResults(votes("Ash", "ada", 500), votes("Ash", "bo", bo), counted("Ash", "registered", 900));

test("votes alone can show it", () => {
  expect(over(null, ashVotes(401))).toHaveLength(1);
  expect(over(null, ashVotes(400))).toEqual([]);
});

test("an area that doesn't say how many are registered isn't judged by the others", () => {
  const data = withResults(
    counted("Ash", "ballots", 800),
    counted("Ash", "registered", 900),
    counted("Birch", "ballots", 800),
  );
  expect(over(null, data)).toEqual([]);
});

test("the whole contest is judged by its own stated number, else by the race's", () => {
  const stated = withResults(
    counted("total", "ballots", 2001),
    counted("total", "registered", 2000),
  );
  expect(over(null, stated)).toMatchObject([
    { path: "results.1.total.ballots", message: expect.stringContaining("whole contest: 2,001") },
  ]);
  const areas = withResults(votes("Ash", "ada", 1500), votes("Birch", "ada", 600));
  expect(over(null, withRegistered(areas, 2099))).toHaveLength(1);
  expect(over(null, withRegistered(areas, 2100))).toEqual([]);
});

test("early votes over the registered are held, by the upper end of a range", () => {
  const range = { low: 90, high: 100, basis: { en: "x", es: "x" }, source: "office" };
  const data = (ballots: number) => ({
    ...withTurnout(["2026-10-20", ballots]),
    race: aRace({ turnout: { registered: { ...range, asOf: "2026-10-01" } } }),
  });
  expect(over(null, data(101))).toMatchObject([{ path: "turnout.2026-10-20", after: 101 }]);
  expect(over(null, data(100))).toEqual([]);
  expect(over(null, withTurnout(["2026-10-20", 101]))).toEqual([]);
});

test("a new number of registered voters can trip it too", () => {
  const data = withTurnout(["2026-10-20", 5000]);
  expect(over(withRegistered(data, 52_600), withRegistered(data, 526))).toHaveLength(1);
});

const bothBallots = (ash: number, birch: number) =>
  withResults(
    counted("Ash", "ballots", ash),
    counted("Ash", "registered", 900),
    counted("Birch", "ballots", birch),
    counted("Birch", "registered", 900),
  );

test("what was released once doesn't hold every later count", () => {
  expect(over(bothBallots(950, 10), bothBallots(960, 20))).toEqual([]);
  expect(over(bothBallots(950, 10), bothBallots(960, 901))).toMatchObject([
    { path: "results.1.Birch.ballots" },
  ]);
  expect(over(someData(), bothBallots(950, 10))).toHaveLength(1);
});

test("an area that race.json has the registered voters of is judged by them, until its file says", () => {
  const listed = (data: ReturnType<typeof withResults>) => ({
    ...data,
    race: aRace({
      areas: [{ id: "ash", name: "Ash County", aliases: [], precincts: null, registered: 900 }],
    }),
  });
  expect(over(null, listed(withResults(votes("Ash", "ada", 901))))).toMatchObject([
    { path: "results.1.Ash.votes", after: 901 },
  ]);
  expect(over(null, listed(withResults(votes("Ash", "ada", 900))))).toEqual([]);
  expect(over(null, listed(withResults(votes("Elm", "ada", 901))))).toEqual([]);
  const said = withResults(votes("Ash", "ada", 901), counted("Ash", "registered", 950));
  expect(over(null, listed(said))).toEqual([]);
});
