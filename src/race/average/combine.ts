import type { Part } from "./part.ts";

/**
 * Each candidate's weighted mean in percent, by place in the race's list, not yet rounded. A
 * candidate that only some polls ask about is averaged over those; one that none names is null.
 */
export function combine(
  parts: readonly Part[],
  candidateCount: number,
): readonly (number | null)[] {
  const sums = Array<number>(candidateCount).fill(0);
  const weights = Array<number>(candidateCount).fill(0);
  for (const { weight, shares } of parts) {
    for (const { at, share } of shares) {
      sums[at] = (sums[at] ?? 0) + weight * share;
      weights[at] = (weights[at] ?? 0) + weight;
    }
  }
  return sums.map((sum, at) => {
    const weight = weights[at] ?? 0;
    return weight > 0 ? sum / weight : null;
  });
}
