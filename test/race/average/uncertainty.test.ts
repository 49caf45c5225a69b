import { expect, test } from "vitest";
import type { Part } from "../../../src/race/average/part.ts";
import {
  effectiveSample,
  leadHalfWidth,
  shareHalfWidth,
} from "../../../src/race/average/uncertainty.ts";
import { testPoll } from "./test-polls.ts";

const ASH = 0;
const BIRCH = 1;

function part(weight: number, sample: number | null, ash?: number, birch?: number): Part {
  return {
    poll: testPoll("p", "2024-10-31", { ash: 50 }, { sample }),
    weight,
    shares: [
      ...(ash === undefined ? [] : [{ at: ASH, share: ash }]),
      ...(birch === undefined ? [] : [{ at: BIRCH, share: birch }]),
    ],
  };
}

test("one poll is worth its own sample, equal polls are worth their sum", () => {
  expect(effectiveSample([part(1, 800, 50)], 800)).toBeCloseTo(800);
  expect(effectiveSample([part(3, 800, 50), part(3, 800, 50)], 800)).toBeCloseTo(1600);
});

test("unequal weights are worth less than the people asked", () => {
  expect(effectiveSample([part(3, 800, 50), part(1, 800, 50)], 800)).toBeCloseTo(1280);
});

test("no poll, or no poll that gives a sample, has no effective sample", () => {
  expect(effectiveSample([], null)).toBeNull();
  expect(effectiveSample([part(1, null, 50)], null)).toBeNull();
  expect(effectiveSample([part(1, null, 50)], 700)).toBeCloseTo(700);
});

test("one poll of 1,000 at 50 percent is known to 3.1 points, as pollsters print", () => {
  expect(shareHalfWidth([part(1, 1000, 50)], ASH, 1000)).toBeCloseTo(3.1, 2);
});

test("its lead is known half as well: 6.2 points where the two share everything", () => {
  expect(leadHalfWidth([part(1, 1000, 50, 50)], ASH, BIRCH, 1000)).toBeCloseTo(6.2, 2);
});

test("polls that agree beyond chance leave the sampling error, polls that don't widen it", () => {
  const agree = [part(1, 1000, 50, 45), part(1, 1000, 50, 45)];
  expect(shareHalfWidth(agree, ASH, 1000)).toBeCloseTo(3.1 / Math.SQRT2, 2);
  const differ = [part(1, 1000, 44, 51), part(1, 1000, 56, 39)];
  // Two values 12 apart: variance 72 between polls in all, halved by averaging two.
  expect(shareHalfWidth(differ, ASH, 1000)).toBeCloseTo(1.96 * Math.sqrt(72 / 2), 1);
});

test("a share of 0 is not certain", () => {
  const half = shareHalfWidth([part(1, 600, 0)], ASH, 600) ?? NaN;
  expect(half).toBeGreaterThan(0.3);
  expect(half).toBeLessThan(0.7);
});

test("a candidate that no poll names has no interval; two that never meet add theirs", () => {
  const apart = [part(1, 1000, 50), part(1, 1000, undefined, 50)];
  expect(shareHalfWidth([part(1, 1000, 50)], BIRCH, 1000)).toBeNull();
  expect(leadHalfWidth([part(1, 1000, 50)], ASH, BIRCH, 1000)).toBeNull();
  expect(leadHalfWidth(apart, ASH, BIRCH, 1000)).toBeCloseTo(3.1 * Math.SQRT2, 2);
});
