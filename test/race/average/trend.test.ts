import * as fc from "fast-check";
import { expect, test } from "vitest";
import { averagePolls } from "../../../src/race/average/average.ts";
import { MAX_TREND_POINTS, trend } from "../../../src/race/average/trend.ts";
import type { Poll } from "../../../src/race/sections/polls/source.ts";
import { addDays, daysBetween } from "../../../src/race/dates.ts";
import { AS_OF, anyMethod, anyPolls, optionsFor, testPoll } from "./test-polls.ts";

test("no polls, no trend", () => {
  expect(trend([], optionsFor("weighted"))).toEqual([]);
});

test("one point a day from the first poll on, in the order of today's shares", () => {
  const polls = [
    testPoll("a", "2024-10-28", { ash: 50, birch: 40 }),
    testPoll("b", "2024-10-30", { ash: 30, birch: 60 }),
  ];
  expect(trend(polls, optionsFor("mean"))).toEqual([
    { date: "2024-10-28", shares: [40, 50] },
    { date: "2024-10-29", shares: [40, 50] },
    { date: "2024-10-30", shares: [50, 40] },
    { date: "2024-10-31", shares: [50, 40] },
  ]);
});

test("a day counts what was published by its end; today only what is out now", () => {
  const polls = [
    testPoll("a", "2024-10-20", { ash: 50 }, { publishedAt: "2024-10-29T23:59:00-04:00" }),
    testPoll("b", "2024-10-20", { ash: 40 }, { publishedAt: "2024-10-30T00:30:00-04:00" }),
    testPoll("c", "2024-10-20", { ash: 10 }, { publishedAt: "2024-10-31T12:30:00-04:00" }),
  ];
  expect(trend(polls, optionsFor("mean"))).toEqual([
    { date: "2024-10-29", shares: [50] },
    { date: "2024-10-30", shares: [45] },
    { date: "2024-10-31", shares: [45] },
  ]);
});

test("a long span gets 60 evenly spaced points with the first and the last day", () => {
  const polls = Array.from({ length: 30 }, (_, n) =>
    testPoll(`p${n}`, addDays("2024-10-31", -10 * n), { ash: 50, birch: 45 }),
  );
  const dates = trend(polls, optionsFor("weighted")).map(({ date }) => date);
  expect(dates).toHaveLength(MAX_TREND_POINTS);
  expect(dates[0]).toBe(addDays("2024-10-31", -290));
  expect(dates.at(-1)).toBe("2024-10-31");
  const gaps = dates.slice(1).map((date, n) => daysBetween(dates[n] ?? "", date));
  expect(Math.min(...gaps)).toBeGreaterThanOrEqual(4);
  expect(Math.max(...gaps)).toBeLessThanOrEqual(5);
});

test("a day on which a candidate had no poll has no point, and none is invented", () => {
  const polls = [
    testPoll("a", "2024-10-28", { ash: 50 }),
    testPoll("b", "2024-10-30", { ash: 48, birch: 44 }),
  ];
  expect(trend(polls, optionsFor("weighted")).map(({ date }) => date)).toEqual([
    "2024-10-30",
    "2024-10-31",
  ]);
});

test("the last point is the average, and each point the average of its day with today's line-up", () => {
  fc.assert(
    fc.property(anyPolls, anyMethod, (polls, method) => {
      const options = optionsFor(method);
      const main = averagePolls(polls, options).shares.filter(({ askedBy }) => !askedBy);
      const points = trend(polls, options);
      const last = { date: "2024-10-31", shares: main.map(({ share }) => share) };
      expect(points.slice(-1)).toEqual(main.length > 0 ? [last] : []);
      const lineUp = [{ from: "2024-01-01", candidates: main.map(({ candidate }) => candidate) }];
      for (const { date, shares } of points.slice(0, 2)) {
        const asOf = date === "2024-10-31" ? AS_OF : `${date}T23:59:59-04:00`;
        const then = averagePolls(polls, { ...options, asOf, main: lineUp });
        const expected = main.map(
          ({ candidate }) => then.shares.find((one) => one.candidate === candidate)?.share,
        );
        expect(shares).toEqual(expected);
      }
    }),
  );
});

test("one line-up serves all days, though the first polls asked about others too", () => {
  const polls = [
    testPoll("a", "2024-10-28", { ash: 50, birch: 40, cedar: 5 }),
    ...["2024-10-29", "2024-10-30"].flatMap((day) =>
      ["x", "y"].map((id) => testPoll(`${id}${day}`, day, { ash: 50, birch: 44 })),
    ),
  ];
  expect(trend(polls, optionsFor("mean"))[0]).toEqual({ date: "2024-10-28", shares: [50, 40] });
});

function manyPolls(count: number): readonly Poll[] {
  return Array.from({ length: count }, (_, n) =>
    testPoll(
      `p${n}`,
      addDays("2024-10-31", -((n * 7919) % 700)),
      { ash: 45 + (n % 7) },
      {
        survey: "one",
        population: n % 2 === 0 ? "lv" : "rv",
        pollster: `Test Pollster ${n % 50}`,
      },
    ),
  );
}

test("ten thousand polls make sixty points", () => {
  expect(trend(manyPolls(10_000), optionsFor("weighted"))).toHaveLength(60);
});
