import { readFile } from "node:fs/promises";
import type { DeskClient } from "../client/desk-client.ts";
import { fileOptions, isCsvSection, optionsHint } from "../file-options.ts";
import { CliProblem } from "../problem.ts";
import { raceAtDesk } from "../folder/race-of.ts";
import type { Section } from "../../race/sections/index.ts";
import { FORMATS } from "../../formats/formats.ts";
import { readForRace } from "../../formats/read-for-race.ts";
import { areasStep } from "./areas-step.ts";
import { decideOthers } from "./decide.ts";
import type { FoundSteps, PushTerms, Step } from "./step.ts";

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
  const { race, areas, isFirst, sources } = await raceAtDesk(client, id);
  const file = await readFile(path);
  const read = terms.reading(path, (progress) =>
    readForRace({ ...fileOptions({ ...terms.file, section }), file, race, areas, progress }),
  );
  if (!read.ok)
    throw new CliProblem(
      "problem",
      `nothing was sent: mend the faults first${optionsHint(read.faults)}`,
      {
        faults: read.faults.map((fault) => ({ ...fault, file: path })),
      },
    );
  const { format, bodies } = read.value;
  const { others = [] } = terms.file;
  if (isFirst) await decideOthers(read.value, { others, ask: terms.ask, path });
  const listed =
    isFirst && race.areas.length === 0 && bodies.results
      ? await areasStep(bodies.results, sources, { id, path, terms })
      : null;
  const own = FORMATS[format].own !== undefined;
  const action = (apply ?? (own ? "replace" : "merge")) === "merge" ? "merge" : "put";
  const steps = Object.entries(bodies).map(([name, body]): Step => {
    const filled = name as Section;
    const etag = sources[filled]?.etag ?? null;
    const write = { action, body: JSON.stringify(body), etag, note, correction } as const;
    return { section: filled, fits: () => true, expected: null, write };
  });
  return {
    race: id,
    steps: listed?.step ? [listed.step, ...steps] : steps,
    warnings: [
      ...read.warnings.map((fault) => ({ ...fault, file: path })),
      ...(listed?.warnings ?? []),
    ],
    ...(listed?.afterwards && { afterwards: listed.afterwards }),
  };
}
