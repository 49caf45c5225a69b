import { checkChange, SOURCE_NAMES, type SourceName } from "../../race/check.ts";
import type { RaceData } from "../../race/schema/data.ts";
import { asRaceData, type DeskData } from "../desk-data.ts";

/** One section that would be written, in its turn. */
export type PlannedWrite = {
  readonly section: SourceName;
  /** The race before and after it, if all writes before it are stored. */
  readonly before: RaceData | null;
  readonly after: RaceData;
  /** Whether the desk could take it with only these of the others stored. */
  readonly fits: (stored: readonly SourceName[]) => boolean;
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
    const next = left.find((name) => stands(state, withSections(state, local, [name])));
    const after = next && asRaceData(withSections(state, local, [next]));
    if (!next || !after) return { ok: false, stuck: left };
    const fits = (stored: readonly SourceName[]) =>
      stands(desk, withSections(desk, local, [...stored, next]));
    writes.push({ section: next, before: asRaceData(state), after, fits });
    state = after;
    left = left.filter((name) => name !== next);
  }
  return { ok: true, writes };
}

function withSections(desk: DeskData, local: RaceData, names: readonly SourceName[]): DeskData {
  return { ...desk, ...Object.fromEntries(names.map((name) => [name, local[name]])) };
}

function stands(before: DeskData, after: DeskData): boolean {
  const race = asRaceData(after);
  return race !== null && checkChange(asRaceData(before), race).ok;
}
