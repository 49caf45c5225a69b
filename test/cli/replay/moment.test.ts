import { expect, test } from "vitest";
import { minutesAfter, minutesBetween } from "../../../src/cli/replay/moment.ts";

test("moments keep the zone they are told in", () => {
  const closes = "2017-06-20T19:00:00-04:00";
  expect(minutesAfter(closes, 0)).toBe(closes);
  expect(minutesAfter(closes, 300.5)).toBe("2017-06-21T00:00:30-04:00");
  expect(minutesAfter("2017-06-20T23:00:00Z", 90)).toBe("2017-06-21T00:30:00Z");
  expect(minutesAfter("2017-06-20T23:00:00+05:30", 90)).toBe("2017-06-21T00:30:00+05:30");
});

test("minutes are counted across zones", () => {
  expect(minutesBetween("2017-06-20T19:00:00-04:00", "2017-06-20T23:30:00Z")).toBe(30);
  expect(minutesBetween("2017-06-20T19:00:00-04:00", "2017-06-20T18:00:00-04:00")).toBe(-60);
});
