import type { Part } from "./part.ts";

export const MILLION = 1_000_000;

/**
 * The same parts with weights in whole millionths that sum to exactly one million: the weights
 * that are printed, and the ones the shares are computed from, so that readers who recompute
 * get the same figures. A part of less than one millionth is left out. Each weight is the
 * step of the rounded running total, which keeps every one within a millionth of its true size.
 */
export function inMillionths(parts: readonly Part[]): readonly Part[] {
  const all = sum(parts);
  const kept = parts.filter(({ weight }) => weight / all >= 1 / MILLION);
  const total = sum(kept);
  let running = 0;
  let given = 0;
  return kept.map((part) => {
    running += part.weight;
    const upTo = Math.round((running / total) * MILLION);
    const weight = upTo - given;
    given = upTo;
    return { ...part, weight };
  });
}

function sum(parts: readonly Part[]): number {
  let total = 0;
  for (const { weight } of parts) total += weight;
  return total;
}
