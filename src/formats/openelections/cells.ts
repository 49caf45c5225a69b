import { parseCount } from "../match/count-tally.ts";
import { type CsvRow, textAt } from "../text/csv.ts";

/** What stands where an office keeps a small number to itself, or has none. */
const SUPPRESSED = /^(?:[-–—]+|\*+|n\/?a|x)$/i;

/** A cell's text; `NA` and `N/A` are how some programs write an empty one. */
export function textIn(row: CsvRow, index: number | undefined): string {
  const cell = textAt(row, index);
  return cell === "NA" || cell === "N/A" ? "" : cell;
}

/** A cell's count: null for an empty one, undefined for what is no count. */
export function countIn(row: CsvRow, index: number | undefined): number | null | undefined {
  const cell = textIn(row, index);
  return cell === "" ? null : (parseCount(cell) ?? undefined);
}

/** The same where a mark may stand for a count that isn't told. */
export function markedCountIn(row: CsvRow, index: number): number | null | undefined {
  return SUPPRESSED.test(textIn(row, index)) ? null : countIn(row, index);
}
