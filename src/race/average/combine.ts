import { roundHalfUp } from "../rounding.ts";
import type { Input } from "./inputs.ts";

/** A candidate's weighted mean over the polls that asked about that candidate. */
export type Mean = {
  /** The candidate's place in the race's list. */
  readonly at: number;
  /** Percent, not yet rounded. */
  readonly share: number;
  /** How many surveys asked, and what part of the weight they have. */
  readonly askedBy: number;
  readonly weight: number;
};

/** Each candidate's weighted mean, by place in the race's list; null whom no poll names. */
export function combine(
  inputs: readonly Input[],
  candidateCount: number,
): readonly (Mean | null)[] {
  const sums = Array<number>(candidateCount).fill(0);
  const weights = Array<number>(candidateCount).fill(0);
  const surveys = Array.from({ length: candidateCount }, () => new Set<unknown>());
  for (const { part, question, exact } of inputs) {
    for (const { at, share } of question.shares) {
      sums[at] = (sums[at] ?? 0) + exact * share;
      weights[at] = (weights[at] ?? 0) + exact;
      surveys[at]?.add(part);
    }
  }
  return sums.map((sum, at) => {
    const weight = weights[at] ?? 0;
    if (weight === 0) return null;
    return { at, share: sum / weight, askedBy: surveys[at]?.size ?? 0, weight };
  });
}

/** By printed share, largest first, then as the race lists them. */
export function rank(means: readonly (Mean | null)[]): readonly Mean[] {
  return means
    .filter((mean) => mean !== null)
    .map((mean) => ({ mean, printed: roundHalfUp(mean.share, 1) }))
    .toSorted((a, b) => b.printed - a.printed || a.mean.at - b.mean.at)
    .map(({ mean }) => mean);
}

/**
 * The candidates beside the main ones whose means can stand in one list with theirs. Their means
 * are over other polls, so all together could add up to more than any poll did: those asked about
 * most are taken while the sum stays within the largest sum of the polls.
 */
export function fitting(
  main: readonly Mean[],
  others: readonly Mean[],
  inputs: readonly Input[],
): ReadonlySet<Mean> {
  const largest = inputs.reduce((most, { question }) => Math.max(most, question.sum), 0);
  let sum = main.reduce((total, { share }) => total + share, 0);
  const fit = new Set<Mean>();
  for (const one of others.toSorted((a, b) => b.weight - a.weight || a.at - b.at)) {
    if (sum + one.share > largest + ROUNDING_NOISE) continue;
    sum += one.share;
    fit.add(one);
  }
  return fit;
}

/** Points that binary arithmetic may be off by. */
const ROUNDING_NOISE = 1e-9;
