import { readFile } from "node:fs/promises";
import type { DeskClient } from "../desk-client.ts";
import { fileRequest, isCsvSection, optionsHint } from "../file-options.ts";
import { CliProblem } from "../problem.ts";
import { raceAtDesk } from "../race-of.ts";
import { readForRace } from "../../formats/read-for-race.ts";
import type { FoundSteps, PushTerms } from "./step.ts";

/**
 * One file, read here into the section it fills. Our own files are the whole section; what others
 * publish is added to it, since they don't know what else an editor keeps.
 */
export async function fileStep(
  client: DeskClient,
  id: string,
  path: string,
  terms: PushTerms,
): Promise<FoundSteps> {
  const { note, correction, apply } = terms;
  if (terms.section === "race")
    throw new CliProblem("usage", `${path} isn't called race.json: name it so, or its folder`);
  const section = isCsvSection(terms.section) ? terms.section : null;
  const { race, areas, sources } = await raceAtDesk(client, id);
  const file = await readFile(path);
  const read = readForRace({ file, ...fileRequest({ ...terms.file, section }) }, race, areas);
  if (!read.ok)
    throw new CliProblem(
      "problem",
      `nothing was sent: mend the faults first${optionsHint(read.faults)}`,
      {
        faults: read.faults.map((fault) => ({ ...fault, file: path })),
      },
    );
  const { format, section: filled, source } = read.value;
  const own = format === "csv" || format === "json";
  const action = (apply ?? (own ? "replace" : "merge")) === "merge" ? "merge" : "put";
  const etag = sources[filled]?.etag ?? null;
  const write = { action, body: JSON.stringify(source), etag, note, correction } as const;
  return {
    race: id,
    steps: [{ section: filled, fits: () => true, expected: null, write }],
    warnings: read.warnings.map((fault) => ({ ...fault, file: path })),
  };
}
