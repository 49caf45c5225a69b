import { SECTIONS } from "../../../race/sections/index.ts";
import {
  type CompileContext,
  type Compiled,
  compileRace,
} from "../../../race/compile/compile-race.ts";
import type { Revision } from "../../../contract/desk/revisions.ts";
import type { RaceData } from "../../../race/schema/data.ts";
import type { Current } from "../storage/bodies.ts";
import type { FreshUntil } from "../feeds/fresh-until.ts";
import { corrections } from "../storage/log.ts";

/** What a publication is made of, taken at one moment. */
export type Snapshot = {
  readonly current: Current;
  readonly data: RaceData;
  /** The moment to compute for, unless the race pins its own. */
  readonly computedFor: string;
  /** Until when each section's feeds promise that it is fresh. */
  readonly fresh: FreshUntil;
};

/**
 * The race with the corrections that its revisions tell of. They live in the history, so that
 * replacing race.json can't lose one.
 */
export function withCorrections(sql: SqlStorage, data: RaceData): RaceData {
  const told = corrections(sql).map(({ at, section, correction }) => ({
    at,
    section,
    text: correction ?? "",
  }));
  if (told.length === 0) return data;
  const all = [...data.race.corrections, ...told].toSorted(
    (a, b) => Date.parse(a.at) - Date.parse(b.at),
  );
  return { ...data, race: { ...data.race, corrections: all } };
}

/** Everything readers can ask for, as publication number `publication`. */
export function compileForReaders(
  { current, data, computedFor, fresh }: Snapshot,
  publication: number,
  updatedAt: string,
): Compiled {
  const { heads, revision } = current;
  return compileRace(data, {
    now: computedFor,
    revision,
    publication,
    updatedAt,
    sections: sectionStamps(heads),
    freshUntil: fresh,
  });
}

/**
 * When each section last changed: with its own body, else with the race's. The publication's own
 * number would make a section's bytes new each time.
 */
function sectionStamps(heads: Current["heads"]): NonNullable<CompileContext["sections"]> {
  const own: Partial<Record<string, Revision | null>> = heads;
  return Object.fromEntries(
    SECTIONS.flatMap((name) => {
      const head = own[name] ?? heads.race;
      return head ? [[name, { revision: head.n, updatedAt: head.at }]] : [];
    }),
  );
}
