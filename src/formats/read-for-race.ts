import { checkRaceData } from "../race/check.ts";
import type { Issue } from "../race/checked.ts";
import type { RaceData } from "../race/schema/data.ts";
import type { RaceSource } from "../race/schema/race.ts";
import { decodeText } from "./text/decode.ts";
import { detect } from "./detect.ts";
import { fault, type Fault, firstFaults, type ReadResult } from "./text/faults.ts";
import { type FileRead, type FileToRead, readFile } from "./read.ts";
import { placeIssues, unknownSources } from "./topline/place-issues.ts";

/**
 * Reads a file into the section it fills, as `readFile` does, and checks that against its race.
 * Every fault is told, with its line and column wherever the file has them.
 * @param areas names under which the race has its areas already
 */
export function readForRace(
  given: Omit<FileToRead, "race">,
  race: RaceSource,
  areas: readonly string[] = [],
): ReadResult<FileRead> {
  const { candidates } = race;
  const read = readFile({ ...given, race: { candidates, areas } });
  if (!read.ok) return { ok: false, faults: withSources(read.faults, given, race) };
  const { section, source, format } = read.value;
  const data: RaceData = { ...NOTHING, race, [section]: source };
  const checked = checkRaceData(data);
  const issues = checked.ok
    ? []
    : checked.issues.filter(({ path }) => path.startsWith(`${section}.`));
  if (issues.length === 0) return read;
  const text = textOf(given.file);
  const faults =
    text !== null && (format === "csv" || format === "json")
      ? placeIssues(issues, text, format)
      : once(issues).map(({ path, message }) => fault(message, { field: path }));
  return { ok: false, faults: firstFaults(faults) };
}

/** A file of somebody else's has no place to show, and one wrong source would be told for each row. */
function once(issues: readonly Issue[]): readonly Issue[] {
  const first = new Map<string, Issue>();
  for (const issue of issues) if (!first.has(issue.message)) first.set(issue.message, issue);
  return [...first.values()];
}

const NOTHING = { polls: null, turnout: null, results: null, money: null };

/** Rows that can't be read keep the others from being checked: their sources are looked at here. */
function withSources(
  faults: readonly Fault[],
  { file, format }: Omit<FileToRead, "race">,
  { sources }: RaceSource,
): readonly Fault[] {
  const text = faults.some(({ line }) => line !== null) ? textOf(file) : null;
  if (text === null || (format ?? detect(text)?.format) !== "csv") return faults;
  const said = new Set(faults.map(({ line, column }) => `${line}:${column}`));
  const unknown = unknownSources(text, sources).filter(
    ({ line, column }) => !said.has(`${line}:${column}`),
  );
  const all = [...faults, ...firstFaults(unknown)];
  return all.toSorted(
    (a, b) => (a.line ?? Infinity) - (b.line ?? Infinity) || (a.column ?? 0) - (b.column ?? 0),
  );
}

function textOf(file: Uint8Array | string): string | null {
  if (typeof file === "string") return file;
  const text = decodeText(file);
  return text.ok ? text.value : null;
}
