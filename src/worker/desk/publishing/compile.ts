import type { Section } from "../../../race/sections/index.ts";
import { compileRace, type Stamp } from "../../../race/compile/compile-race.ts";
import type { RaceData } from "../../../race/schema/data.ts";
import { tablesOf } from "../../../formats/topline/section-csv.ts";
import type { Compiled } from "../../store/plan-publication.ts";
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
  const sections: Partial<Record<Section, Stamp>> = {};
  for (const name of ["polls", "turnout", "results", "money"] as const) {
    const head = heads[name];
    if (head) sections[name] = { revision: head.n, updatedAt: head.at };
  }
  const compiled = compileRace(data, {
    now: computedFor,
    revision,
    publication,
    updatedAt,
    sections,
    freshUntil: fresh,
  });
  return { ...compiled, csv: tablesOf(data) };
}
