import type { Part } from "./part.ts";
import { REFERENCE_SAMPLE } from "./weighted.ts";

/** Two-sided 95 % quantile of the normal distribution. */
const Z = 1.96;

/** One poll's estimate of a share, or of the difference of two: points, weight, people asked. */
type Estimate = { readonly value: number; readonly weight: number; readonly sample: number };

/**
 * People that one simple random poll would need for the same sampling error as these polls
 * have together, each weighed as it is: (Σw)² ÷ Σ(w²/n). The weights play the part that Kish
 * gives them for single answers (L. Kish, Survey Sampling, 1965, section 11.7). Polls that
 * give no sample count with `medianSample`; null when none of the race's polls gives one.
 */
export function effectiveSample(
  parts: readonly Part[],
  medianSample: number | null,
): number | null {
  if (parts.length === 0 || medianSample === null) return null;
  return kish(parts.map((part) => ({ weight: part.weight, sample: sampleOf(part, medianSample) })));
}

/**
 * Half the width, in points, of the 95 % interval of one candidate's share: 1.96 × the root of
 * the sampling variance p(100 − p)/n plus the between-poll variance. Null when no poll names
 * the candidate. It says how well these polls together can know, not what the vote will be.
 */
export function shareHalfWidth(
  parts: readonly Part[],
  at: number,
  medianSample: number | null,
): number | null {
  const estimates = parts.flatMap((part) => {
    const value = shareAt(part, at);
    return value === null
      ? []
      : [{ value, weight: part.weight, sample: sampleOf(part, medianSample) }];
  });
  if (estimates.length === 0) return null;
  const share = shrunk(weightedMean(estimates), kish(estimates));
  return Z * Math.sqrt(meanVariance(estimates, share * (100 - share)));
}

/**
 * Half the width of the 95 % interval of the lead of candidate `a` over `b`, from the polls
 * that name both. The two shares come from the same people, so the sampling variance is
 * (a + b − (a − b)²)/n with shares as fractions (A. Scott and G. Seber, "Difference of
 * Proportions from the Same Survey", The American Statistician 37, 1983). Where no poll names
 * both, the two shares are independent and their variances add.
 */
export function leadHalfWidth(
  parts: readonly Part[],
  a: number,
  b: number,
  medianSample: number | null,
): number | null {
  const together = parts.flatMap((part) => {
    const first = shareAt(part, a);
    const second = shareAt(part, b);
    const sample = sampleOf(part, medianSample);
    return first === null || second === null
      ? []
      : [{ first, second, value: first - second, weight: part.weight, sample }];
  });
  if (together.length === 0) {
    const first = shareHalfWidth(parts, a, medianSample);
    const second = shareHalfWidth(parts, b, medianSample);
    return first === null || second === null ? null : Math.hypot(first, second);
  }
  const n = kish(together);
  const first = shrunk(weightedMean(together.map((one) => ({ ...one, value: one.first }))), n);
  const second = shrunk(weightedMean(together.map((one) => ({ ...one, value: one.second }))), n);
  const unitVariance = Math.max(0, 100 * (first + second) - (first - second) ** 2);
  return Z * Math.sqrt(meanVariance(together, unitVariance));
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

function shareAt(part: Part, at: number): number | null {
  return part.shares.find((one) => one.at === at)?.share ?? null;
}

/** Where no poll of the race says how many it asked, all count as polls of ordinary size. */
function sampleOf({ poll }: Part, medianSample: number | null): number {
  return poll.sample ?? medianSample ?? REFERENCE_SAMPLE;
}
