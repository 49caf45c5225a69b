import type { DayOrder, Decimal } from "../../race/schema/written.ts";
import type { CsvRow } from "../text/csv.ts";
import { isoDay, orderSaid } from "./local-dates.ts";
import { decimalSaid, plainNumber } from "./local-numbers.ts";

/**
 * What a column's cells are. The kind of a number tells what `25.000` can't be: nobody has a share of
 * 25,000 percent. A moment is a day with a time behind it.
 */
export type CellKind = "percent" | "number" | "day" | "moment";

/** What people say of a file's cells; null lets the cells tell. */
export type CellsSaid = {
  /** What stands before decimals. */
  readonly decimal: Decimal | null;
  /** The order of the parts of `10/1/26`. */
  readonly dates: DayOrder | null;
};

export const NOTHING_SAID_OF_CELLS: CellsSaid = { decimal: null, dates: null };

/**
 * The same rows with numbers and days as Topline writes them: `1.234,5` as `1234.5`, `31.10.2026` as
 * `2026-10-31`. A file is written in one way, so one cell that can only be meant one way tells how the
 * others are meant: `48,5` that commas stand before decimals, `31/10/26` that days come first. Cells
 * that still can be meant two ways stay as they are, for the reader to refuse with a question.
 */
export function plainRows(
  rows: readonly CsvRow[],
  kinds: ReadonlyMap<number, CellKind>,
  said: CellsSaid,
): readonly CsvRow[] {
  const odd = rows.map((row) => isOdd(row, kinds));
  if (!odd.includes(true)) return rows;
  const numbers = cellsOf(rows, kinds, (kind) => kind === "percent" || kind === "number");
  const days = cellsOf(rows, kinds, (kind) => kind === "day" || kind === "moment");
  const decimal = said.decimal ?? decimalSaid(numbers);
  const order = said.dates ?? orderSaid(days);
  const plain = (cell: string, kind: CellKind) => {
    if (kind === "percent" || kind === "number")
      return plainNumber(cell, kind, decimal, said.decimal !== null);
    const [day = "", ...time] = kind === "moment" ? cell.split(" ") : [cell];
    return [isoDay(day, order, said.dates !== null), ...time].join(" ");
  };
  return rows.map((row, i) =>
    odd[i] !== true
      ? row
      : {
          line: row.line,
          cells: row.cells.map((cell, at) => {
            const kind = kinds.get(at);
            return kind === undefined || cell.trim() === "" ? cell : plain(cell.trim(), kind);
          }),
        },
  );
}

/** Numbers without anything but digits and one point that parts no thousands, days as ISO has them. */
const PLAIN = /^\s*(?:-?\d+(?:\.(?!\d{3}\s*$)\d+)?|\d{4}-\d\d-\d\d(?:T\S+)?)?\s*$/;

function isOdd({ cells }: CsvRow, kinds: ReadonlyMap<number, CellKind>): boolean {
  for (const at of kinds.keys()) if (!PLAIN.test(cells[at] ?? "")) return true;
  return false;
}

function* cellsOf(
  rows: readonly CsvRow[],
  kinds: ReadonlyMap<number, CellKind>,
  is: (kind: CellKind) => boolean,
): Generator<{ readonly cell: string; readonly kind: CellKind }> {
  const columns = [...kinds].filter(([, kind]) => is(kind));
  for (const { cells } of rows) {
    for (const [at, kind] of columns) {
      const cell = cells[at]?.trim() ?? "";
      if (cell !== "") yield { cell, kind };
    }
  }
}
