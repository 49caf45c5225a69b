import { expect, test } from "vitest";
import type { Part } from "../../../src/race/average/weights/weigh.ts";
import {
  effectiveSample,
  leadHalfWidths,
  shareHalfWidths,
} from "../../../src/race/average/uncertainty.ts";
import { testPoll } from "./test-polls.ts";

const ASH = 0;
const BIRCH = 1;

function part(weight: number, sample: number | null, ash?: number, birch?: number): Part {
  const shares = [
    ...(ash === undefined ? [] : [{ at: ASH, share: ash }]),
    ...(birch === undefined ? [] : [{ at: BIRCH, share: birch }]),
  ];
  const poll = testPoll("p", "2024-10-31", { ash: 50 }, { sample });
  return {
    entry: {
      questions: [{ poll, shares, sum: 50 }],
      pollster: poll.pollster,
      partisan: false,
      sample,
      bound: Infinity,
      start: 0,
      end: 0,
      middle: 0,
      enters: 0,
      leaves: Infinity,
      series: "",
    },
    weight,
    sample,
    uncovered: 1,
  };
}

const shareHalf = (parts: readonly Part[], at: number) => shareHalfWidths(parts, at)?.inner ?? NaN;
const leadHalf = (parts: readonly Part[]) => leadHalfWidths(parts, ASH, BIRCH)?.inner ?? NaN;

test("one poll is worth its own sample, equal polls are worth their sum", () => {
  expect(effectiveSample([part(1, 800, 50)])).toBeCloseTo(800);
  expect(effectiveSample([part(3, 800, 50), part(3, 800, 50)])).toBeCloseTo(1600);
});

test("unequal weights are worth less than the people asked", () => {
  expect(effectiveSample([part(3, 800, 50), part(1, 800, 50)])).toBeCloseTo(1280);
});

test("no poll, or no poll that gives a sample, has no effective sample", () => {
  expect(effectiveSample([])).toBeNull();
  expect(effectiveSample([part(1, null, 50)])).toBeNull();
});

test("one poll of 1,000 at 50 percent is known to 3.1 points, as pollsters print", () => {
  expect(shareHalf([part(1, 1000, 50)], ASH)).toBeCloseTo(3.1, 2);
});

test("its lead is known half as well: 6.2 points where the two share everything", () => {
  expect(leadHalf([part(1, 1000, 50, 50)])).toBeCloseTo(6.2, 2);
});

test("polls that agree beyond chance leave the sampling error, polls that don't widen it", () => {
  const agree = [part(1, 1000, 50, 45), part(1, 1000, 50, 45)];
  expect(shareHalf(agree, ASH)).toBeCloseTo(3.1 / Math.SQRT2, 2);
  const differ = [part(1, 1000, 44, 51), part(1, 1000, 56, 39)];
  // Two values 12 apart: variance 72 between polls in all, halved by averaging two.
  expect(shareHalf(differ, ASH)).toBeCloseTo(1.96 * Math.sqrt(72 / 2), 1);
});

test("a share of 0 is not certain", () => {
  const half = shareHalf([part(1, 600, 0)], ASH);
  expect(half).toBeGreaterThan(0.3);
  expect(half).toBeLessThan(0.7);
});

test("a candidate that no poll names has no interval, nor have two that no poll asked together", () => {
  const apart = [part(1, 1000, 50), part(1, 1000, undefined, 50)];
  expect(shareHalfWidths([part(1, 1000, 50)], BIRCH)).toBeNull();
  expect(leadHalfWidths([part(1, 1000, 50)], ASH, BIRCH)).toBeNull();
  expect(leadHalfWidths(apart, ASH, BIRCH)).toBeNull();
});

test("the error all polls share is a variance of its own: 2 points on a share, 4 on the lead", () => {
  const many = Array.from({ length: 1000 }, () => part(1, 100_000, 50, 50));
  expect(shareHalfWidths(many, ASH)?.inner).toBeLessThan(0.1);
  expect(shareHalfWidths(many, ASH)?.outer).toBeCloseTo(1.96 * 2, 2);
  expect(leadHalfWidths(many, ASH, BIRCH)?.outer).toBeCloseTo(1.96 * 4, 2);
  // One poll of 600: sampling alone gives 4.08 on the lead's root variance, together 5.7.
  const sampling = leadHalf([part(1, 600, 50, 50)]) / 1.96;
  const outer = leadHalfWidths([part(1, 600, 50, 50)], ASH, BIRCH)?.outer ?? NaN;
  expect((outer / 1.96) ** 2).toBeCloseTo(sampling ** 2 + 16, 6);
});
