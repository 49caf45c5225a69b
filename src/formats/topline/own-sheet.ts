import { DEFINITIONS, NO_SECTIONS, type Section } from "../../race/sections/index.ts";
import type { RaceSource } from "../../race/schema/race.ts";
import type { RaceOfFile } from "../format.ts";
import { type CheckedRow, snakeCase } from "../sheet/check-rows.ts";
import type { CellsSaid } from "../sheet/local-cells.ts";
import type { Sheet } from "../sheet/sheet.ts";
import { faultAt, textAt } from "../text/csv.ts";
import { fault, type Fault } from "../text/faults.ts";

/** One row of a section's body, whichever section it is. */
export type Row = Readonly<Record<string, unknown>>;

/** How a section's body stands in a CSV of our own. */
export type OwnSheet = {
  readonly read: (text: string, race: RaceOfFile, said: CellsSaid) => OwnRows;
  /** The header and the cells of these rows, for a race with these candidates. */
  readonly table: (
    rows: readonly Row[],
    candidates: readonly string[],
  ) => { readonly header: readonly string[]; readonly rows: readonly (readonly string[])[] };
};

/** What a CSV's rows say, and what is wrong with them taken each by itself. */
export type OwnRows = {
  readonly sheet: Sheet;
  readonly rows: readonly CheckedRow<Row>[];
  readonly faults: readonly Fault[];
  readonly warnings: readonly Fault[];
};

/**
 * What the race has to say against rows that are right in themselves: names that it doesn't know,
 * one thing told twice, a total beside its own parts.
 */
export function rowFaults(
  section: Section,
  { sheet, rows }: OwnRows,
  race: RaceSource,
): readonly Fault[] {
  const body = { [DEFINITIONS[section].rows.list]: rows.map(({ value }) => value) };
  const issues = DEFINITIONS[section].check({ ...NO_SECTIONS, race, [section]: body });
  const own = issues.filter(({ path }) => path.startsWith(`${section}.`));
  return own.map(({ path, message, twin }) => {
    const [, , entry, ...rest] = path.split(".");
    const row = rows[Number(entry)]?.row;
    const line = twin === undefined ? undefined : rows[twin]?.row.line;
    const said = line === undefined ? message : `${message} (line ${line} has it already)`;
    if (row === undefined) return fault(said);
    return faultAt(sheet.header, row, sheet.at.get(snakeCase(rest)), said);
  });
}

/** Rows that can't be read are kept from the race's check: their sources are looked at here. */
export function unknownSources({ sheet }: OwnRows, race: RaceSource): readonly Fault[] {
  const known = new Set(race.sources.map(({ id }) => id));
  const column = sheet.at.get("source");
  return sheet.rows.flatMap((row) => {
    const id = textAt(row, column);
    if (id === "" || known.has(id)) return [];
    const message = `no source of this race has the id ${id}; add it to "sources" in race.json`;
    return [faultAt(sheet.header, row, column, message)];
  });
}
