import type { Entry } from "../evidence/entry.ts";

/** What an internal or partisan poll weighs against an independent one. */
export const PARTISAN_FACTOR = 0.5;

/** All internal and partisan polls together are at most this part of an average. */
export const PARTISAN_LIMIT = 1 / 3;

/**
 * By what internal and partisan entries are multiplied so that they are together at most a third
 * of the whole: 1 where they are anyway. Without any independent poll nothing can bring them
 * there, and there is no average (src/race/average/weights/few.ts).
 */
export function partisanScale(
  weighed: readonly { readonly entry: Entry; readonly weight: number }[],
): number {
  let partisan = 0;
  let independent = 0;
  for (const { entry, weight } of weighed) {
    if (entry.partisan) partisan += weight;
    else independent += weight;
  }
  const most = (independent * PARTISAN_LIMIT) / (1 - PARTISAN_LIMIT);
  return independent === 0 || partisan <= most ? 1 : most / partisan;
}
