import { expect, test } from "vitest";
import fc from "fast-check";
import { ticksOf } from "../../../src/widget/cards/ticks.ts";

test("ticks are round and hold every value", () => {
  expect(ticksOf([46.5, 50.3], 3)).toEqual([46, 48, 50, 52]);
  expect(ticksOf([0, 140_308], 3)).toEqual([0, 50_000, 100_000, 150_000]);
});

test("values that don't differ get room", () => {
  expect(ticksOf([48, 48], 3)).toEqual([48, 48.5]);
  expect(ticksOf([0, 0], 3)).toEqual([0, 0.5]);
});

test("any values lie between the first and the last of a few ticks", () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 0, max: 10_000_000 }), { minLength: 1 }),
      fc.integer({ min: 2, max: 6 }),
      (values, count) => {
        const ticks = ticksOf(values, count);
        expect(ticks[0]).toBeLessThanOrEqual(Math.min(...values));
        expect(ticks.at(-1)).toBeGreaterThanOrEqual(Math.max(...values));
        expect(ticks.length).toBeLessThanOrEqual(count + 2);
      },
    ),
  );
});
