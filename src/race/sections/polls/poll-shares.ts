import { roundHalfUp } from "../../rounding.ts";
import type { Poll } from "./source.ts";

/** Percent: what the shares of all candidates may add up to. */
const MAX_SUM = 100.5;

/**
 * What the shares of all whom a poll names add up to, by themselves or with the undecided, where that is more than
 * everybody; null where it isn't, or where readers have that already.
 */
export function pollExcess(
  poll: Poll,
  was: Poll | undefined,
): { readonly sum: number; readonly before: number | undefined } | null {
  const sum = excessOf(poll);
  const before = was && sumOf(figuresOf(was));
  return sum === null || sum === before ? null : { sum, before };
}

/**
 * The sum where it is too much. Many pollsters print whole numbers, and 51, 44 and 6 undecided
 * make 101 by rounding alone: with the undecided, rounding may add what it can.
 */
function excessOf(poll: Poll): number | null {
  const figures = figuresOf(poll);
  const sum = sumOf(figures);
  const rounding = figures.reduce((total, figure) => total + halfUnitOf(figure), 0);
  const tooMuch = sumOf(named(poll)) > MAX_SUM || sum > Math.max(MAX_SUM, sumOf([100, rounding]));
  return tooMuch ? sum : null;
}

function figuresOf(poll: Poll): number[] {
  return [...named(poll), ...(poll.undecided === null ? [] : [poll.undecided])];
}

/** The shares of all people whom it names. */
function named({ shares, others = [] }: Poll): number[] {
  return [...shares, ...others].map(({ share }) => share);
}

/** To six decimals: binary arithmetic makes 100.50000000000001 of a plain 100.5. */
function sumOf(figures: readonly number[]): number {
  const sum = figures.reduce((total, figure) => total + figure, 0);
  return roundHalfUp(sum, 6);
}

/** By how much a printed figure may be above the true one: half of its last digit. */
function halfUnitOf(figure: number): number {
  const [, decimals = ""] = String(figure).split(".");
  return 0.5 / 10 ** decimals.length;
}
