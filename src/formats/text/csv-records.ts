// The browser build carries its own Buffer: workerd has none without nodejs_compat.
import { CsvError, parse } from "csv-parse/browser/esm/sync";
import type { Fault } from "./faults.ts";

/** One record. `line` is the line it starts on, counted from 1; `cells` are as they stand in it. */
export type CsvRow = { readonly line: number; readonly cells: readonly string[] };

/** A line with a broken quote is left out and reading goes on behind it, this many times. */
const MAX_BROKEN_QUOTES = 10;

/** Characters that are split at once: the parser keeps a multiple of them until it is done. */
const PIECE_CHARS = 256 * 1024;

/** Different cells that are kept once: names of places and candidates stand in thousands of rows. */
const MAX_KEPT = 100_000;

/** Blank lines and rows of another width than the header after which the rest isn't read. */
const MAX_RAGGED_ROWS = 1000;

/** Ends the parser from within: each ragged row costs it an error with a stack trace. */
const TOO_RAGGED = new Error("too ragged");

const NOT_READ_ON: Fault = {
  line: null,
  column: null,
  field: null,
  message: "the file isn't read on from here: put the quotes above right first",
};

/**
 * Splits text into records, blank ones included, and says which lines break the splitting. A line
 * with a broken quote is left out and the reading goes on behind it. Linear in the text.
 * @param progress hears of long texts how many records are split and which part of it, 0 to 1
 */
export function csvRecords(
  text: string,
  delimiter: string,
  progress: (rows: number, part: number) => void = () => {},
): { readonly records: readonly CsvRow[]; readonly faults: readonly Fault[] } {
  const records: CsvRow[] = [];
  const faults: Fault[] = [];
  let rest = text;
  let line = 1;
  let unclosed = false;
  let ragged = 0;
  let width: number | null = null;
  const kept = new Map<string, string>();
  const once = (cell: string): string => {
    const known = kept.get(cell);
    if (known !== undefined) return known;
    if (kept.size < MAX_KEPT) kept.set(cell, cell);
    return cell;
  };
  for (;;) {
    const firstLine = line;
    const piece = rest.slice(0, endOfPiece(rest));
    /** The parser's own line number, which counts a quoted \r\n as two. */
    let counted = 1;
    try {
      parse(piece, {
        delimiter,
        record_delimiter: ["\r\n", "\n", "\r"],
        relax_column_count: true,
        on_record: (cells: string[]) => {
          records.push({ line, cells: cells.map(once) });
          if (width === null && !isBlank(cells)) width = cells.length;
          if (cells.length !== width) ragged += 1;
          if (ragged > MAX_RAGGED_ROWS) throw TOO_RAGGED;
          line += 1;
          counted += 1;
          for (const cell of cells) {
            line += lineBreaks(cell);
            counted += breakCharacters(cell);
          }
          return null;
        },
      });
      if (piece.length === rest.length) return { records, faults };
      rest = rest.slice(piece.length);
      progress(records.length, 1 - rest.length / text.length);
    } catch (error) {
      if (error === TOO_RAGGED) {
        const message = `more than ${MAX_RAGGED_ROWS} lines up to here are blank or don't have the header's columns: the rest isn't read`;
        return { records, faults: [...faults, { line, column: null, field: null, message }] };
      }
      if (!(error instanceof CsvError)) throw error;
      faults.push(quoteFault(line, error));
      const ends = error.code === "CSV_QUOTE_NOT_CLOSED";
      const enough = records.length === 0 || faults.length >= MAX_BROKEN_QUOTES;
      // An open quote swallows all that follows; a second one would only echo the first.
      if (faults.length >= MAX_BROKEN_QUOTES) faults.push({ ...NOT_READ_ON, line: line + 1 });
      if (enough || (ends && unclosed)) return { records, faults };
      unclosed ||= ends;
      const broken = rest.slice(offsetOfLine(rest, line - firstLine));
      const left = afterLines(broken, ends ? 0 : Number(error["lines"]) - counted);
      if (left === null) return { records, faults };
      rest = left.rest;
      line += left.lines;
    }
  }
}

/** Where the first piece ends: behind a line break that is in no quotes, or else with the text. */
function endOfPiece(text: string): number {
  if (text.length <= PIECE_CHARS) return text.length;
  let from = PIECE_CHARS;
  let isQuoted = countQuotes(text.slice(0, from)) % 2 === 1;
  const breaks = /\r\n|\r|\n/g;
  for (;;) {
    breaks.lastIndex = from;
    const end = breaks.exec(text) === null ? text.length : breaks.lastIndex;
    if (countQuotes(text.slice(from, end)) % 2 === 1) isQuoted = !isQuoted;
    if (!isQuoted || end === text.length) return end;
    from = end;
  }
}

function countQuotes(text: string): number {
  let count = 0;
  for (let at = text.indexOf('"'); at >= 0; at = text.indexOf('"', at + 1)) count += 1;
  return count;
}

function quoteFault(line: number, error: CsvError): Fault {
  const column = typeof error["column"] === "number" ? error["column"] + 1 : null;
  const message =
    error.code === "CSV_QUOTE_NOT_CLOSED"
      ? "opens a quote that is never closed: close it, or double a quote that belongs to the text"
      : 'has a quote inside a cell: put the whole cell in quotes and write the inner quote as ""';
  return { line, column, field: null, message };
}

function offsetOfLine(text: string, lines: number): number {
  let offset = 0;
  const breaks = /\r\n|\r|\n/g;
  for (let i = 0; i < lines && breaks.exec(text) !== null; i += 1) offset = breaks.lastIndex;
  return offset;
}

/** What follows the line in which the parser had counted `counted` more lines; null if nothing. */
function afterLines(text: string, counted: number): { rest: string; lines: number } | null {
  const breaks = /\r\n|\r|\n/g;
  let left = counted;
  let lines = 0;
  for (let found = breaks.exec(text); found !== null; found = breaks.exec(text)) {
    lines += 1;
    left -= found[0].length;
    if (left < 0) return { rest: text.slice(breaks.lastIndex), lines };
  }
  return null;
}

/** How many lines a cell goes on for: \r\n, \r and \n each end one. */
export function lineBreaks(cell: string): number {
  return cell.includes("\n") || cell.includes("\r") ? (cell.match(/\r\n|\r|\n/g)?.length ?? 0) : 0;
}

function breakCharacters(cell: string): number {
  return cell.includes("\n") || cell.includes("\r") ? (cell.match(/[\r\n]/g)?.length ?? 0) : 0;
}

/** Whether a record holds nothing: a blank line, or the empty rows that spreadsheets add. */
export function isBlank(cells: readonly string[]): boolean {
  return cells.every((cell) => cell.trim() === "");
}
