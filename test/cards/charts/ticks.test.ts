import { expect, test } from "vitest";
import fc from "fast-check";
import { ticksOf } from "../../../src/cards/charts/ticks.ts";

test("ticks are round and hold every value", () => {
  expect(ticksOf([46.5, 50.3])).toEqual([46, 47, 48, 49, 50, 51]);
  expect(ticksOf([0, 140_308])).toEqual([0, 50_000, 100_000, 150_000]);
});

test("values that don't differ get room", () => {
  expect(ticksOf([48, 48])).toEqual([48, 48.5]);
  expect(ticksOf([0, 0])).toEqual([0, 0.5]);
});

test("any values lie between the first and the last of a few ticks", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 10_000_000 }), { minLength: 1 }), (values) => {
      const ticks = ticksOf(values);
      expect(ticks[0]).toBeLessThanOrEqual(Math.min(...values));
      expect(ticks.at(-1)).toBeGreaterThanOrEqual(Math.max(...values));
      expect(ticks.length).toBeLessThanOrEqual(6);
    }),
  );
});
