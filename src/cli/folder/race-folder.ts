import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { RaceData } from "../../race/schema/data.ts";
import type { Fault } from "../../formats/text/faults.ts";
import { NOTHING_SAID } from "../../formats/format.ts";
import { readRaceJson } from "../../formats/topline/race-json.ts";
import { NO_SECTIONS, SECTIONS } from "../../race/sections/index.ts";
import { readForRace } from "../../formats/read-for-race.ts";

/** A fault, and the file of the folder it is in. */
export type FolderFault = Fault & { readonly file: string };

export type FolderResult =
  | { readonly ok: true; readonly value: RaceData; readonly warnings: readonly FolderFault[] }
  | { readonly ok: false; readonly faults: readonly FolderFault[] };

const RACE_FILE = "race.json";

/** Reads race.json and the CSV beside it of each section; every fault of every file is reported. */
export async function readRaceFolder(folder: string): Promise<FolderResult> {
  const bytes = await bytesOf(join(folder, RACE_FILE));
  if (bytes === null) return { ok: false, faults: [noRaceIn(folder)] };
  const race = readRaceJson(bytes);
  if (!race.ok) return { ok: false, faults: race.faults.map(inFile(RACE_FILE)) };

  const faults: FolderFault[] = [];
  const warnings: FolderFault[] = [];
  let data: RaceData = { race: race.value, ...NO_SECTIONS };
  for (const section of SECTIONS) {
    const name = `${section}.csv`;
    const file = await bytesOf(join(folder, name));
    if (file === null) continue;
    const read = readForRace({
      ...NOTHING_SAID,
      file,
      section,
      format: "csv",
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
  return (fault) => ({ ...fault, file });
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
