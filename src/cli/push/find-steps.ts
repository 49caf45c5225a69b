import { stat } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import type { DeskClient } from "../client/desk-client.ts";
import { CliProblem } from "../problem.ts";
import { fileOptions } from "../file-options.ts";
import { readRaceFolder } from "../folder/race-folder.ts";
import { raceBeside } from "../folder/race-of.ts";
import { fileStep } from "./file-step.ts";
import { folderSteps } from "./folder-steps.ts";
import type { FoundSteps, PushTerms } from "./step.ts";

/** Reads what is at a path, asks the desk what it has, and says what there is to send. */
export async function findSteps(
  client: DeskClient,
  path: string,
  terms: PushTerms,
): Promise<FoundSteps> {
  const found = await stat(path).catch(() => null);
  if (found === null) throw new CliProblem("usage", `there is no ${path}`);
  if (found.isDirectory()) return stepsOfFolder(client, path, terms);
  if (basename(path) === "race.json")
    return stepsOfFolder(client, dirname(path), { ...terms, section: "race" });
  const race = terms.race ?? (await raceBeside(path))?.id;
  if (race === undefined)
    throw new CliProblem("usage", `which race is ${path} of? Say --race <id>`);
  return fileStep(client, race, path, terms);
}

async function stepsOfFolder(
  client: DeskClient,
  folder: string,
  terms: PushTerms,
): Promise<FoundSteps> {
  const { section, correction, note } = terms;
  const read = await readRaceFolder(folder, fileOptions({ ...terms.file, section: null }));
  if (!read.ok)
    throw new CliProblem("problem", "nothing was sent: mend the faults first", {
      faults: read.faults.map((fault) => ({ ...fault, file: join(folder, fault.file) })),
    });
  const race = read.value.race.id;
  if (terms.race !== null && terms.race !== race)
    throw new CliProblem("usage", `${folder} is the folder of ${race}, not of ${terms.race}`);
  const sources = await client.sources.all(race);
  const now = new Date().toISOString();
  const steps = folderSteps(read.value, sources, {
    only: section,
    terms: { note, correction },
    now,
  });
  if (correction !== undefined && steps.length > 1)
    throw new CliProblem(
      "usage",
      `a correction is about one section, and ${steps.map((step) => step.section).join(", ")} would change: name it with --section`,
    );
  const warnings = read.warnings.map((fault) => ({ ...fault, file: join(folder, fault.file) }));
  return { race, steps, warnings };
}
