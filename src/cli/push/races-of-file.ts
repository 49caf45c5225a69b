import { readFile } from "node:fs/promises";
import { matchesGlob } from "../../contract/glob.ts";
import { chooseFormat } from "../../formats/choose-format.ts";
import type { FileParts } from "../../formats/format.ts";
import { contestName } from "../../formats/match/find-contest.ts";
import { type ListedContest, listedContest } from "../../formats/match/contests.ts";
import { readForRace, textOf } from "../../formats/read-for-race.ts";
import type { ReadResult } from "../../formats/text/faults.ts";
import type { DeskClient } from "../client/desk-client.ts";
import { fileOptions, optionsHint } from "../file-options.ts";
import { undecided, unlistedFault } from "../folder/unlisted.ts";
import { raceForRows } from "../folder/race-of.ts";
import { inParallel } from "../in-parallel.ts";
import type { Output } from "../output.ts";
import { CliProblem } from "../problem.ts";
import { importStep, isImported, sectionSteps } from "./file-step.ts";
import type { Job, ManyJobs } from "./job.ts";
import type { PushTerms, Step } from "./step.ts";

/**
 * Finds for each race whose id a glob names its contest in one file: by what race.json says of it
 * (`contests`), else by its candidates.
 */
export async function racesOfFile(
  client: DeskClient,
  { path, glob }: { readonly path: string; readonly glob: string },
  terms: PushTerms,
  output: Output,
): Promise<ManyJobs> {
  const { desks } = await client.desks();
  const ids = desks.map(({ race }) => race).filter((race) => matchesGlob(glob, race));
  if (ids.length === 0)
    throw new CliProblem("usage", `no race that the token is for is called like ${glob}`);
  const section = terms.section === "race" ? null : terms.section;
  const options = fileOptions({ ...terms.file, section });
  const text = good(textOf(await readFile(path), options.sheet), path);
  const { format } = good(chooseFormat(text, options), path);
  const listed = format.contests && good(format.contests(text), path);
  const parts = format.parts && good(format.parts(text), path);
  const all = new Map<string, ListedContest>(
    (listed ?? []).map((one) => [one.key, listedContest(one)]),
  );
  const taken = new Set<string>();
  const find = async (id: string): Promise<Job | ManyJobs["without"][number]> => {
    const { race, areas, isFirst, sources } = await raceForRows(client, id);
    const read = readForRace({ ...options, file: text, race, areas });
    if (!read.ok) return { race: id, reason: read.faults[0]?.message ?? "it can't be read" };
    const { contest, contests, unlisted = [] } = read.value;
    for (const one of contests) if (!all.has(one.key)) all.set(one.key, one);
    if (contest) taken.add(contest.key);
    // Nobody is asked about thirty races: who isn't listed is said, with what to do.
    const [stranger] = isFirst ? undecided(unlisted, terms.file.others ?? []) : [];
    if (stranger) return { race: id, reason: unlistedFault(stranger).message };
    const steps: readonly Step[] = isImported(read.value.format, terms)
      ? [importStep(partOf(text, parts, contest), read.value, terms)]
      : sectionSteps(read.value, sources, terms);
    // What was left out of the whole file is no news of this race's part.
    return {
      race: id,
      what: contest ? contestName(contest) : format.title,
      find: () => Promise.resolve({ race: id, steps, warnings: [] }),
    };
  };
  const found = await inParallel(ids, find, (count) =>
    output.progress(`${count} of ${ids.length} races looked up …`),
  ).finally(() => output.progress(""));
  return {
    jobs: found.flatMap((one) => ("find" in one ? [one] : [])),
    without: found.flatMap((one) => ("reason" in one ? [one] : [])),
    notTaken: [...all.values()].filter(({ key }) => !taken.has(key)),
  };
}

/** The race's contest alone, where the format can be cut; a state may stand before its key. */
function partOf(
  text: string,
  file: FileParts | undefined,
  contest: ListedContest | undefined,
): Uint8Array<ArrayBuffer> {
  const key = contest?.key ?? "";
  const part = file?.parts.get(key) ?? file?.parts.get(key.replace(/^[A-Z]{2}-/, ""));
  return new TextEncoder().encode(part ?? text);
}

function good<T>(read: ReadResult<T>, path: string): T {
  if (read.ok) return read.value;
  const faults = read.faults.map((fault) => ({ ...fault, file: path }));
  throw new CliProblem("problem", `nothing was sent: mend the faults first${optionsHint(faults)}`, {
    faults,
  });
}
