import { headerName } from "../text/csv.ts";
import { isEither } from "./local-numbers.ts";

/**
 * A cell as a value for the schema, which says what is wrong with one that doesn't fit: an empty
 * cell is null, and what isn't a number or yes or no stays text.
 */
export function textOrNull(cell: string): string | null {
  return cell === "" ? null : cell;
}

export function numberOrText(cell: string): number | string | null {
  if (cell === "") return null;
  // 1e-7 is how we write such a number ourselves; 1.4E+05 is a spreadsheet's, for any number near it.
  return /^-?\d+(\.\d+)?(e[+-]?\d+)?$/.test(cell) ? Number(cell) : cell;
}

/** The same of a whole number or of dollars: 25.000 may be thousands, and isn't taken for 25. */
export function countOrText(cell: string): number | string | null {
  return isEither(cell) ? cell : numberOrText(cell);
}

const FRACTION = /^(\d+)\.\d+$/;

/** People asked: lists have means of two samples, like 501.5, which are rounded down. */
export function wholeSample(cell: string): number | string | null {
  return isEither(cell) ? cell : numberOrText(FRACTION.exec(cell)?.[1] ?? cell);
}

/** What is to be said of a sample that was rounded down; null of a whole one, `500.0` too. */
export function sampleAdvice(cell: string): string | null {
  const whole = FRACTION.exec(cell)?.[1];
  if (whole === undefined || Number(whole) === Number(cell)) return null;
  return `${cell} people are no whole number: taken as ${whole}`;
}

/** What to do about a cell that should be a number and isn't; empty where nobody can tell. */
export function numberAdvice(cell: string): string {
  if (isEither(cell))
    return `is that ${cell.replace(/[.,]/, "")} or ${Number(cell.replace(",", "."))}? Say what stands before decimals (--decimal comma or --decimal point), or write it plainly`;
  if (/^[<>≤≥]|^\*+$/.test(cell))
    return "that is no number: leave the cell empty, since nobody knows how many it is";
  if (/^\d+(\.\d+)?\s?[-–—]\s?\d+(\.\d+)?\s?%?$/.test(cell))
    return "that is a range: write the one figure that was printed, or leave the cell empty";
  if (/^-?\d+([.,]\d+)?E[+-]?\d+$/.test(cell))
    return "the spreadsheet has shortened it and may have lost digits, so show the column as plain numbers and save it again";
  if (/^-?\d{1,3}([,\s'’]\d{3})+(\.\d+)?$/.test(cell))
    return `write ${cell.replace(/[,\s'’]/g, "")}`;
  const [, bare] = /^[+$€£]?\s?(\d+(?:\.\d+)?)\s?%?$/.exec(cell) ?? [];
  if (bare !== undefined && bare !== cell) return `write ${bare}`;
  return /^\d+,\d+$/.test(cell) ? `write ${cell.replace(",", ".")}, with a point` : "";
}

/** A required cell: empty is undefined, so that the schema misses it. */
export function required<T>(value: T | null): T | undefined {
  return value ?? undefined;
}

/** Only what a row says: a part whose cell is empty is left out. */
export function given(parts: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(parts).filter(([, value]) => value !== null));
}

/** A word of a fixed list, `Early in person` as `early_in_person`. */
export function wordOrNull(cell: string): string | null {
  return textOrNull(headerName(cell));
}

const FLAGS = new Map([
  ["", false],
  ["no", false],
  ["false", false],
  ["0", false],
  ["yes", true],
  ["true", true],
  ["1", true],
  ["x", true],
]);

export function flagOrText(cell: string): boolean | string {
  return FLAGS.get(cell.toLowerCase()) ?? cell;
}

export function flagCell(flag: boolean): string {
  return flag ? "yes" : "";
}

/** Null as an empty cell. Numbers are printed so that reading gives the same number. */
export function cellOf(value: string | number | null): string {
  return value === null ? "" : String(value);
}
