import { checkRaceData, SOURCE_NAMES, type SourceName } from "../../race/check.ts";
import type { RaceData } from "../../race/schema/data.ts";
import { asRaceData, type DeskData } from "../desk-data.ts";

/** One section that would be written, in its turn. */
export type PlannedWrite = {
  readonly section: SourceName;
  /** The race before and after it, if all writes before it are stored. */
  readonly before: RaceData | null;
  readonly after: RaceData;
  /** It needs none of the writes before it: the desk can judge it now. */
  readonly alone: boolean;
};

export type PushPlan =
  | { readonly ok: true; readonly writes: readonly PlannedWrite[] }
  | { readonly ok: false; readonly stuck: readonly SourceName[] };

/** The sections that differ from the desk's, `only` one where that is asked for. */
export function changedSections(
  local: RaceData,
  desk: DeskData,
  only: SourceName | null,
): readonly SourceName[] {
  return SOURCE_NAMES.filter((name) => only === null || name === only).filter((name) => {
    const body = local[name];
    if (body === null) return false;
    const rows = name === "race" ? 1 : Object.values(body).flat().length;
    // A template nobody has filled is no section.
    if (desk[name] === null && rows === 0) return false;
    return JSON.stringify(body) !== JSON.stringify(desk[name]);
  });
}

/**
 * Puts the sections into an order in which each can stand when it arrives: race.json before a poll
 * that names its new source, but after the last poll that names a source it takes away. `stuck`
 * are those that wait for each other.
 */
export function planPush(
  local: RaceData,
  desk: DeskData,
  sections: readonly SourceName[],
): PushPlan {
  const writes: PlannedWrite[] = [];
  let state = desk;
  let left = sections;
  while (left.length > 0) {
    const next = left.find((name) => stands({ ...state, [name]: local[name] }));
    const after = next && asRaceData({ ...state, [next]: local[next] });
    if (!next || !after) return { ok: false, stuck: left };
    const alone = stands({ ...desk, [next]: local[next] });
    writes.push({ section: next, before: asRaceData(state), after, alone });
    state = after;
    left = left.filter((name) => name !== next);
  }
  return { ok: true, writes };
}

function stands(data: DeskData): boolean {
  const race = asRaceData(data);
  return race !== null && checkRaceData(race).ok;
}
