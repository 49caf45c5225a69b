import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { checkRaceData, checkSource } from "../race/check.ts";
import type { Issue } from "../race/checked.ts";
import type { RaceData } from "../race/schema/data.ts";
import type { RaceSource } from "../race/schema/race.ts";
import { parseLocatedJson } from "../formats/json-position.ts";
import type { Fault, ReadResult } from "../formats/read-result.ts";
import { readMoneyCsv } from "../formats/topline/money.ts";
import { readPollsCsv } from "../formats/topline/polls.ts";
import { readResultsCsv } from "../formats/topline/results.ts";
import { readTurnoutCsv } from "../formats/topline/turnout.ts";

/** A fault, and the file of the folder it is in. */
export type FolderFault = Fault & { readonly file: string };

export type FolderResult =
  | { readonly ok: true; readonly value: RaceData; readonly warnings: readonly FolderFault[] }
  | { readonly ok: false; readonly faults: readonly FolderFault[] };

const READERS = {
  polls: readPollsCsv,
  turnout: readTurnoutCsv,
  results: readResultsCsv,
  money: readMoneyCsv,
} as const;
type Table = keyof typeof READERS;

/** Reads race.json and the CSV beside it of each section; every fault of every file is reported. */
export async function readRaceFolder(folder: string): Promise<FolderResult> {
  const text = await textOf(join(folder, "race.json"));
  if (text === null)
    return failed([
      {
        file: "race.json",
        line: null,
        column: null,
        field: null,
        message: `there is no race.json in ${folder}; name a race's folder, like races/us-ga-06-2017-runoff`,
      },
    ]);
  const race = readRaceJson(text);
  if (!race.ok) return failed(race.faults.map((fault) => ({ ...fault, file: "race.json" })));

  const faults: FolderFault[] = [];
  const warnings: FolderFault[] = [];
  const sections: Partial<Record<Table, unknown>> = {};
  for (const name of Object.keys(READERS) as Table[]) {
    const file = `${name}.csv`;
    const csv = await textOf(join(folder, file));
    if (csv === null) continue;
    const read: ReadResult<unknown> = READERS[name](csv, { candidates: race.value.candidates });
    if (read.ok) {
      sections[name] = read.value;
      warnings.push(...read.warnings.map((fault) => ({ ...fault, file })));
    } else faults.push(...read.faults.map((fault) => ({ ...fault, file })));
  }
  if (faults.length > 0) return failed(faults);

  const data = {
    race: race.value,
    polls: null,
    turnout: null,
    results: null,
    money: null,
    ...sections,
  } as RaceData;
  const checked = checkRaceData(data);
  if (!checked.ok) return failed(checked.issues.map((issue) => fromIssue(issue, text)));
  return { ok: true, value: data, warnings };
}

/** Parses and guards one race.json; faults name its lines. */
export function readRaceJson(text: string): ReadResult<RaceSource> {
  const json = parseLocatedJson(text);
  if ("fault" in json) return { ok: false, faults: [json.fault] };
  const checked = checkSource("race", json.value);
  if (checked.ok) return { ok: true, value: checked.value, warnings: [] };
  return {
    ok: false,
    faults: checked.issues.map(({ path, message }) => ({ ...json.at(path), field: path, message })),
  };
}

/** An issue's path starts with the body's name: `race.…` is race.json, `polls.polls.3.…` row 4 of polls.csv. */
function fromIssue({ path, message }: Issue, raceJson: string): FolderFault {
  const [body = "race", ...rest] = path.split(".");
  if (body !== "race") {
    const row = rest.find((key) => /^\d+$/.test(key));
    const field = `${path}${row === undefined ? "" : ` (entry ${Number(row) + 1})`}`;
    return { file: `${body}.csv`, line: null, column: null, field, message };
  }
  const json = parseLocatedJson(raceJson);
  const at = "at" in json ? json.at(rest.join(".")) : { line: null, column: null };
  return { file: "race.json", ...at, field: rest.join("."), message };
}

function failed(faults: readonly FolderFault[]): FolderResult {
  return { ok: false, faults };
}

async function textOf(path: string): Promise<string | null> {
  try {
    return await readFile(path, "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw error;
  }
}
