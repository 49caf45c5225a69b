import { faultAt, headerName, readCsv, textAt, type CsvRow } from "../csv.ts";
import { fault } from "../fault.ts";
import type { Fault } from "../read-result.ts";
import { nearestName } from "./nearest-name.ts";

/** The columns of one of our own files. */
export type SheetSpec = {
  /** The file's usual name, for messages. */
  readonly file: string;
  readonly columns: readonly string[];
  readonly required: readonly string[];
  /** Knows header cells that aren't in the list (a candidate's), and names their columns. */
  readonly extra?: (cell: string) => string | null;
  /** What such cells are usually called, for hints. */
  readonly extraNames?: readonly string[];
};

/** A file with the place of each known column; `faults` are those of the file and its header. */
export type Sheet = {
  readonly header: CsvRow;
  readonly rows: readonly CsvRow[];
  readonly at: ReadonlyMap<string, number>;
  /** Required columns that the file hasn't got. */
  readonly missing: ReadonlySet<string>;
  readonly faults: readonly Fault[];
};

/** Unknown columns that are told which known name is nearest; beyond that it is another file. */
const MAX_HINTS = 20;

/**
 * Reads a file and finds its columns. A column that nobody knows is a fault, since what stands in
 * it would be lost; so is one that stands there twice or is missing.
 */
export function openSheet(text: string, spec: SheetSpec): Sheet {
  const { header, rows, faults: fileFaults } = readCsv(text);
  const known = new Set(spec.columns);
  const names = [...spec.columns, ...(spec.extraNames ?? [])];
  const at = new Map<string, number>();
  const faults = [...fileFaults];
  let hints = MAX_HINTS;
  for (const [i, cell] of header.cells.entries()) {
    const name = headerName(cell);
    const column = known.has(name) ? name : (spec.extra?.(cell.trim()) ?? null);
    if (name === "") {
      if (rows.some((row) => textAt(row, i) !== "")) {
        faults.push(faultAt(header, header, i, "is empty, but its cells aren't: name the column"));
      }
    } else if (column === null) {
      hints -= 1;
      const todo = hints >= 0 ? `: ${hint(name, names)}` : "";
      faults.push(faultAt(header, header, i, `is no column of ${spec.file}${todo}`));
    } else if (at.has(column)) {
      faults.push(faultAt(header, header, i, "is there twice: keep one of the two columns"));
    } else {
      at.set(column, i);
    }
  }
  // An empty file has said so already.
  const needed = header.cells.length === 0 ? [] : spec.required;
  const missing = needed.filter((name) => !at.has(name));
  const { line } = header;
  return {
    header,
    rows,
    at,
    missing: new Set(missing),
    faults: [
      ...faults,
      ...missing.map((name) =>
        fault(`the column ${name} is missing: add it`, { line, field: name }),
      ),
    ],
  };
}

function hint(name: string, names: readonly string[]): string {
  const near = nearestName(name, names);
  return near === null ? `it has ${names.join(", ")}` : `did you mean ${near}?`;
}
