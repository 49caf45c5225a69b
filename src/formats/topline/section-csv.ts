import type { Candidate } from "../../race/schema/race-facts.ts";
import {
  DEFINITIONS,
  SECTIONS,
  type Section,
  type Sections,
  type SectionSources,
} from "../../race/sections/index.ts";
import type { Bodies, RaceOfFile } from "../format.ts";
import { type CellsSaid, NOTHING_SAID_OF_CELLS } from "../sheet/local-cells.ts";
import { writeCsv } from "../text/csv.ts";
import { type Fault, firstFaults, type ReadResult, resultOf } from "../text/faults.ts";
import { type OwnSheet, type Row, rowFaults, unknownSources } from "./own-sheet.ts";
import { plainSheet } from "./plain-sheet.ts";
import { pollsSheet } from "./polls.ts";

/** Sections whose columns are more than the fields of their rows: polls' have a column a candidate. */
const OTHER_SHEETS: { readonly [S in Section]?: OwnSheet } = { polls: pollsSheet };

function sheetOf(section: Section): OwnSheet {
  return OTHER_SHEETS[section] ?? plainSheet(section);
}

/**
 * Reads a section's own CSV. All that is wrong is told at once, also what the race says against it,
 * up to as many faults as anyone mends at a time.
 */
export function readSectionCsv(
  section: Section,
  text: string,
  race: RaceOfFile,
  said: CellsSaid = NOTHING_SAID_OF_CELLS,
): ReadResult<Bodies> {
  const read = sheetOf(section).read(text, race, said);
  const told = new Set(read.faults.map(cellOf));
  const more = [...rowFaults(section, read, race.race), ...unknownSources(read, race.race)];
  const faults = [...read.faults, ...more.filter((fault) => !told.has(cellOf(fault)))];
  const body = { [DEFINITIONS[section].rows.list]: read.rows.map(({ value }) => value) };
  const result = resultOf<Bodies>({ [section]: body }, unique(faults), read.warnings);
  return result.ok ? result : { ok: false, faults: firstFaults(result.faults) };
}

/** Whoever hears of a cell once looks at it. */
function cellOf({ line, column }: Fault): string {
  return `${line}:${column}`;
}

function unique(faults: readonly Fault[]): readonly Fault[] {
  return [...new Map(faults.map((f) => [`${cellOf(f)} ${f.message}`, f])).values()];
}

/** What a race's sections are as CSV, those that have been filled: readers and editors get it. */
export type Tables = { readonly [S in Section]?: string };

type DataToWrite = SectionSources & {
  readonly race: { readonly candidates: readonly Pick<Candidate, "id">[] };
};

/** Writes every section's own CSV as editors keep it; reading one gives the same section. */
export function tablesOf({ race, ...bodies }: DataToWrite): Tables {
  return tablesFrom(bodies, race, () => true);
}

/** Writes what the addresses of sections say as tables: without the columns that are editors' own. */
export function readersTables(sections: Sections, race: DataToWrite["race"]): Tables {
  return tablesFrom(
    sections,
    race,
    (column, section) => !DEFINITIONS[section].csv.editorsOnly.includes(column),
  );
}

function tablesFrom(
  bodies: { readonly [S in Section]?: object | null },
  { candidates }: DataToWrite["race"],
  keeps: (column: string, section: Section) => boolean,
): Tables {
  const ids = candidates.map(({ id }) => id);
  return Object.fromEntries(
    SECTIONS.flatMap((section) => {
      const body = bodies[section] as Readonly<Record<string, unknown>> | null | undefined;
      if (!body) return [];
      const list = body[DEFINITIONS[section].rows.list] as readonly Row[];
      const { header, rows } = sheetOf(section).table(list, ids);
      const kept = (_: string, i: number) => keeps(header[i] ?? "", section);
      return [
        [
          section,
          writeCsv(
            header.filter(kept),
            rows.map((cells) => cells.filter(kept)),
          ),
        ],
      ];
    }),
  );
}

/** A file to fill in: the header and one blank row, which reads as no row. */
export function sectionTemplate(
  section: Section,
  candidates: readonly Pick<Candidate, "id">[],
): string {
  const { header } = sheetOf(section).table(
    [],
    candidates.map(({ id }) => id),
  );
  return writeCsv(header, [header.map(() => "")]);
}
