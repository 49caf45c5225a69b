import { joinKey } from "../rows.ts";
import type { ResultCount } from "./source.ts";

/**
 * The rows of a count without totals that stand beside their own modes: the same votes, once. A row
 * of no mode is such a total only where it is the sum of the modes for everybody who has votes in
 * the area; otherwise it is what the modes lack.
 */
export function withoutModeTotals(rows: readonly ResultCount[]): readonly ResultCount[] {
  const votes = rows.filter(({ measure }) => measure === "votes");
  if (!votes.some(({ mode }) => mode !== "unspecified")) return rows;
  const doubled = new Set(
    [...Map.groupBy(votes, placeOf)].flatMap(([place, own]) => (areTotals(own) ? [place] : [])),
  );
  if (doubled.size === 0) return rows;
  return rows.filter(
    (row) => row.measure !== "votes" || row.mode !== "unspecified" || !doubled.has(placeOf(row)),
  );
}

function areTotals(votes: readonly ResultCount[]): boolean {
  const whoever = [...Map.groupBy(votes, (row) => joinKey(row.candidate, row.other)).values()];
  const sums = whoever.map((rows) => ({
    total: sumOf(rows.filter(({ mode }) => mode === "unspecified")),
    modes: sumOf(rows.filter(({ mode }) => mode !== "unspecified")),
  }));
  return sums.some(({ total }) => total > 0) && sums.every(({ total, modes }) => total === modes);
}

function placeOf({ round, area }: ResultCount): string {
  return joinKey(round, area);
}

function sumOf(rows: readonly ResultCount[]): number {
  return rows.reduce((sum, { value }) => sum + value, 0);
}
