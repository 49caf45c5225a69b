import type { Revision } from "../../../contract/desk/revisions.ts";
import type { CompileContext } from "../../../race/compile/compile-race.ts";
import { SECTIONS } from "../../../race/sections/index.ts";
import type { RaceData } from "../../../race/schema/data.ts";
import type { Current } from "../storage/bodies.ts";
import type { HeldChange } from "../../../contract/desk/held.ts";
import { RULES } from "../../../race/gate/rules/index.ts";
import type { Marks, UnderReview } from "../../../race/schema/marks.ts";
import { getGateState } from "../storage/gate-state.ts";
import { listHeld } from "../storage/held.ts";
import { corrections } from "../storage/log.ts";

/** A document is read on phones; the desk has all of them. */
const MAX_UNDER_REVIEW = 40;

/** How much of each log the document carries, the latest. */
const MAX_LOGGED = 20;

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

/**
 * When each section last changed: with its own body, else with the race's. The publication's own
 * number would make a section's bytes new each time.
 */
export function sectionStamps(heads: Current["heads"]): NonNullable<CompileContext["sections"]> {
  const own: Readonly<Partial<Record<string, Revision | null>>> = heads;
  return Object.fromEntries(
    SECTIONS.flatMap((name) => {
      const head = own[name] ?? heads.race;
      return head ? [[name, { revision: head.n, updatedAt: head.at }]] : [];
    }),
  );
}

/** What readers are told of numbers that wait, are pinned, or stand still. */
export function marksIn(sql: SqlStorage): Marks {
  const { pins, paused, falls, callChanges } = getGateState(sql);
  return {
    underReview: listHeld(sql).flatMap(underReviewOf).slice(0, MAX_UNDER_REVIEW),
    pins: pins.map(({ pin: _, by: __, rows: ___, ...pin }) => pin),
    paused: paused.map(({ by: _, ...pause }) => pause),
    revisions: falls
      .slice(-MAX_LOGGED)
      .map(({ section, place, before, after, at }) => ({ section, ...place, before, after, at })),
    callChanges: callChanges.slice(-MAX_LOGGED),
  };
}

/** A race that would be taken away, and what waits for a pause to end, is nothing to review. */
function underReviewOf({ section, place, reasons, at }: HeldChange): UnderReview[] {
  const rule = RULES.find((name) => name === reasons[0]?.rule);
  return rule === undefined ? [] : [{ section, ...place, rule, since: at }];
}
