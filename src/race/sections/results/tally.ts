import { roundHalfUp } from "../../rounding.ts";
import type { Reporting, Tally } from "./summary.ts";
import type { ResultCount, ResultMeasure } from "./source.ts";
import type { Mode } from "../../schema/common.ts";

/** Rows of one round, either of one area or of the whole contest. */
export type Rows = readonly ResultCount[];

/**
 * Votes by candidate in the order given, all modes or one; null for candidates without a row.
 * Shares are percent of these votes, to one decimal; null while there are none.
 */
export function tallyVotes(rows: Rows, candidates: readonly string[], mode?: Mode): Tally[] {
  const votes = new Map<string, number | null>(candidates.map((id) => [id, null]));
  for (const row of rows) {
    if (row.candidate === null || (mode !== undefined && row.mode !== mode)) continue;
    votes.set(row.candidate, (votes.get(row.candidate) ?? 0) + row.value);
  }
  const total = [...votes.values()].reduce<number>((sum, v) => sum + (v ?? 0), 0);
  return [...votes].map(([candidate, v]) => ({
    candidate,
    votes: v,
    share: v === null || total === 0 ? null : roundHalfUp((v / total) * 100, 1),
  }));
}

/** The votes of all candidates together, as far as they are reported. */
export function votesIn(tallies: readonly Tally[]): number {
  return tallies.reduce((sum, { votes }) => sum + (votes ?? 0), 0);
}

/** The sum of one measure's rows; null when the source doesn't give it. */
export function measured(rows: Rows, measure: ResultMeasure): number | null {
  const values = rows.filter((row) => row.measure === measure);
  return values.length === 0 ? null : values.reduce((sum, row) => sum + row.value, 0);
}

/** How much is counted: of precincts where both numbers are known, else of the expected vote. */
export function reportingOf(rows: Rows): Reporting | null {
  const counted = measured(rows, "precincts_reported");
  const total = measured(rows, "precincts_total");
  if (counted !== null && total !== null && total > 0)
    return { counted, total, of: "precincts", percent: cautiousPercent(counted, total) };
  const [expected, ...others] = rows.filter((row) => row.measure === "expected_percent");
  // Percents of several areas don't add up to one of the whole.
  if (!expected || others.length > 0) return null;
  return {
    counted: expected.value,
    total: 100,
    of: "expected_vote",
    percent: cautiousPercent(expected.value, 100),
  };
}

/** To one decimal, but 0 only for nothing and 100 only for everything. */
function cautiousPercent(part: number, whole: number): number {
  if (part <= 0) return 0;
  if (part >= whole) return 100;
  return Math.min(99.9, Math.max(0.1, roundHalfUp((part / whole) * 100, 1)));
}
