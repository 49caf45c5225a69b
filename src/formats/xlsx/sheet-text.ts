import { detectFormat } from "../choose-format.ts";
import { writeCsv } from "../text/csv.ts";
import { type Fault, fault, type ReadResult, refused } from "../text/faults.ts";
import type { ZipFiles } from "../text/unzip.ts";
import type { Progress } from "../format.ts";
import { readSheet } from "./sheet.ts";
import { openWorkbook, type Workbook } from "./workbook.ts";

/** Sheets that are looked at. */
const MAX_SHEETS = 50;

/**
 * The CSV of a workbook's one sheet that is in a format that is read, or of the one that is named.
 * Hidden sheets are read only if they are named.
 */
export function sheetText(
  zip: ZipFiles,
  wanted: string | null,
  progress?: Progress,
): ReadResult<string> {
  const opened = openWorkbook(zip);
  if (!opened.ok) return opened;
  const book = opened.value;
  const visible = book.sheets.filter(({ hidden }) => !hidden);
  if (wanted !== null) {
    const [sheet] = book.sheets.filter(({ name }) => plain(name) === plain(wanted));
    return sheet
      ? textOf(book, sheet, progress)
      : refused(
          `the workbook has no sheet ${JSON.stringify(wanted)}. It has ${names(book.sheets)}`,
        );
  }
  const read = visible
    .slice(0, MAX_SHEETS)
    .map((sheet) => ({ sheet, text: textOf(book, sheet, progress) }));
  const full = read.filter(({ text }) => !text.ok || text.value !== "");
  const known = full.filter(({ text }) => text.ok && detectFormat(text.value) !== null);
  const fitting = known.length > 0 ? known : full;
  const [first, ...more] = fitting;
  if (first === undefined) return refused("the workbook's sheets are empty");
  if (more.length > 0)
    return refused(
      `the workbook has several sheets that could be meant, ${names(fitting.map(({ sheet }) => sheet))}: say which as sheet`,
    );
  if (!first.text.ok) return first.text;
  const left = full.filter((one) => one !== first).map(({ sheet }) => sheet);
  const said =
    left.length > 0 ? [fault(`read was the sheet ${first.sheet.name}, not ${names(left)}`)] : [];
  return { ...first.text, warnings: [...first.text.warnings, ...said] };
}

type Sheet = Workbook["sheets"][number];

function textOf(book: Workbook, { name, path }: Sheet, progress?: Progress): ReadResult<string> {
  const rows = readSheet(book, path, progress);
  if (!rows.ok) return { ok: false, faults: rows.faults.map((one) => inSheet(name, one)) };
  const width = Math.max(0, ...rows.value.map((row) => row.length).slice(0, 1000));
  const [header = [], ...rest] = rows.value.map((row) =>
    Array.from({ length: Math.max(width, row.length) }, (_, i) => row[i] ?? ""),
  );
  return {
    ok: true,
    value: rows.value.length === 0 ? "" : writeCsv(header, rest),
    warnings: rows.warnings.map((one) => inSheet(name, one)),
  };
}

function inSheet(name: string, { message, ...place }: Fault): Fault {
  return fault(`sheet ${name}: ${message}`, place);
}

function names(sheets: readonly Sheet[]): string {
  return sheets
    .slice(0, 10)
    .map(({ name }) => JSON.stringify(name))
    .join(", ");
}

function plain(name: string): string {
  return name.trim().toLowerCase();
}
