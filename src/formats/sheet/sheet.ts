import { faultAt, headerName, readCsv, textAt, type CsvRow } from "../text/csv.ts";
import { fault, type Fault } from "../text/faults.ts";
import { type CellKind, type CellsSaid, NOTHING_SAID_OF_CELLS, plainRows } from "./local-cells.ts";
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
  /** What the cells of a column are where they are numbers or days, whatever a country writes. */
  readonly kindOf?: (column: string) => CellKind | null;
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

/** Faults of one header that are listed; beyond that it is another file. */
const MAX_HEADER_FAULTS = 50;

/**
 * Reads a file and finds its columns. A column that nobody knows is a fault, since what stands in
 * it would be lost; so is one that stands there twice or is missing.
 */
export function openSheet(
  text: string,
  spec: SheetSpec,
  said: CellsSaid = NOTHING_SAID_OF_CELLS,
): Sheet {
  const { header, rows, faults: fileFaults } = readCsv(text);
  const known = new Set(spec.columns);
  const names = [...spec.columns, ...(spec.extraNames ?? [])];
  const at = new Map<string, number>();
  const faults = [...fileFaults];
  let hopeless = false;
  for (const [i, cell] of header.cells.entries()) {
    if (faults.length >= fileFaults.length + MAX_HEADER_FAULTS) {
      const message = "stands behind so many faulty columns that the rest isn't looked at";
      faults.push(faultAt(header, header, i, message));
      hopeless = true;
      break;
    }
    const name = headerName(cell);
    const column = known.has(name) ? name : (spec.extra?.(cell.trim()) ?? null);
    if (name === "") {
      if (rows.some((row) => textAt(row, i) !== "")) {
        faults.push(faultAt(header, header, i, "is empty, but its cells aren't: name the column"));
      }
    } else if (column === null) {
      const message = `is no column of ${spec.file}: ${hint(name, names)}`;
      faults.push(faultAt(header, header, i, message));
    } else if (at.has(column)) {
      faults.push(faultAt(header, header, i, "is there twice: keep one of the two columns"));
    } else {
      at.set(column, i);
    }
  }
  // An empty file has said so already.
  const needed = hopeless || header.cells.length === 0 ? [] : spec.required;
  const missing = needed.filter((name) => !at.has(name));
  const { line } = header;
  return {
    header,
    rows: hopeless ? [] : plainRows(rows, kindsOf(at, spec), said),
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

function kindsOf(
  at: ReadonlyMap<string, number>,
  { kindOf }: SheetSpec,
): ReadonlyMap<number, CellKind> {
  const kinds = [...at].map(([column, i]) => [i, kindOf?.(column) ?? null] as const);
  return new Map(kinds.flatMap(([i, kind]) => (kind === null ? [] : [[i, kind]])));
}

function hint(name: string, names: readonly string[]): string {
  const near = nearestName(name, names);
  return near === null ? `it has ${names.join(", ")}` : `did you mean ${near}?`;
}
