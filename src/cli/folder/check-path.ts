import { readFile, stat } from "node:fs/promises";
import { basename, join } from "node:path";
import type { RaceData } from "../../race/schema/data.ts";
import type { RaceSource } from "../../race/schema/race.ts";
import { decodeText } from "../../formats/text/decode.ts";
import { DEFINITIONS, NO_SECTIONS, SECTIONS, type Section } from "../../race/sections/index.ts";
import { FORMATS } from "../../formats/formats.ts";
import type { Fault, ReadResult } from "../../formats/text/faults.ts";
import type { FileRead, FileToRead } from "../../formats/read-for-race.ts";
import { readRaceJson } from "../../formats/topline/race-json.ts";
import type { Output } from "../output.ts";
import { CliProblem, type FileFault } from "../problem.ts";
import { readRaceFolder } from "./race-folder.ts";
import type { RaceForFile } from "./race-of.ts";
import { readToCheck } from "./read-to-check.ts";
import { undecided, unlistedFault } from "./unlisted.ts";
import { isEventsCsv, readEventsCsv } from "../replay/events.ts";

/** What is at a path, when nothing is wrong with it; or everything that is. */
export type Checked =
  | {
      readonly ok: true;
      /** In a line, for people: "14 polls, 8 turnout counts". */
      readonly holds: string;
      readonly facts: Readonly<Record<string, unknown>>;
      /** The race with what was read for it; null where that fills no section. */
      readonly data: RaceData | null;
      readonly warnings: readonly FileFault[];
    }
  | { readonly ok: false; readonly faults: readonly FileFault[] };

/**
 * Checks a race's folder or any file that is read.
 * @param findRace asked only for files that need a race to be understood
 * @param now ISO 8601 with its zone
 */
export async function checkPath(
  path: string,
  request: Omit<FileToRead, "file" | "race" | "areas"> & { readonly others?: readonly string[] } & {
    readonly reading?: Output["reading"];
  },
  findRace: () => Promise<RaceForFile>,
  now: string,
): Promise<Checked> {
  const found = await stat(path).catch(() => null);
  if (found === null) throw new CliProblem("usage", `there is no ${path}`);
  if (found.isDirectory()) return checkFolder(path, request);
  const file = await readFile(path);
  if (basename(path) === "race.json")
    return told(path, readRaceJson(file), ({ title }) => `race.json of ${title}`);
  const { race, areas, isFirst } = await findRace();
  const text = decodeText(file);
  if (text.ok && isEventsCsv(text.value)) return checkEvents(path, text.value, race);
  const { reading = (_file, run) => run(() => {}) } = request;
  const read = reading(path, (progress) =>
    readToCheck({ ...request, file, race, areas, progress }, now),
  );
  return told(
    path,
    isFirst ? withOthers(read, request.others ?? []) : read,
    ({ bodies, format }) => `${FORMATS[format].title}: ${rowsOf(bodies).join(", ")}`,
    ({ bodies, format, contests }) => ({ sections: Object.keys(bodies), format, contests }),
    ({ bodies }) => ({ ...NO_SECTIONS, race, ...bodies }),
  );
}

export async function checkFolder(
  folder: string,
  request: Parameters<typeof readRaceFolder>[1],
): Promise<Checked> {
  const read = await readRaceFolder(folder, request);
  const inFolder = (fault: FileFault) => ({ ...fault, file: join(folder, fault.file ?? "") });
  if (!read.ok) return { ok: false, faults: read.faults.map(inFolder) };
  const { race, ...sections } = read.value;
  return {
    ok: true,
    holds: [`race.json of ${race.title}`, ...rowsOf(sections)].join(", "),
    facts: { race: race.id },
    data: read.value,
    warnings: read.warnings.map(inFolder),
  };
}

/** A race's first count waits until somebody has said who stays among others. */
function withOthers(read: ReadResult<FileRead>, others: readonly string[]): ReadResult<FileRead> {
  if (!read.ok) return read;
  const open = undecided(read.value.unlisted ?? [], others);
  return open.length === 0 ? read : { ok: false, faults: open.map(unlistedFault) };
}

function checkEvents(path: string, text: string, race: RaceSource): Checked {
  return told(path, readEventsCsv(text, race), (events) => {
    const counts = events.reduce((sum, event) => sum + event.counts.length, 0);
    return `a recorded night: ${events.length} reports with ${counts} counts`;
  });
}

function told<T>(
  file: string,
  read: ReadResult<T>,
  holds: (value: T) => string,
  facts: (value: T) => Readonly<Record<string, unknown>> = () => ({}),
  data: (value: T) => RaceData | null = () => null,
): Checked {
  const inFile = (fault: Fault): FileFault => ({ ...fault, file });
  if (!read.ok) return { ok: false, faults: read.faults.map(inFile) };
  const warnings = read.warnings.map(inFile);
  const { value } = read;
  return { ok: true, holds: holds(value), facts: facts(value), data: data(value), warnings };
}

/** How many rows each section that is filled has, in words. */
function rowsOf(bodies: { readonly [S in Section]?: RaceData[S] }): readonly string[] {
  return SECTIONS.flatMap((section) => {
    const body = bodies[section] ?? null;
    if (body === null) return [];
    const { length } = Object.values(body).flat();
    return [`${length} ${DEFINITIONS[section].rows.name}${length === 1 ? "" : "s"}`];
  });
}
