import { mkdir, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { readRaceFolder } from "../src/cli/folder/race-folder.ts";
import { compileRace } from "../src/race/compile/compile-race.ts";

// Writes a race's document as readers would get it, so that its size can be held to its limit.
const [folder, file] = process.argv.slice(2);
if (!folder || !file) throw new Error("usage: write-document.ts <race folder> <file>");

const race = await readRaceFolder(folder);
if (!race.ok)
  throw new Error(race.faults.map((f) => `${f.file}:${f.line} ${f.message}`).join("\n"));
const now = new Date().toISOString();
const { document } = compileRace(race.value, { now, updatedAt: now, revision: 1, publication: 1 });
await mkdir(dirname(file), { recursive: true });
await writeFile(file, JSON.stringify(document));
