import type { FileRequest, Format, SectionName } from "../format.ts";
import type { FileLook } from "../look.ts";
import type { Fault } from "../text/faults.ts";
import { ownSection } from "./own-section.ts";
import { placeInCsv, unknownSources } from "./place-issues.ts";
import { CSV_SECTIONS, readSectionCsv } from "./section-csv.ts";

const TITLE = "Topline's own CSV";

/** Topline's own CSV: a section as an editor keeps it, with the columns of docs/data.md. */
export const csv = {
  name: "csv",
  title: TITLE,
  sections: CSV_SECTIONS,
  looksLike: ({ columns }) => sectionOf(columns) !== null,
  read: (text, request) => {
    const section = ownSection(TITLE, sectionOf(request.look.columns), request);
    if (!section.ok) return section;
    const { race, areas } = request;
    const read = readSectionCsv(section.value, text, { candidates: race.candidates, areas });
    if (!read.ok) return { ok: false, faults: withSources(read.faults, text, request) };
    return { ...read, value: { bodies: read.value, contests: [] } };
  },
  own: { place: placeInCsv },
} as const satisfies Format;

/** Columns that only one of our own files has together, whatever else is misspelt. */
const TELLING: Readonly<Record<SectionName, readonly string[]>> = {
  polls: ["pollster", "source"],
  turnout: ["date", "mode", "ballots"],
  results: ["area", "measure", "value"],
  money: ["measure", "amount"],
};

function sectionOf(columns: FileLook["columns"]): SectionName | null {
  return (
    CSV_SECTIONS.find((section) => TELLING[section].every((name) => columns.has(name))) ?? null
  );
}

/** Rows that can't be read keep the others from being checked: their sources are looked at here. */
function withSources(
  faults: readonly Fault[],
  text: string,
  { race }: FileRequest,
): readonly Fault[] {
  const said = new Set(faults.map(({ line, column }) => `${line}:${column}`));
  const unknown = unknownSources(text, race.sources).filter(
    ({ line, column }) => !said.has(`${line}:${column}`),
  );
  return [...faults, ...unknown].toSorted(
    (a, b) => (a.line ?? Infinity) - (b.line ?? Infinity) || (a.column ?? 0) - (b.column ?? 0),
  );
}
