import { type Fault, fault, type ReadResult } from "../text/faults.ts";
import { type CellPlace, cellName, cellPlace } from "./cell-ref.ts";
import { numberText } from "./number-format.ts";
import type { Progress } from "../format.ts";
import type { XmlHandlers } from "../text/xml.ts";
import type { Workbook } from "./workbook.ts";

/** More than any table of an election has; a cell that stands farther off is a slip. */
const MAX_COLUMNS = 500;
/** Blank rows between two that aren't. */
const MAX_GAP = 500;
/** Faults of cells that are told. */
const MAX_TOLD = 20;

type Cell = {
  place: CellPlace;
  type: string;
  style: number;
  value: string | null;
  formula: string | null;
};

/**
 * A sheet's cells as the CSV of it would have them, one record a row. What a CSV couldn't say is a
 * fault: a formula without its value, an error, a cell that is merged over others. Never throws.
 */
export function readSheet(
  book: Workbook,
  path: string,
  progress: Progress = () => {},
): ReadResult<readonly (readonly string[])[]> {
  const rows: string[][] = [];
  const faults: Fault[] = [];
  const merged: string[] = [];
  const linked = new Set<string>();
  let cell: Cell | null = null;
  let inline = "";
  let last: CellPlace = { row: 0, column: 0 };
  const tell = (place: CellPlace, message: string) => {
    const { row: line, column } = place;
    if (faults.length < MAX_TOLD)
      faults.push(fault(`${cellName(place)} ${message}`, { line, column }));
  };
  const put = (found: Cell) => {
    const { place } = found;
    const text = textOf(found, inline, book, (message) => tell(place, message));
    if (found.formula !== null && /\[\d+\]/.test(found.formula)) linked.add(cellName(place));
    if (text === "") return;
    if (place.column > MAX_COLUMNS || place.row - rows.length > MAX_GAP) {
      tell(place, "stands far off the table: take it out");
      return;
    }
    while (rows.length < place.row) rows.push([]);
    const row = rows[place.row - 1] ?? [];
    while (row.length < place.column) row.push("");
    // A row is one line of CSV, so that faults name the sheet's own rows.
    row[place.column - 1] = text.replace(/[\r\n]+/g, " ");
  };
  const handlers: XmlHandlers = {
    keepSpace: true,
    open: ({ name, attributes }) => {
      if (name === "row") last = { row: Number(attributes["r"] ?? last.row + 1), column: 0 };
      if (name === "mergeCell") merged.push(attributes["ref"] ?? "");
      if (name !== "c") return;
      last = cellPlace(attributes["r"] ?? "") ?? { ...last, column: last.column + 1 };
      const [type = "n", style = "0"] = [attributes["t"], attributes["s"]];
      cell = { place: last, type, style: Number(style), value: null, formula: null };
      inline = "";
    },
    close: (name, text, parents) => {
      if (cell === null) return;
      if (name === "v") cell.value = text;
      if (name === "f") cell.formula = text;
      if (name === "t" && !parents.includes("rPh")) inline += text;
      if (name === "c") {
        put(cell);
        cell = null;
      }
    },
  };
  const wrong = book.read(path, handlers, (_, part) => progress(rows.length, part));
  if (wrong) return { ok: false, faults: [wrong] };
  for (const ref of merged) {
    const place = cellPlace(ref.split(":", 1)[0] ?? "");
    if (place && (rows[place.row - 1]?.[place.column - 1] ?? "") !== "")
      tell(
        place,
        `is merged over ${ref}: unmerge it and fill each cell, or take a title's row out`,
      );
  }
  if (faults.length > 0) return { ok: false, faults };
  const [first] = linked;
  const warnings =
    first === undefined
      ? []
      : [
          fault(
            `${linked.size} cells (${first}) come from another workbook: read as they were when it was saved`,
          ),
        ];
  return { ok: true, value: rows, warnings };
}

function textOf(
  { type, style, value, formula }: Cell,
  inline: string,
  { strings, kinds, calendar }: Workbook,
  tell: (message: string) => void,
): string {
  if (type === "inlineStr") return inline;
  if (value === null || value.trim() === "") {
    if (formula !== null && type !== "str")
      tell("is a formula without its value: open the file in a spreadsheet and save it again");
    return "";
  }
  if (type === "s") return strings[Number(value)] ?? "";
  if (type === "str") return value;
  if (type === "b") return value.trim() === "1" ? "TRUE" : "FALSE";
  if (type === "e") tell(`is an error, ${value}: mend it`);
  if (type === "d") return value.replace(/T00:00:00(\.0+)?Z?$/, "");
  const number = Number(value);
  if (type !== "n" || Number.isNaN(number)) return value;
  return numberText(number, kinds[style] ?? "number", calendar);
}
