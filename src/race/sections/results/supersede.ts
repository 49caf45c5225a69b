import type { ResultCount } from "./source.ts";
import { WHOLE_CONTEST } from "./source.ts";

/**
 * The rows of a count that stand beside new ones. The same votes may come again cut another way:
 * by mode where there was one number, or by area where there was a total. Kept side by side they
 * would be counted twice, or hide each other, so the old cut gives way to the new. Counts that
 * fall by it are for the gate to see.
 */
export function standingBeside(
  base: readonly ResultCount[],
  patch: readonly ResultCount[],
): ResultCount[] {
  const byMode = ({ mode }: ResultCount) => mode !== "unspecified";
  const before = cutsOf(base, votesOf, byMode);
  const after = cutsOf(patch, votesOf, byMode);
  const areas = cutsOf(patch, countOf, ({ area }) => area !== WHOLE_CONTEST);
  return base.filter((row) => {
    const [was, is] = [before.get(votesOf(row)), after.get(votesOf(row))];
    // A count that had modes and a rest without one is updated part by part.
    if (was !== undefined && is !== undefined && was !== is) return false;
    return !(row.area === WHOLE_CONTEST && areas.get(countOf(row)) === true);
  });
}

/** Per group, whether the new rows are all fine (true) or all coarse (false); left out when both. */
function cutsOf(
  rows: readonly ResultCount[],
  group: (row: ResultCount) => string,
  isFine: (row: ResultCount) => boolean,
): Map<string, boolean> {
  const cuts = new Map<string, boolean>();
  const both = new Set<string>();
  for (const row of rows) {
    const key = group(row);
    const fine = isFine(row);
    if ((cuts.get(key) ?? fine) !== fine) both.add(key);
    cuts.set(key, fine);
  }
  for (const key of both) cuts.delete(key);
  return cuts;
}

function votesOf({ round, area, measure, candidate, other }: ResultCount): string {
  return JSON.stringify([round, area, measure, candidate, other]);
}

function countOf({ round, measure, candidate, other }: ResultCount): string {
  return JSON.stringify([round, measure, candidate, other]);
}
