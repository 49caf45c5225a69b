import type { Part } from "./weights/weigh.ts";
import { REFERENCE_SAMPLE } from "./weights/weighted.ts";

/**
 * Standard deviation, in points, of the error that all polls of a race share, of one candidate's
 * share and of the lead. Polls miss together (who answers, who votes, who decides late), which
 * asking more people doesn't mend: H. Shirani-Mehr, D. Rothschild, S. Goel and A. Gelman,
 * "Disentangling Bias and Variance in Election Polls", Journal of the American Statistical
 * Association 113, 2018, find about 3.5 points in all against the 1.5 to 2 that sampling explains,
 * and about 2 points of a share that polls of one election have in common; the lead, the
 * difference of two shares that err in opposite directions, is off by about twice that. Judged on
 * 1,858 general elections in bench/averages.
 */
export const SHARED_ERROR = { share: 2, lead: 4 } as const;

/** Two-sided 95 % quantile of the normal distribution. */
const Z = 1.96;

/** Half the widths, in points, of two 95 % intervals around one value. */
export type HalfWidths = {
  /** From sampling and from how far polls differ beyond it. */
  readonly inner: number;
  /** Also from the error that all polls share. */
  readonly outer: number;
};

/** One survey's estimate of a share, or of the difference of two: points, weight, people asked. */
type Estimate = { readonly value: number; readonly weight: number; readonly sample: number };

/**
 * People that one simple random poll would need for the same sampling error as these surveys
 * have together, each weighed as it is: (Σw)² ÷ Σ(w²/n). The weights play the part that Kish
 * gives them for single answers (L. Kish, Survey Sampling, 1965, section 11.7). It is never more
 * than Σn, the people asked. Null when nobody knows how many any survey asked.
 */
export function effectiveSample(parts: readonly Part[]): number | null {
  if (parts.length === 0 || parts.some(({ sample }) => sample === null)) return null;
  return kish(parts.map((part) => ({ weight: part.weight, sample: sampleOf(part) })));
}

/**
 * Half the widths of the intervals of one candidate's share: 1.96 × the root of the sampling
 * variance p(100 − p)/n plus the between-poll variance, and of the same plus the shared error's
 * variance. Null when no survey asked about the candidate.
 */
export function shareHalfWidths(parts: readonly Part[], at: number): HalfWidths | null {
  const estimates = parts.flatMap((part) => {
    const value = shareAt(part, at);
    return value === null ? [] : [{ value, weight: part.weight, sample: sampleOf(part) }];
  });
  if (estimates.length === 0) return null;
  const share = shrunk(weightedMean(estimates), kish(estimates));
  return halfWidths(meanVariance(estimates, share * (100 - share)), SHARED_ERROR.share);
}

/**
 * Half the widths of the intervals of the lead of candidate `a` over `b`, from the surveys that
 * asked about both. The two shares come from the same people, so the sampling variance is
 * (a + b − (a − b)²)/n with shares as fractions (A. Scott and G. Seber, "Difference of
 * Proportions from the Same Survey", The American Statistician 37, 1983). Null without such a
 * survey.
 */
export function leadHalfWidths(parts: readonly Part[], a: number, b: number): HalfWidths | null {
  const both = parts.flatMap((part) => {
    const first = shareAt(part, a);
    const second = shareAt(part, b);
    if (first === null || second === null) return [];
    const { weight } = part;
    return [{ first, second, value: first - second, weight, sample: sampleOf(part) }];
  });
  if (both.length === 0) return null;
  const n = kish(both);
  const first = shrunk(weightedMean(both.map((one) => ({ ...one, value: one.first }))), n);
  const second = shrunk(weightedMean(both.map((one) => ({ ...one, value: one.second }))), n);
  const unitVariance = Math.max(0, 100 * (first + second) - (first - second) ** 2);
  return halfWidths(meanVariance(both, unitVariance), SHARED_ERROR.lead);
}

/** The shared error doesn't shrink with the number of polls: its variance is added as it is. */
function halfWidths(variance: number, sharedError: number): HalfWidths {
  return {
    inner: Z * Math.sqrt(variance),
    outer: Z * Math.hypot(Math.sqrt(variance), sharedError),
  };
}
/**
 * The variance of a weighted mean under a random-effects model: Σw²(v + τ²) with weights that
 * sum to 1, v = `unitVariance`/n the sampling variance of each poll, and τ² the variance
 * between polls beyond sampling (house effects, changes of mind), estimated by the method of
 * moments for any weights (R. DerSimonian and R. Kacker, "Random-effects model for
 * meta-analysis of clinical trials: An update", Contemporary Clinical Trials 28, 2007, eq. 6).
 * One poll alone says nothing about the variance between polls: τ² is then 0.
 */
function meanVariance(estimates: readonly Estimate[], unitVariance: number): number {
  const center = weightedMean(estimates);
  const total = totalWeight(estimates);
  let squares = 0;
  let sampling = 0;
  let spread = 0;
  let expected = 0;
  for (const { value, weight, sample } of estimates) {
    const w = weight / total;
    const v = unitVariance / sample;
    squares += w * w;
    sampling += w * w * v;
    spread += w * (value - center) ** 2;
    expected += w * (1 - w) * v;
  }
  const between = squares < 1 ? Math.max(0, (spread - expected) / (1 - squares)) : 0;
  return sampling + between * squares;
}

/**
 * A share drawn towards the middle as if z² more people had been asked and half of them had
 * said yes, for the variance only: without it a share of 0 or 100 would seem certain
 * (A. Agresti and B. Coull, "Approximate is better than 'exact'", The American Statistician
 * 52, 1998).
 */
function shrunk(share: number, sample: number): number {
  return (share * sample + 50 * Z * Z) / (sample + Z * Z);
}

function kish(estimates: readonly Omit<Estimate, "value">[]): number {
  let squares = 0;
  for (const { weight, sample } of estimates) squares += (weight * weight) / sample;
  return totalWeight(estimates) ** 2 / squares;
}

function weightedMean(estimates: readonly Estimate[]): number {
  let sum = 0;
  for (const { value, weight } of estimates) sum += weight * value;
  return sum / totalWeight(estimates);
}

function totalWeight(estimates: readonly { readonly weight: number }[]): number {
  let total = 0;
  for (const { weight } of estimates) total += weight;
  return total;
}

/** The mean of what its questions have for the candidate. */
function shareAt({ entry }: Part, at: number): number | null {
  let sum = 0;
  let count = 0;
  for (const { shares } of entry.questions) {
    const found = shares.find((one) => one.at === at);
    if (found === undefined) continue;
    sum += found.share;
    count += 1;
  }
  return count === 0 ? null : sum / count;
}

/** Where no poll of the race says how many it asked, all count as polls of ordinary size. */
function sampleOf({ sample, uncovered }: Part): number {
  return sample ?? REFERENCE_SAMPLE * uncovered;
}
