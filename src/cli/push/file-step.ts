import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { SOURCE_NAMES, type SourceName } from "../../race/check.ts";
import type { DeskClient } from "../desk-client.ts";
import { CliProblem } from "../problem.ts";
import type { PushTerms } from "./find-steps.ts";
import type { Step } from "./step.ts";

/** The desk refuses what is larger. */
const MAX_BYTES = 5 * 1024 * 1024;

/** One file as it is: the desk reads it, so that it is read the same way whoever sends it. */
export async function fileStep(
  client: DeskClient,
  race: string,
  path: string,
  terms: PushTerms,
): Promise<Step> {
  const { note, correction, format, contest, apply } = terms;
  const body = await readFile(path);
  if (body.byteLength > MAX_BYTES)
    throw new CliProblem("problem", `${path} has more than 5 MB, the most that a desk takes`);
  const section = terms.section ?? sectionOf(path);
  const source = await client.source(race, section);
  const reading = {
    ...(format !== null && { format }),
    ...(contest !== null && { contest }),
  };
  const action = (apply ?? "replace") === "merge" ? "merge" : "put";
  const write = { action, body, etag: source?.etag ?? null, note, correction, reading } as const;
  return { section, fits: () => true, expected: null, write };
}

/** `polls.csv` and `results-cobb.json` say what they are; other names don't. */
function sectionOf(path: string): SourceName {
  const name = SOURCE_NAMES.find((section) => new RegExp(`^${section}\\b`).test(basename(path)));
  if (name !== undefined) return name;
  throw new CliProblem("usage", `which section is ${path}? Say --section <name>`);
}
