import { readFile } from "node:fs/promises";
import type { DeskClient } from "../client/desk-client.ts";
import type { DeskSource } from "../client/source-client.ts";
import { fileOptions, isCsvSection, optionsHint } from "../file-options.ts";
import { CliProblem } from "../problem.ts";
import { raceAtDesk } from "../folder/race-of.ts";
import type { Section } from "../../race/sections/index.ts";
import type { Format } from "../../formats/format.ts";
import { type FormatName, FORMATS } from "../../formats/formats.ts";
import { type FileRead, readForRace } from "../../formats/read-for-race.ts";
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
  const warnings = read.warnings.map((fault) => ({ ...fault, file: path }));
  const { others = [] } = terms.file;
  if (isFirst) await decideOthers(read.value, { others, ask: terms.ask, path });
  if (isImported(read.value.format, terms))
    return { race: id, steps: [importStep(new Uint8Array(file), read.value, terms)], warnings: [] };
  const { bodies } = read.value;
  const listed =
    isFirst && race.areas.length === 0 && bodies.results
      ? await areasStep(bodies.results, sources, { id, path, terms })
      : null;
  const steps = sectionSteps(read.value, sources, terms);
  return {
    race: id,
    steps: listed?.step ? [listed.step, ...steps] : steps,
    warnings: [...warnings, ...(listed?.warnings ?? [])],
    ...(listed?.afterwards && { afterwards: listed.afterwards }),
  };
}

/** Whether a file goes to the desk as it is, which fills several sections from it in one step. */
export function isImported(format: FormatName, { section, apply }: PushTerms): boolean {
  const { parts }: Format = FORMATS[format];
  return parts !== undefined && section === null && apply !== "replace";
}

/** A file, or the part of one that has the race's contest, as a step of its own. */
export function importStep(
  bytes: Uint8Array<ArrayBuffer>,
  { format, contest }: Pick<FileRead, "format" | "contest">,
  { file: { source, asOf, round }, note, correction }: PushTerms,
): Step {
  const query = {
    format,
    ...(contest && { contest: contest.key }),
    ...(source !== undefined && { source }),
    ...(asOf !== undefined && { as_of: asOf }),
    ...(round !== undefined && { round: String(round) }),
  };
  const section = FORMATS[format].sections.join(" and ");
  return { section, file: { bytes, query }, fits: () => true, expected: null, note, correction };
}

/** What was read of a file, section by section. */
export function sectionSteps(
  { format, bodies }: FileRead,
  sources: { readonly [S in Section]?: Pick<DeskSource, "etag"> | null },
  { apply, note, correction }: PushTerms,
): readonly Step[] {
  const own = FORMATS[format].own !== undefined;
  const action = (apply ?? (own ? "replace" : "merge")) === "merge" ? "merge" : "put";
  return Object.entries(bodies).map(([name, body]): Step => {
    const filled = name as Section;
    const etag = sources[filled]?.etag ?? null;
    const write = { action, body: JSON.stringify(body), etag, note, correction } as const;
    return { section: filled, fits: () => true, expected: null, write };
  });
}
