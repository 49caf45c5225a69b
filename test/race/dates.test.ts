import * as fc from "fast-check";
import { expect, test } from "vitest";
import {
  addDays,
  dateOf,
  dayOf,
  daysBetween,
  endOf,
  localDate,
  middleOf,
  nextMidnight,
} from "../../src/race/dates.ts";

test.each([
  ["2017-06-20T07:00:00-04:00", "America/New_York", "2017-06-20"],
  ["2017-06-20T03:59:59Z", "America/New_York", "2017-06-19"],
  ["2017-06-20T04:00:00Z", "America/New_York", "2017-06-20"],
  ["2017-12-31T22:00:00Z", "Pacific/Auckland", "2018-01-01"],
  ["2017-06-20", "Pacific/Auckland", "2017-06-20"],
])("%s in %s is %s", (moment, timeZone, date) => {
  expect(localDate(moment, timeZone)).toBe(date);
});

test("days are counted across months, leap days and clock changes", () => {
  expect(daysBetween("2020-02-28", "2020-03-01")).toBe(2);
  expect(daysBetween("2017-06-20", "2017-06-06")).toBe(-14);
  expect(addDays("2017-03-11", 2)).toBe("2017-03-13");
  expect(addDays("2017-01-01", -1)).toBe("2016-12-31");
});

test("adding days and counting them undo each other", () => {
  const day = fc.integer({ min: -20_000, max: 40_000 });
  fc.assert(
    fc.property(day, fc.integer({ min: -500, max: 500 }), (start, days) => {
      const date = dateOf(start);
      expect(dayOf(date)).toBe(start);
      expect(daysBetween(date, addDays(date, days))).toBe(days);
    }),
  );
});

test("field work has a middle, if need be at noon, and an end", () => {
  expect(middleOf({ start: "2017-06-07", end: "2017-06-11" })).toBe(dayOf("2017-06-09"));
  expect(middleOf({ start: "2017-06-17", end: "2017-06-18" })).toBe(dayOf("2017-06-17") + 0.5);
  expect(middleOf({ middle: "2017-06-16" })).toBe(dayOf("2017-06-16"));
  expect(endOf({ start: "2017-06-07", end: "2017-06-11" })).toBe("2017-06-11");
  expect(endOf({ middle: "2017-06-16" })).toBe("2017-06-16");
});

test.each([
  ["an ordinary day", "2017-06-20T07:00:00-04:00", "America/New_York", "2017-06-21T04:00:00.000Z"],
  ["from midnight", "2017-06-20T04:00:00Z", "America/New_York", "2017-06-21T04:00:00.000Z"],
  ["just before", "2017-06-21T03:59:59.999Z", "America/New_York", "2017-06-21T04:00:00.000Z"],
  [
    "clocks go forward",
    "2017-03-12T00:30:00-05:00",
    "America/New_York",
    "2017-03-13T04:00:00.000Z",
  ],
  ["clocks go back", "2017-11-05T00:30:00-04:00", "America/New_York", "2017-11-06T05:00:00.000Z"],
  [
    "a day that begins at 1:00",
    "2017-10-14T12:00:00Z",
    "America/Sao_Paulo",
    "2017-10-15T03:00:00.000Z",
  ],
])("the next midnight, %s", (_case, moment, timeZone, midnight) => {
  expect(nextMidnight(moment, timeZone)).toBe(midnight);
});
