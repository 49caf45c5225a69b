// The browser build carries its own Buffer: workerd has none without nodejs_compat.
import { stringify } from "csv-stringify/browser/esm/sync";
import { csvRecords, isBlank, lineBreaks, type CsvRow } from "./csv-records.ts";
import type { Fault } from "./faults.ts";

export type { CsvRow } from "./csv-records.ts";

/** A file's first record, every later one that is as wide and not blank, and what is wrong. */
export type CsvTable = {
  readonly header: CsvRow;
  readonly rows: readonly CsvRow[];
  readonly faults: readonly Fault[];
};

const DELIMITERS = [",", ";", "\t"] as const;

/** Excel's own first line, which says what separates cells: `sep=;` */
const SEPARATOR_LINE = /^"?sep=([,;\t|])"?(?=\r|\n|$)/i;

/**
 * Splits CSV text into records. Quoted line breaks, a byte order mark and any line ending are
 * taken; comma, `;` or tab separates, whichever the header has most of, or what a first line like
 * `sep=;` says. Never throws: a quote that
 * breaks the file and a row of another width than the header become faults, and every other row
 * is still given, so that a reader can report all that is wrong at once. Linear in the text.
 */
export function readCsv(text: string, progress?: (rows: number, part: number) => void): CsvTable {
  const body = bare(text);
  const said = SEPARATOR_LINE.exec(body);
  // Without its letters the line is a blank one, and those below keep their numbers.
  const table = said === null ? body : body.slice(said[0].length);
  const { records, faults: broken } = csvRecords(table, said?.[1] ?? delimiterOf(table), progress);
  const faults = [...broken];
  const [header, ...rest] = records.filter((record) => !isBlank(record.cells));
  if (header === undefined) {
    const message = "the file is empty: it needs a header line and a row for each entry";
    return {
      header: { line: 1, cells: [] },
      rows: [],
      faults: faults.length > 0 ? faults : [{ line: 1, column: null, field: null, message }],
    };
  }
  const rows: CsvRow[] = [];
  for (const row of rest) {
    const fault = widthFault(header, row);
    if (fault === null) rows.push(row);
    else faults.push(fault);
  }
  return { header, rows, faults: faults.toSorted((a, b) => (a.line ?? 0) - (b.line ?? 0)) };
}

/** CSV text of a header and rows; ends with a line break. Cells come back as they were. */
export function writeCsv(header: readonly string[], rows: readonly (readonly string[])[]): string {
  return stringify([header, ...rows], { quoted_match: /[\r\n]/ });
}

/** A cell without the space around it; empty where the row or the file has no such column. */
export function textAt(row: CsvRow, index: number | undefined): string {
  return index === undefined ? "" : (row.cells[index]?.trim() ?? "");
}

/** A fault in one cell; the line is the cell's own even where cells before it hold line breaks. */
export function faultAt(
  header: CsvRow,
  row: CsvRow,
  index: number | undefined,
  message: string,
): Fault {
  if (index === undefined) return { line: row.line, column: null, field: null, message };
  const before = row.cells.slice(0, index).reduce((sum, cell) => sum + lineBreaks(cell), 0);
  const field = header.cells[index]?.trim() ?? "";
  return {
    line: row.line + before,
    column: index + 1,
    field: field === "" ? null : field,
    message,
  };
}

/** Header names in one form, `Margin of Error` as `margin_of_error`. */
export function headerName(cell: string): string {
  return cell
    .trim()
    .toLowerCase()
    .replace(/[\s-]+/g, "_");
}

/** Where each column stands, by its header name; of two of one name the first. */
export function columnsOf(header: CsvRow): ReadonlyMap<string, number> {
  const columns = new Map<string, number>();
  for (const [i, cell] of header.cells.entries()) {
    const name = headerName(cell);
    if (name !== "" && !columns.has(name)) columns.set(name, i);
  }
  return columns;
}

/** The text without its byte order mark and without blank lines at its end. */
function bare(text: string): string {
  let end = text.length;
  while (end > 0 && (text[end - 1] === "\n" || text[end - 1] === "\r")) end -= 1;
  return text.slice(text.startsWith("\uFEFF") ? 1 : 0, end);
}

function delimiterOf(text: string): string {
  const first = /[^\r\n]+/.exec(text)?.[0] ?? "";
  const unquoted = first.replace(/"[^"]*"/g, "");
  const count = (mark: string) => unquoted.split(mark).length;
  return DELIMITERS.toSorted((a, b) => count(b) - count(a))[0] ?? ",";
}

/** What keeps a row from lying under the header; blank cells beyond it are spreadsheets' habit. */
function widthFault(header: CsvRow, row: CsvRow): Fault | null {
  const columns = header.cells.length;
  const extra = row.cells.findIndex((cell, i) => i >= columns && cell.trim() !== "");
  if (extra >= 0) {
    const message = `stands beyond the header's ${columns} columns: quote a cell that has a comma in it`;
    return { ...faultAt(header, row, extra, message), field: null };
  }
  if (row.cells.length >= columns) return null;
  const message = `has ${row.cells.length} of the header's ${columns} columns: add what is missing`;
  return { line: row.line, column: null, field: null, message };
}
