import type { MoneyEntry } from "./sections/money/source.ts";
import type { Poll } from "./sections/polls/source.ts";
import type { ResultCount } from "./sections/results/source.ts";
import type { BallotCount } from "./sections/turnout/source.ts";

/**
 * What makes a row of a section that row and no other: two rows with one key are the same
 * fact told twice. Keys are for comparing, not for showing.
 */
export const ROW_KEYS = {
  polls: (row: Poll): string => row.id,
  turnout: (row: BallotCount): string => join(row.date, row.mode),
  results: (row: ResultCount): string =>
    join(row.round, row.area, row.measure, row.candidate, row.mode),
  money: (row: MoneyEntry): string => join(row.measure, row.candidate, row.asOf, row.source),
} as const;

/** As JSON, because names of areas may hold any separator one could think of. */
function join(...parts: readonly (string | number | null)[]): string {
  return JSON.stringify(parts);
}
