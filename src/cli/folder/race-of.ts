import { readFile, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import { WHOLE_CONTEST } from "../../race/sections/results/source.ts";
import type { RaceSource } from "../../race/schema/race.ts";
import { readRaceJson } from "../../formats/topline/race-json.ts";
import type { DeskClient } from "../client/desk-client.ts";
import type { DeskSources } from "../client/source-client.ts";
import { readDeskBody, readDeskData } from "../desk-data.ts";
import { CliProblem } from "../problem.ts";

/** What a file needs to know of its race to be read: whom names mean, and how places are called. */
export type RaceForFile = {
  readonly race: RaceSource;
  readonly areas: readonly string[];
  /** Whether it has no results yet, so that a person decides whom a count leaves among others. */
  readonly isFirst: boolean;
};

/** The race.json that lies beside a file; null where there is none. */
export async function raceBeside(path: string): Promise<RaceSource | null> {
  return raceIn(dirname(path));
}

/** The race.json of a folder; null where there is none. Problem `problem` where it has faults. */
export async function raceIn(folder: string): Promise<RaceSource | null> {
  const file = join(folder, "race.json");
  if ((await stat(file).catch(() => null)) === null) return null;
  const read = readRaceJson(await readFile(file));
  if (read.ok) return read.value;
  throw new CliProblem("problem", `${file} has faults: mend them first`, {
    faults: read.faults.map((fault) => ({ ...fault, file })),
  });
}

/** The race as its desk has it, with what it holds. */
export async function raceAtDesk(
  client: DeskClient,
  id: string,
): Promise<RaceForFile & { readonly sources: DeskSources }> {
  const sources = await client.sources.all(id);
  const { race, results } = readDeskData(sources);
  if (race === null)
    throw new CliProblem("problem", `there is no race ${id} at this desk: push its folder first`);
  const areas = new Set(results?.counts.map(({ area }) => area));
  areas.delete(WHOLE_CONTEST);
  return { race, areas: [...areas], isFirst: (results?.counts.length ?? 0) === 0, sources };
}

/** The race with what a file for its results has to know, and no more: for those who ask many. */
export async function raceForRows(
  client: DeskClient,
  id: string,
): Promise<RaceForFile & { readonly sources: Pick<DeskSources, "race" | "results"> }> {
  const [race, results] = await Promise.all([
    client.sources.get(id, "race"),
    client.sources.get(id, "results"),
  ]);
  if (race === null) throw new CliProblem("problem", `there is no race ${id} at this desk`);
  const parsed = (source: NonNullable<typeof race>) =>
    JSON.parse(new TextDecoder().decode(source.body)) as unknown;
  const counts = results ? readDeskBody("results", parsed(results)).counts : [];
  const areas = new Set(counts.map(({ area }) => area));
  areas.delete(WHOLE_CONTEST);
  return {
    race: readDeskBody("race", parsed(race)),
    areas: [...areas],
    isFirst: counts.length === 0,
    sources: { race, results },
  };
}
