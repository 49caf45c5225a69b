import { roundHalfUp } from "../../rounding.ts";
import type { Others, Tally } from "./summary.ts";
import { type ResultCount, type ResultMeasure, WRITE_INS } from "./source.ts";
import type { Mode } from "../../schema/common.ts";

/** Rows of one round, either of one area or of the whole contest. */
export type Rows = readonly ResultCount[];

/** Who has how many of the votes: candidates in the order given, and everybody else together. */
export type Votes = {
  readonly candidates: Tally[];
  readonly others: Others | null;
  /** Every vote that is reported, those of others too: what shares are percent of. */
  readonly votes: number;
};

/**
 * Votes by candidate, all modes or one; `missing` for candidates without a row, null for others
 * without any. Shares are percent of all these votes, to one decimal; null while there are none.
 */
export function tallyVotes(
  rows: Rows,
  candidates: readonly string[],
  {
    mode,
    missing = null,
    of,
  }: {
    readonly mode?: Mode;
    readonly missing?: number | null;
    /** What shares are percent of, where that isn't all votes; null where nobody knows. */
    readonly of?: number | null;
  } = {},
): Votes {
  const votes = new Map<string, number | null>(candidates.map((id) => [id, missing]));
  const others = new Map<string, number>();
  const lines = new Map<string, Map<string, number>>();
  const seats = new Map<string, number>();
  for (const row of rows) {
    if (row.measure === "seats" && row.candidate !== null && mode === undefined)
      seats.set(row.candidate, (seats.get(row.candidate) ?? 0) + row.value);
    if (row.measure !== "votes" || (mode !== undefined && row.mode !== mode)) continue;
    if (row.candidate !== null)
      votes.set(row.candidate, (votes.get(row.candidate) ?? 0) + row.value);
    if (row.candidate !== null && row.line !== undefined) {
      const own = lines.get(row.candidate) ?? new Map<string, number>();
      lines.set(row.candidate, own.set(row.line, (own.get(row.line) ?? 0) + row.value));
    }
    if (row.other !== null) others.set(row.other, (others.get(row.other) ?? 0) + row.value);
  }
  const cast = sum(votes.values()) + sum(others.values());
  const total = of === undefined ? cast : of;
  return {
    candidates: [...votes].map(([candidate, v]) => ({
      candidate,
      votes: v,
      share: v === null ? null : shareOf(v, total),
      ...(seats.has(candidate) && { seats: seats.get(candidate) ?? 0 }),
      ...(lines.has(candidate) && {
        lines: Array.from(lines.get(candidate) ?? [], ([party, n]) => ({ party, votes: n })),
      }),
    })),
    others: others.size === 0 ? null : othersOf(others, total),
    votes: cast,
  };
}

/** Write-ins that nobody told apart are votes of others, but no candidate. */
function othersOf(votes: ReadonlyMap<string, number>, total: number | null): Others {
  const named = [...votes].filter(([name]) => name !== WRITE_INS);
  const [largest] = named.toSorted(([, a], [, b]) => b - a);
  const own = sum(votes.values());
  return {
    votes: own,
    share: shareOf(own, total),
    candidates: named.length,
    largest: largest ? { name: largest[0], votes: largest[1] } : null,
  };
}

function shareOf(votes: number, total: number | null): number | null {
  return total === 0 || total === null || votes > total
    ? null
    : roundHalfUp((votes / total) * 100, 1);
}

function sum(values: Iterable<number | null>): number {
  let total = 0;
  for (const value of values) total += value ?? 0;
  return total;
}

/** The sum of one measure's rows; null when the source doesn't give it. */
export function measured(rows: Rows, measure: ResultMeasure): number | null {
  const values = rows.filter((row) => row.measure === measure).map(({ value }) => value);
  return values.length === 0 ? null : sum(values);
}
