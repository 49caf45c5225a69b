import type { Revision } from "../../../contract/desk/revisions.ts";
import type { CompileContext } from "../../../race/compile/compile-race.ts";
import { SECTIONS } from "../../../race/sections/index.ts";
import type { Current } from "../storage/bodies.ts";
import type { HeldChange } from "../../../contract/desk/held.ts";
import { RULES } from "../../../race/gate/rules/index.ts";
import type { ToldCorrection } from "../../../race/schema/corrections.ts";
import type { Marks, UnderReview } from "../../../race/schema/marks.ts";
import { getGateState } from "../storage/gate-state.ts";
import { listHeld } from "../storage/held.ts";
import type { Logs } from "./logs.ts";

/** A document is read on phones; the desk has all of them. */
const MAX_UNDER_REVIEW = 40;

/** How much of each log the document carries, the latest; the logs' own addresses have all. */
const MAX_TOLD = { corrections: 5, revisions: 20, callChanges: 20 } as const;

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

/** What readers are told of numbers that wait, are pinned, or stand still, and the ends of logs. */
export function marksIn(sql: SqlStorage, { revisions, callChanges }: Logs): Marks {
  const { pins, paused } = getGateState(sql);
  return {
    underReview: listHeld(sql).flatMap(underReviewOf).slice(0, MAX_UNDER_REVIEW),
    pins: pins.map(({ pin: _, by: __, rows: ___, ...pin }) => pin),
    paused: paused.map(({ by: _, ...pause }) => pause),
    revisions: revisions.slice(-MAX_TOLD.revisions),
    callChanges: callChanges.slice(-MAX_TOLD.callChanges),
  };
}

/** The latest corrections. */
export function latestCorrections({ corrections }: Logs): readonly ToldCorrection[] {
  return corrections.slice(-MAX_TOLD.corrections);
}

/** A race that would be taken away, and what waits for a pause to end, is nothing to review. */
function underReviewOf({ section, place, reasons, at }: HeldChange): UnderReview[] {
  const rule = RULES.find((name) => name === reasons[0]?.rule);
  return rule === undefined ? [] : [{ section, ...place, rule, since: at }];
}
