import type { z } from "zod";
import { faultAt, textAt, type CsvRow } from "../text/csv.ts";
import type { Fault } from "../text/faults.ts";
import { numberAdvice } from "./cells.ts";
import { dayAdvice } from "./local-dates.ts";
import { plainIssues, plainWords } from "./plain-issues.ts";
import type { Sheet } from "./sheet.ts";
import { visible } from "../../race/unseen.ts";

/** The cells of one row by column name, without the space around them. */
export type Cells = (column: string) => string;

/** A row as the schema wants it. */
export type Draft = {
  readonly value: unknown;
  /** What can only be said about the cells; the schema then keeps quiet about those in `covers`. */
  readonly faults?: readonly CellFault[];
  /** The column in which a part of the value stands; snake case of the part's name unless given. */
  readonly columnOf?: (path: readonly PropertyKey[]) => string;
};

export type CellFault = {
  readonly column: string;
  readonly message: string;
  /** First steps of the paths that this fault explains; the column itself unless given. */
  readonly covers?: readonly string[];
};

export type CheckedRow<T> = { readonly row: CsvRow; readonly value: T };

/** Characters of a cell that a fault shows. */
const MAX_SHOWN = 60;

/** How many faults are listed before the rest of a file goes unchecked. */
const MAX_FAULTS = 1000;

/** Turns every row into a value that passed the schema, or into faults in its cells. */
export function checkRows<T>(
  sheet: Sheet,
  schema: z.ZodType<T>,
  draft: (cells: Cells) => Draft,
): { readonly values: readonly CheckedRow<T>[]; readonly faults: readonly Fault[] } {
  const values: CheckedRow<T>[] = [];
  const faults: Fault[] = [];
  for (const row of sheet.rows) {
    if (faults.length >= MAX_FAULTS) {
      const message = `more than ${MAX_FAULTS} faults: the rows from here on aren't checked`;
      faults.push({ line: row.line, column: null, field: null, message });
      break;
    }
    const checked = checkRow(sheet, row, schema, draft);
    if (checked.ok) values.push({ row, value: checked.value });
    else faults.push(...checked.faults);
  }
  return { values, faults };
}

/** Faults of rows that repeat the key of a row before them. */
export function repeated<T>(
  sheet: Sheet,
  rows: readonly CheckedRow<T>[],
  column: string,
  key: (value: T) => string,
  message: (repeat: CheckedRow<T>, line: number) => string,
): Fault[] {
  const first = new Map<string, number>();
  const faults: Fault[] = [];
  for (const checked of rows) {
    const k = key(checked.value);
    const line = first.get(k);
    if (line === undefined) first.set(k, checked.row.line);
    else {
      const at = sheet.at.get(column);
      faults.push(faultAt(sheet.header, checked.row, at, message(checked, line)));
    }
  }
  return faults;
}

/** `marginOfError` as `margin_of_error`. */
export function snakeCase(path: readonly PropertyKey[]): string {
  return String(path[0] ?? "").replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

/** One row as a value that passed the schema, or as faults in its cells. */
export function checkRow<T>(
  sheet: Sheet,
  row: CsvRow,
  schema: z.ZodType<T>,
  draft: (cells: Cells) => Draft,
): { readonly ok: true; readonly value: T } | { readonly ok: false; readonly faults: Fault[] } {
  const cells: Cells = (column) => textAt(row, sheet.at.get(column));
  const { value, faults: own = [], columnOf = snakeCase } = draft(cells);
  const parsed = schema.safeParse(value, { error: plainWords });
  if (parsed.success && own.length === 0) return { ok: true, value: parsed.data };
  const covered = new Set(own.flatMap((f) => f.covers ?? [f.column]));
  const issues = (parsed.success ? [] : plainIssues(parsed.error.issues, value))
    .filter((issue) => !covered.has(String(issue.path[0])))
    .map((issue) => {
      const column = columnOf(issue.path);
      return { column, message: withFound(issue.message, cells(column)) };
    })
    // A column that isn't there has been said to be missing, once.
    .filter(({ column }) => !sheet.missing.has(column));
  // Two parts of a value may come from one cell.
  const said = new Map([...own, ...issues].map((f) => [`${f.column} ${f.message}`, f]));
  const at = ({ column, message }: CellFault) =>
    faultAt(sheet.header, row, sheet.at.get(column), message);
  return { ok: false, faults: [...said.values()].map(at) };
}

function withFound(message: string, cell: string): string {
  if (cell === "") return message === "must not be empty" ? message : `${message}, found nothing`;
  if (cell.length > MAX_SHOWN) return `${message}, found ${visible(cell.slice(0, MAX_SHOWN))}…`;
  const advice = /^must be a (whole )?number/.test(message)
    ? numberAdvice(cell)
    : message.startsWith("must be a date")
      ? dayAdvice(cell)
      : "";
  return `${message}, found ${visible(cell)}${advice === "" ? "" : `: ${advice}`}`;
}
