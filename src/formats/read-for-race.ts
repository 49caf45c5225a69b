import { checkRaceData } from "../race/check.ts";
import type { Issue } from "../race/checked.ts";
import type { RaceSource } from "../race/schema/race.ts";
import { NO_SECTIONS, type Section } from "../race/sections/index.ts";
import { chooseFormat } from "./choose-format.ts";
import type { Bodies, FileOptions, Format, Found, RaceOfFile, Progress } from "./format.ts";
import type { FormatName } from "./formats.ts";
import { withListedAreas } from "./match/listed-areas.ts";
import { onlyPopulation } from "./match/pick-polls.ts";
import type { Encoding } from "../race/schema/written.ts";
import { decodeText } from "./text/decode.ts";
import { type Fault, fault, firstFaults, type ReadResult, refused } from "./text/faults.ts";
import { personalDataFault } from "./text/personal-data.ts";
import { isZip, openZip, unzipOne } from "./text/unzip.ts";
import { sheetText } from "./xlsx/sheet-text.ts";
import { isWorkbook } from "./xlsx/workbook.ts";

export type FileToRead = FileOptions &
  RaceOfFile & {
    readonly file: Uint8Array | string;
    readonly progress?: Progress;
    /** The section to fill; null fills whatever the file is about. */
    readonly section: Section | null;
  };

/** What a file has for its race, and the format it was in. */
export type FileRead = Found & { readonly format: FormatName };

/**
 * Reads any file that Topline knows into the sections it fills, and checks them against their race.
 * Zips are opened, formats told by content, and files that list people are refused before anything
 * of them is read. Never throws: whatever is wrong is a fault, with its line and column wherever
 * the file has them, and what to do.
 */
export function readForRace(request: FileToRead): ReadResult<FileRead> {
  const { progress } = request;
  const decoded = textOf(request.file, request.sheet, request.encoding, progress);
  if (!decoded.ok) return decoded;
  const text = decoded.value;
  const before = decoded.warnings;
  const personal = personalDataFault(text);
  if (personal !== null) return { ok: false, faults: [personal] };
  const chosen = chooseFormat(text, request);
  if (!chosen.ok) return chosen;
  const { format, look } = chosen.value;
  const source = request.source ?? publisherOf(format, request.race);
  if (!format.own && !source) return NO_SOURCE;
  const read = format.read(text, { ...request, format: format.name, look, source: source ?? "" });
  if (!read.ok) return read;
  const { bodies, areas = [] } = read.value;
  const faults = format.own ? [] : disagreements(bodies, request.race);
  if (faults.length > 0) return { ok: false, faults: firstFaults(faults) };
  const kept = onlyPopulation(bodies, request.population);
  const all = { areas: [...request.race.areas, ...areas] };
  const named = withListedAreas(kept.bodies, all, request.areas);
  return {
    ok: true,
    value: { ...read.value, bodies: named.bodies, format: format.name },
    warnings: [...before, ...read.warnings, ...kept.warnings, ...named.warnings],
  };
}

/** The one of the race's sources that publishes files of this format; null where none is, or two. */
function publisherOf({ publisher }: Format, { sources }: RaceSource): string | null {
  if (publisher === undefined) return null;
  const [first, ...more] = sources.filter(
    ({ id, name }) => publisher.test(id) || publisher.test(name),
  );
  return first && more.length === 0 ? first.id : null;
}

/** The text of a file: of a workbook's sheet, of what is inside a zip, in whichever encoding it names. */
export function textOf(
  file: Uint8Array | string,
  sheet: string | null = null,
  encoding: Encoding | null = null,
  progress?: Progress,
): ReadResult<string> {
  if (typeof file === "string") return { ok: true, value: file, warnings: [] };
  if (!isZip(file)) return decodeText(file, encoding);
  const zip = openZip(file);
  if (!zip.ok) return zip;
  if (isWorkbook(zip.value)) return sheetText(zip.value, sheet, progress);
  const unzipped = unzipOne(file);
  if (!unzipped.ok) return unzipped;
  return isZip(unzipped.value.bytes)
    ? refused("the zip holds another zip: send what is inside")
    : decodeText(unzipped.value.bytes, encoding);
}

/** What the race has to say against what was read. */
function disagreements(bodies: Bodies, race: RaceSource): readonly Fault[] {
  const checked = checkRaceData({ ...NO_SECTIONS, race, ...bodies });
  if (checked.ok) return [];
  const filled = Object.keys(bodies);
  const issues = checked.issues.filter(({ path }) => filled.includes(path.split(".", 1)[0] ?? ""));
  return once(issues).map(({ path, message }) => fault(message, { field: path }));
}

/** A file of others has no place to show, and one wrong source would be told for each row. */
function once(issues: readonly Issue[]): readonly Issue[] {
  const first = new Map<string, Issue>();
  for (const issue of issues) if (!first.has(issue.message)) first.set(issue.message, issue);
  return [...first.values()];
}

const NO_SOURCE = refused(
  "the file doesn't name one of the race's sources: say which to credit as source",
  { field: "source" },
);
