import type { Mode } from "../../race/schema/common.ts";
import { completed, notACount, sumOf } from "../match/count-tally.ts";
import { type CsvRow, faultAt } from "../text/csv.ts";
import type { Fault } from "../text/faults.ts";
import { markedCountIn, textIn, countIn } from "./cells.ts";
import type { ModeColumn, OpenElectionsColumns } from "./columns.ts";
import { type RowKind, rowKind, totalIn } from "./names.ts";

/** One row, told apart by what it counts. */
export type OpenElectionsRow = {
  readonly row: CsvRow;
  readonly county: string;
  /** The place inside the county; null in files by county, empty where the cell is. */
  readonly place: string | null;
  /** Of what the row repeats the sum, and whether of all of it; null for a row of a place. */
  readonly total: {
    readonly of: "county" | "file";
    readonly name: string;
    readonly all: boolean;
  } | null;
  readonly candidate: string;
  readonly party: string;
  readonly kind: RowKind;
  /** Null where nothing is reported. */
  readonly modes: ReadonlyMap<Mode, number> | null;
  /** Votes in a way of voting that isn't known, by column. */
  readonly unknown: ReadonlyMap<string, number>;
};

export function openElectionsRow(
  row: CsvRow,
  columns: OpenElectionsColumns,
): OpenElectionsRow | { readonly fault: Fault } {
  const faulty = (index: number | undefined, message: string) => ({
    fault: faultAt(columns.header, row, index, message),
  });
  const county = textIn(row, columns.county);
  const candidate = nameIn(row, columns);
  const party = textIn(row, columns.party);
  const names = columns.places.map((index) => textIn(row, index));
  const place = names.length === 0 ? null : names.filter((name) => name !== "").join(" ");
  const total = totalOf(county, names, place);
  if (county === "" && total === null) return faulty(columns.county, "needs the county's name");
  const kind = kindOf(textIn(row, columns.office), candidate);
  if (kind === null) return faulty(columns.office, "needs the office");
  const nothing = { row, county, place, total, candidate, party, kind, modes: null, unknown: NONE };
  const isUnused = kind.of === "file" ? kind.measure === null : kind.measure === "unused";
  if (isUnused) return nothing;
  const counts = countsIn(row, columns);
  if ("index" in counts) return faulty(counts.index, notACount(textIn(row, counts.index)));
  const { votes, byMode, unknown } = counts;
  const modes = votes === null && byMode.size === 0 ? null : completed(byMode, votes);
  if (modes === null && votes !== null)
    return faulty(
      columns.votes,
      `is ${votes}, less than its modes, which add up to ${sumOf(byMode)}`,
    );
  return { ...nothing, modes, unknown };
}

const NONE: ReadonlyMap<string, number> = new Map();

/** What a row counts; null of a candidate without an office. Voters and ballots need none. */
function kindOf(office: string, candidate: string): RowKind | null {
  if (office !== "") return rowKind(office, candidate);
  const kind = rowKind(candidate, "");
  return kind.of === "file" ? kind : null;
}

/** The candidate's name, whole or from its parts; empty where the row has none. */
export function nameIn(row: CsvRow, { candidate, names }: OpenElectionsColumns): string {
  const parts = candidate === undefined ? names : [candidate];
  return parts.flatMap((index) => textIn(row, index) || []).join(" ");
}

type Counts = {
  readonly votes: number | null;
  readonly byMode: ReadonlyMap<Mode, number>;
  readonly unknown: ReadonlyMap<string, number>;
};

/** The counts of a row, or the column of a cell that is none. */
function countsIn(row: CsvRow, columns: OpenElectionsColumns): Counts | { readonly index: number } {
  const votes = countIn(row, columns.votes);
  if (votes === undefined) return { index: columns.votes ?? 0 };
  const byMode = new Map<Mode, number>();
  const unknown = new Map<string, number>();
  // Unknown ways are in `votes` already, if there is any.
  for (const column of votes === null ? [...columns.modes, ...columns.unknown] : columns.modes) {
    const found = countOf(row, column);
    if (typeof found === "object" && found !== null) return found;
    if (found === null || (found === 0 && column.mode === null)) continue;
    const mode = column.mode ?? "unspecified";
    byMode.set(mode, (byMode.get(mode) ?? 0) + found);
    if (column.mode === null) unknown.set(column.name, found);
  }
  return { votes, byMode, unknown };
}

/** A column's count, or else its parts'; the column of a cell that is none. */
function countOf(row: CsvRow, column: ModeColumn): number | null | { readonly index: number } {
  const own = markedCountIn(row, column.index);
  if (own === undefined) return { index: column.index };
  if (own !== null) return own;
  let sum: number | null = null;
  for (const part of column.parts) {
    const count = markedCountIn(row, part.index);
    if (count === undefined) return { index: part.index };
    if (count !== null) sum = (sum ?? 0) + count;
  }
  return sum;
}

/** A blank place stands for all of its county, and a blank county for all of the file. */
function totalOf(
  county: string,
  names: readonly string[],
  place: string | null,
): OpenElectionsRow["total"] {
  const inCounty = totalIn(county, "");
  if (inCounty !== null) return { of: "file", name: county, all: inCounty === "total" };
  const named = names.find((name) => totalIn(name, county) !== null);
  if (named !== undefined) {
    const all = place === named && totalIn(named, county) === "total";
    return { of: county === "" ? "file" : "county", name: place ?? named, all };
  }
  if (county === "" && (place ?? "") === "") return { of: "file", name: "", all: true };
  return place === "" ? { of: "county", name: "", all: true } : null;
}
