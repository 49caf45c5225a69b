import { z } from "zod";
import { checkSource } from "../../race/check.ts";
import type { Issue } from "../../race/checked.ts";
import { resolveAreas } from "../match/areas.ts";
import { fault, type ReadResult } from "../text/faults.ts";
import { readJson } from "../text/json.ts";
import type { CsvSection, RaceContext, SectionSource } from "./section-csv.ts";

/** Rows that are checked at once, so that a list that is wrong throughout is given up early. */
const ROWS_AT_ONCE = 200;
const MAX_ISSUES = 1000;

/**
 * Reads a section as the JSON that an editor keeps it in: `{ "polls": […] }` and the like. Areas get
 * one name each, as in results.csv: `Fulton` sent after `Fulton County` would be counted twice.
 */
export function readSectionJson(
  section: CsvSection,
  text: string,
  { areas = [] }: Pick<RaceContext, "areas"> = {},
): ReadResult<SectionSource> {
  const json = readJson(text, z.unknown());
  if ("faults" in json) return { ok: false, faults: json.faults };
  const issues = firstIssues(section, json.value);
  const checked =
    issues.length > 0 ? { ok: false as const, issues } : checkSource(section, json.value);
  if (checked.ok) {
    const read = { section, source: checked.value } as SectionSource;
    return { ok: true, value: withAreaNames(read, areas), warnings: [] };
  }
  const faults = checked.issues.map(({ path, message }) =>
    fault(message, json.placeOf(path.split("."))),
  );
  return { ok: false, faults };
}

function withAreaNames(read: SectionSource, known: readonly string[]): SectionSource {
  if (read.section !== "results") return read;
  const { counts } = read.source;
  const areaName = resolveAreas(
    counts.map(({ area }) => area),
    known,
  );
  const named = counts.map((row) => ({ ...row, area: areaName(row.area) }));
  return { ...read, source: { counts: named } };
}

/** The same issues as of the whole, but no more than anyone mends before trying again. */
function firstIssues(section: CsvSection, value: unknown): readonly Issue[] {
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
