import { existsSync } from "node:fs";
import { cp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { NIGHT_MOMENTS, writeNightFolder } from "./night-folder.ts";

const FIXTURES = join(import.meta.dirname, "races");
const NIGHT = "us-ga-06-2017-night";

/**
 * The races that a checkout is compared by: its own, the fixtures beside this file, and moments of
 * its recorded night. Gives folders as that checkout reads them.
 * @param into an empty folder for those that are made
 */
export async function raceFolders(checkout: string, into: string): Promise<readonly string[]> {
  const own = await readdir(join(checkout, "races"));
  const folders = own.map((id) => join(checkout, "races", id));
  const made: string[] = [];
  for (const id of await readdir(FIXTURES)) {
    await cp(join(FIXTURES, id), join(into, id), { recursive: true });
    made.push(join(into, id));
  }
  for (const moment of NIGHT_MOMENTS)
    made.push(await writeNightFolder(join(checkout, "races", NIGHT), into, moment));
  if (!existsSync(join(checkout, "src/race/sections/calls")))
    for (const folder of made) await putCallsIntoRace(folder);
  return [...folders, ...made];
}

/** Calls were a field of race.json before they became a section. */
async function putCallsIntoRace(folder: string): Promise<void> {
  const file = join(folder, "calls.csv");
  if (!existsSync(file)) return;
  const rows = parse(await readFile(file), { columns: true }) as Record<string, string>[];
  const calls = rows.map((row) => ({ ...row, round: Number(row["round"] ?? 1) }));
  const race = JSON.parse(await readFile(join(folder, "race.json"), "utf8")) as object;
  await writeFile(join(folder, "race.json"), JSON.stringify({ ...race, calls }));
  await rm(file);
}
