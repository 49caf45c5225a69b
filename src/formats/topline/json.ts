import { z } from "zod";
import { checkSource } from "../../race/check.ts";
import type { Issue } from "../../race/checked.ts";
import { resolveAreas } from "../match/areas.ts";
import { fault, type ReadResult } from "../text/faults.ts";
import { readJson } from "../text/json.ts";
import type { Bodies, Format, SectionName } from "../format.ts";
import type { FileLook } from "../look.ts";
import { ownSection } from "./own-section.ts";
import { placeInJson } from "./place-issues.ts";
import { CSV_SECTIONS } from "./section-csv.ts";

const TITLE = "Topline's own JSON";

/** Topline's own JSON: a section as an editor keeps it, `{ "polls": […] }` and the like. */
export const json = {
  name: "json",
  title: TITLE,
  sections: CSV_SECTIONS,
  looksLike: ({ list }) => LISTS.some(({ key }) => key === list),
  read: (text, request) => {
    const section = ownSection(TITLE, sectionOf(request.look), request);
    if (!section.ok) return section;
    const read = readSectionJson(section.value, text, request.areas);
    return read.ok ? { ...read, value: { bodies: read.value, contests: [] } } : read;
  },
  own: { place: placeInJson },
} as const satisfies Format;

/** The list that each section is, and a key that tells its rows from those of another one. */
const LISTS: readonly {
  readonly section: SectionName;
  readonly key: string;
  readonly telling: string;
}[] = [
  { section: "polls", key: "polls", telling: "pollster" },
  { section: "money", key: "entries", telling: "amount" },
  { section: "results", key: "counts", telling: "measure" },
  { section: "turnout", key: "counts", telling: "ballots" },
];

function sectionOf({ list, hasKeys }: FileLook): SectionName | null {
  const [first, ...more] = LISTS.filter(({ key }) => key === list);
  if (first === undefined || more.length === 0) return first?.section ?? null;
  return [first, ...more].find(({ telling }) => hasKeys(telling))?.section ?? null;
}

/** Rows that are checked at once, so that a list that is wrong throughout is given up early. */
const ROWS_AT_ONCE = 200;
const MAX_ISSUES = 1000;

/** Areas get one name each, as in results.csv: `Fulton` beside `Fulton County` would count twice. */
function readSectionJson(
  section: SectionName,
  text: string,
  areas: readonly string[],
): ReadResult<Bodies> {
  const file = readJson(text, z.unknown());
  if ("faults" in file) return { ok: false, faults: file.faults };
  const issues = firstIssues(section, file.value);
  const checked =
    issues.length > 0 ? { ok: false as const, issues } : checkSource(section, file.value);
  if (checked.ok) {
    return { ok: true, value: withAreaNames({ [section]: checked.value }, areas), warnings: [] };
  }
  const faults = checked.issues.map(({ path, message }) =>
    fault(message, file.placeOf(path.split("."))),
  );
  return { ok: false, faults };
}

function withAreaNames(bodies: Bodies, known: readonly string[]): Bodies {
  if (bodies.results === undefined) return bodies;
  const { counts } = bodies.results;
  const areaName = resolveAreas(
    counts.map(({ area }) => area),
    known,
  );
  const named = counts.map((row) => ({ ...row, area: areaName(row.area) }));
  return { ...bodies, results: { counts: named } };
}

/** The same issues as of the whole, but no more than anyone mends before trying again. */
function firstIssues(section: SectionName, value: unknown): readonly Issue[] {
  const [entry, ...more] = typeof value === "object" && value !== null ? Object.entries(value) : [];
  if (entry === undefined || more.length > 0) return [];
  const [key, rows] = entry as [string, unknown];
  if (!Array.isArray(rows)) return [];
  const issues: Issue[] = [];
  for (let start = 0; start < rows.length && issues.length < MAX_ISSUES; start += ROWS_AT_ONCE) {
    const checked = checkSource(section, { [key]: rows.slice(start, start + ROWS_AT_ONCE) });
    if (checked.ok) continue;
    for (const issue of checked.issues) {
      issues.push({ ...issue, path: shifted(issue.path, start) });
    }
  }
  return issues.slice(0, MAX_ISSUES);
}

/** `counts.3.date`, counted from row `start` of the list. */
function shifted(path: string, start: number): string {
  return path.replace(/\.(\d+)/, (_, row: string) => `.${Number(row) + start}`);
}
