import * as fc from "fast-check";
import { expect, test } from "vitest";
import { roundHalfUp } from "../../src/race/rounding.ts";

test.each([
  [(48.8 + 48.9) / 2, 1, 48.9],
  [48.75, 1, 48.8],
  [1.005, 2, 1.01],
  [1.255, 2, 1.26],
  [8.345, 2, 8.35],
  [0.1 + 0.2, 1, 0.3],
  [2.5, 0, 3],
  [-2.5, 0, -3],
  [-0.04, 1, 0],
  [50.46, 0, 50],
  [49.5, 0, 50],
  [140_308 / 56_830, 2, 2.47],
  [59_600_000.125, 2, 59_600_000.13],
])("%d to %d decimals is %d", (value, decimals, rounded) => {
  expect(roundHalfUp(value, decimals)).toBe(rounded);
});

test("what is a half on paper goes away from zero, whatever binary makes of it", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1e7 }), fc.constantFrom(0, 1, 2), (whole, decimals) => {
      const half = Number(`${whole}5e-${decimals + 1}`);
      const up = Number(`${whole + 1}e-${decimals}`);
      expect(roundHalfUp(half, decimals)).toBe(up);
      expect(roundHalfUp(-half, decimals)).toBe(-up);
    }),
  );
});

test("rounding stays within half a unit, keeps order and changes nothing twice", () => {
  const share = fc.double({ min: 0, max: 100, noNaN: true });
  fc.assert(
    fc.property(share, share, (a, b) => {
      const rounded = roundHalfUp(a, 1);
      expect(Math.abs(rounded - a)).toBeLessThanOrEqual(0.05 + 1e-9);
      expect(roundHalfUp(rounded, 1)).toBe(rounded);
      expect(roundHalfUp(Math.min(a, b), 1)).toBeLessThanOrEqual(roundHalfUp(Math.max(a, b), 1));
    }),
  );
});
