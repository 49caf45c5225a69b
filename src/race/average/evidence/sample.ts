import type { Poll } from "../../sections/polls/source.ts";

/** The margin of error of one person asked, in points: a printed one is 98 ÷ √n or more. */
const MARGIN_OF_ONE = 98;

/**
 * The people a poll counts for: its sample, at most as many as a simple random sample with the
 * margin of error it prints has, (98 ÷ margin)². A margin that is wider than the sample's own
 * tells of a design effect. Infinity where the poll gives no sample, null where it gives neither.
 */
export function countedSample({ sample, marginOfError }: Poll): number | null {
  return sample === null ? null : Math.min(sample, sampleBound(marginOfError));
}

/** The most people that a printed margin of error allows for; Infinity without one. */
export function sampleBound(marginOfError: number | null): number {
  return marginOfError === null ? Infinity : (MARGIN_OF_ONE / marginOfError) ** 2;
}

/** The median of the known sample sizes; null where none is known. */
export function medianSample(samples: readonly (number | null)[]): number | null {
  const known = Float64Array.from(samples.filter((n) => n !== null)).toSorted();
  const low = known[Math.ceil(known.length / 2) - 1];
  const high = known[Math.floor(known.length / 2)];
  return low === undefined || high === undefined ? null : (low + high) / 2;
}
