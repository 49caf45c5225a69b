import { DEFINITIONS, SECTIONS, type Section } from "../../race/sections/index.ts";
import type { Format } from "../format.ts";
import type { FileLook } from "../look.ts";
import { ownSection } from "./own-section.ts";
import { readSectionCsv } from "./section-csv.ts";

const TITLE = "Topline's own CSV";

/** Topline's own CSV: a section as an editor keeps it, with the columns of docs/data.md. */
export const csv = {
  name: "csv",
  title: TITLE,
  sections: SECTIONS,
  looksLike: ({ columns }) => sectionOf(columns) !== null,
  read: (text, request) => {
    const section = ownSection(TITLE, sectionOf(request.look.columns), request);
    if (!section.ok) return section;
    const read = readSectionCsv(section.value, text, request, request);
    return read.ok ? { ...read, value: { bodies: read.value, contests: [] } } : read;
  },
  own: true,
} as const satisfies Format;

/** Told by columns that only one of our files has together, whatever else is misspelt. */
function sectionOf(columns: FileLook["columns"]): Section | null {
  const tells = (section: Section) =>
    DEFINITIONS[section].csv.telling.every((name) => columns.has(name));
  return SECTIONS.find(tells) ?? null;
}
