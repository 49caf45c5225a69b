import type { Entry } from "./entry.ts";

/**
 * What part of each entry's field days no newer release of its series covers, 0 to 1. Overlapping
 * releases of a tracker ask most people once and tell of them again and again: counted by these
 * parts, 15 daily releases of a 5-day tracker of 600 are 600 + 14 × 120 = 2,280 people. Newer is
 * what ended later, or started later where both ended on one day; releases of just the same days
 * share them.
 */
export function uncoveredParts(entries: readonly Entry[]): ReadonlyMap<Entry, number> {
  const parts = new Map<Entry, number>();
  for (const releases of Map.groupBy(entries, ({ series }) => series).values()) {
    const days = Map.groupBy(
      releases.toSorted((a, b) => b.end - a.end || b.start - a.start),
      ({ start, end }) => `${start} ${end}`,
    );
    // All that are newer end on this release's last day or later, so they cover its days from
    // the first on which one of them started.
    let coveredFrom = Infinity;
    for (const same of days.values()) {
      const { start, end } = same[0] ?? { start: 0, end: 0 };
      const uncovered = Math.max(0, Math.min(end, coveredFrom - 1) - start + 1);
      const part = uncovered / (end - start + 1) / same.length;
      for (const release of same) parts.set(release, part);
      coveredFrom = Math.min(coveredFrom, start);
    }
  }
  return parts;
}
