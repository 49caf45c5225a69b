import type { RaceSource, RaceSourceInput } from "../../race/schema/race.ts";
import { areaKey, type ListedArea } from "../../race/sections/results/listed-areas.ts";
import { WHOLE_CONTEST } from "../../race/sections/results/source.ts";
import type { ReadResult } from "../text/faults.ts";
import { type Contest, type ContestFile, type ListedContest, listedContest } from "./contests.ts";
import { freeId, slug } from "./ids.ts";

/** What a file of results says of a race that isn't there yet. */
export type Outline = {
  readonly contest: ListedContest;
  readonly office: string;
  /** Null where the file doesn't say. */
  readonly jurisdiction: RaceSource["jurisdiction"] | null;
  readonly electionType: RaceSource["electionType"] | null;
  readonly isTest: boolean;
  readonly candidates: readonly OutlinedCandidate[];
  readonly areas: readonly ListedArea[];
  /** Whoever publishes the file; null where that isn't told by its format. */
  readonly source: NonNullable<RaceSourceInput["sources"]>[number] | null;
};

export type OutlinedCandidate = {
  readonly name: string;
  /** The file's own code, upper case. */
  readonly party: string | null;
  readonly incumbent: boolean;
  /** Its own id of the person, as an alias. */
  readonly alias: string | null;
};

/** Outlines of all contests of a file of results. */
export function outlinesOf(file: ReadResult<ContestFile>): ReadResult<readonly Outline[]> {
  return file.ok ? { ...file, value: file.value.contests.map(outlineOf) } : file;
}

/** An outline of what any contest says: its choices, but for pools of write-ins, and its areas. */
export function outlineOf(contest: Contest): Outline {
  return {
    contest: listedContest(contest),
    office: contest.title,
    jurisdiction: null,
    electionType: null,
    isTest: false,
    candidates: contest.choices
      .filter(({ writeIn }) => !writeIn)
      .map(({ name, party }) => ({ name, party, incumbent: false, alias: null })),
    areas: areasOf(contest),
    source: null,
  };
}

function areasOf({ counts }: Contest): readonly ListedArea[] {
  const names = new Map(counts.map(({ area }) => [areaKey(area), area] as const));
  names.delete(WHOLE_CONTEST);
  const ids = new Set<string>();
  return [...names.values()].map((name) => {
    const id = freeId(slug(name) || "area", ids);
    ids.add(id);
    return { id, name, aliases: [], precincts: null, registered: null };
  });
}
