import { expect, test } from "vitest";
import fc from "fast-check";
import { daysOn, ticksOf } from "../../../src/cards/charts/ticks.ts";
import { DAY_MS, dayOf } from "../../../src/cards/days.ts";

test("ticks are round and hold every value", () => {
  expect(ticksOf([46.5, 50.3], 3)).toEqual([46, 48, 50, 52]);
  expect(ticksOf([0, 140_308], 2)).toEqual([0, 75_000, 150_000]);
  expect(ticksOf([44, 51], 2)).toEqual([44, 48, 52]);
});

test("values that don't differ get room", () => {
  expect(ticksOf([48, 48], 2)).toEqual([48, 49, 50]);
  expect(ticksOf([0, 0], 2)).toEqual([0, 1, 2]);
});

test("any values lie between the first and the last of so many ticks, which are a step apart", () => {
  const values = fc.array(fc.integer({ min: 0, max: 10_000_000 }), { minLength: 1 });
  fc.assert(
    fc.property(values, fc.integer({ min: 2, max: 3 }), (all, steps) => {
      const ticks = ticksOf(all, steps);
      expect(ticks).toHaveLength(steps + 1);
      expect(ticks[0]).toBeLessThanOrEqual(Math.min(...all));
      expect(ticks.at(-1)).toBeGreaterThanOrEqual(Math.max(...all));
      const gaps = ticks.slice(1).map((tick, i) => tick - (ticks[i] ?? 0));
      expect(Math.min(...gaps)).toBeGreaterThan(0);
      expect(Math.max(...gaps) - Math.min(...gaps)).toBeLessThan(1e-6);
    }),
  );
});

function datesOn(from: string, to: string): readonly string[] {
  return daysOn(dayOf(from), dayOf(to)).map((day) =>
    new Date(day * DAY_MS).toISOString().slice(0, 10),
  );
}

test("a time is told by its end and by firsts of months, as far as there is room", () => {
  expect(datesOn("2017-04-24", "2017-06-20")).toEqual(["2017-05-01", "2017-06-20"]);
  expect(datesOn("2019-01-15", "2019-12-20")).toEqual(["2019-04-01", "2019-08-01", "2019-12-20"]);
  expect(datesOn("2017-06-05", "2017-06-16")).toEqual(["2017-06-05", "2017-06-16"]);
});
