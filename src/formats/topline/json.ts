import { z } from "zod";
import { checkSource } from "../../race/check.ts";
import type { Issue } from "../../race/checked.ts";
import type { RaceSource } from "../../race/schema/race.ts";
import { resolveAreas } from "../match/areas.ts";
import { fault, firstFaults, type ReadResult } from "../text/faults.ts";
import { readJson } from "../text/json.ts";
import { DEFINITIONS, NO_SECTIONS, SECTIONS, type Section } from "../../race/sections/index.ts";
import type { Bodies, FileRequest, Format } from "../format.ts";
import type { FileLook } from "../look.ts";
import { ownSection } from "./own-section.ts";

const TITLE = "Topline's own JSON";

/** Topline's own JSON: a section as an editor keeps it, `{ "polls": […] }` and the like. */
export const json = {
  name: "json",
  title: TITLE,
  sections: SECTIONS,
  looksLike: ({ list }) => SECTIONS.some((section) => DEFINITIONS[section].rows.list === list),
  read: (text, request) => {
    const section = ownSection(TITLE, sectionOf(request.look), request);
    if (!section.ok) return section;
    const read = readSectionJson(section.value, text, request);
    return read.ok ? { ...read, value: { bodies: read.value, contests: [] } } : read;
  },
  own: true,
} as const satisfies Format;

/** Sections that are a list of this name; of several the one whose own fields the rows have. */
function sectionOf({ list, hasKeys }: FileLook): Section | null {
  const named = SECTIONS.filter((section) => DEFINITIONS[section].rows.list === list);
  const fits = named.length > 1 ? named.filter((section) => tells(section, hasKeys)) : named;
  const [only, ...more] = fits;
  return more.length === 0 ? (only ?? null) : null;
}

/** Fields that rows of no other section with a list of this name have. */
function tells(section: Section, hasKeys: FileLook["hasKeys"]): boolean {
  const { list: name, schema: row } = DEFINITIONS[section].rows;
  const others = SECTIONS.filter(
    (other) => other !== section && DEFINITIONS[other].rows.list === name,
  );
  const shared = new Set(
    others.flatMap((other) => Object.keys(DEFINITIONS[other].rows.schema.shape)),
  );
  return Object.keys(row.shape).some((field) => !shared.has(field) && hasKeys(field));
}

/** Rows that are checked at once, so that a list that is wrong throughout is given up early. */
const ROWS_AT_ONCE = 200;
const MAX_ISSUES = 1000;

/** Areas get one name each, as in results.csv: `Fulton` beside `Fulton County` would count twice. */
function readSectionJson(
  section: Section,
  text: string,
  { race, areas }: Pick<FileRequest, "race" | "areas">,
): ReadResult<Bodies> {
  const file = readJson(text, z.unknown());
  if ("faults" in file) return { ok: false, faults: file.faults };
  const issues = firstIssues(section, file.value);
  const checked =
    issues.length > 0 ? { ok: false as const, issues } : checkSource(section, file.value);
  const bodies: Bodies = checked.ok ? withAreaNames({ [section]: checked.value }, areas) : {};
  const wrong = checked.ok
    ? disagreements(section, bodies, race)
    : checked.issues.map((issue) => ({ ...issue, path: `${section}.${issue.path}` }));
  const faults = wrong.map(({ path, message, twin }) => {
    const [, ...steps] = path.split(".");
    const line = twin === undefined ? null : file.placeOf([steps[0] ?? "", twin]).line;
    return fault(line === null ? message : `${message} (line ${line} has it already)`, {
      ...file.placeOf(steps),
    });
  });
  return faults.length === 0
    ? { ok: true, value: bodies, warnings: [] }
    : { ok: false, faults: firstFaults(faults) };
}

/** What the race has to say against the section. */
function disagreements(section: Section, bodies: Bodies, race: RaceSource): readonly Issue[] {
  const issues = DEFINITIONS[section].check({ ...NO_SECTIONS, race, ...bodies });
  return issues.filter(({ path }) => path.startsWith(`${section}.`));
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
function firstIssues(section: Section, value: unknown): readonly Issue[] {
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
