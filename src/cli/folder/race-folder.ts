import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { RaceData } from "../../race/schema/data.ts";
import { type Fault, fault } from "../../formats/text/faults.ts";
import { type FileOptions, NOTHING_SAID } from "../../formats/format.ts";
import { readRaceJson } from "../../formats/topline/race-json.ts";
import { NO_SECTIONS, SECTIONS } from "../../race/sections/index.ts";
import { readForRace } from "../../formats/read-for-race.ts";

/** A fault, and the file of the folder it is in. */
export type FolderFault = Fault & { readonly file: string };

export type FolderResult =
  | { readonly ok: true; readonly value: RaceData; readonly warnings: readonly FolderFault[] }
  | { readonly ok: false; readonly faults: readonly FolderFault[] };

const RACE_FILE = "race.json";

/** The formats in which a folder keeps a section: `calls.csv` or `calls.json`. */
const SECTION_FORMATS = ["csv", "json"] as const;

/** How an editor's spreadsheet writes the CSVs of a folder, where they leave a doubt. */
type HowWritten = Pick<FileOptions, "dates" | "decimal" | "encoding">;

/**
 * Reads race.json and the file beside it of each section, CSV or JSON; every fault of every file is
 * reported. A section with two files is a fault: nobody could say which one holds.
 */
export async function readRaceFolder(
  folder: string,
  said: HowWritten = NOTHING_SAID,
): Promise<FolderResult> {
  const bytes = await bytesOf(join(folder, RACE_FILE));
  if (bytes === null) return { ok: false, faults: [noRaceIn(folder)] };
  const race = readRaceJson(bytes);
  if (!race.ok) return { ok: false, faults: race.faults.map(inFile(RACE_FILE)) };

  const faults: FolderFault[] = [];
  const warnings: FolderFault[] = [];
  let data: RaceData = { race: race.value, ...NO_SECTIONS };
  for (const section of SECTIONS) {
    const files = await Promise.all(
      SECTION_FORMATS.map(async (format) => {
        const name = `${section}.${format}`;
        return { name, format, file: await bytesOf(join(folder, name)) };
      }),
    );
    const [first, second] = files.filter(({ file }) => file !== null);
    if (first?.file == null) continue;
    const { name, format, file } = first;
    if (second) {
      const message = `${name} and ${second.name} are both there: keep one of them`;
      faults.push({ ...fault(message), file: second.name });
      continue;
    }
    const read = readForRace({
      ...NOTHING_SAID,
      dates: said.dates,
      decimal: said.decimal,
      encoding: said.encoding,
      file,
      section,
      format,
      race: race.value,
      areas: [],
    });
    if (read.ok) {
      data = { ...data, ...read.value.bodies };
      warnings.push(...read.warnings.map(inFile(name)));
    } else faults.push(...read.faults.map(inFile(name)));
  }
  return faults.length > 0 ? { ok: false, faults } : { ok: true, value: data, warnings };
}

function inFile(file: string): (fault: Fault) => FolderFault {
  return (found) => ({ ...found, file });
}

function noRaceIn(folder: string): FolderFault {
  const message = `there is no race.json in ${folder}; name a race's folder, like races/us-ga-06-2017-runoff`;
  return { file: RACE_FILE, line: null, column: null, field: null, message };
}

async function bytesOf(path: string): Promise<Buffer | null> {
  try {
    return await readFile(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw error;
  }
}
