import { headerName } from "../csv.ts";

/**
 * A cell as a value for the schema, which says what is wrong with one that doesn't fit: an empty
 * cell is null, and what isn't a number or yes or no stays text.
 */
export function textOrNull(cell: string): string | null {
  return cell === "" ? null : cell;
}

export function numberOrText(cell: string): number | string | null {
  if (cell === "") return null;
  return /^-?\d+(\.\d+)?(e[+-]?\d+)?$/i.test(cell) ? Number(cell) : cell;
}

/** A required cell: empty is undefined, so that the schema misses it. */
export function required<T>(value: T | null): T | undefined {
  return value ?? undefined;
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
