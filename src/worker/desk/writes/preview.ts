import type { Compiled } from "../../../race/compile/compile-race.ts";
import { stampRace } from "../../../race/compile/stamp-race.ts";
import { diffDocuments } from "../../../race/diff/diff.ts";
import type { RaceData } from "../../../race/schema/data.ts";
import type { ToldCorrection } from "../../../race/schema/corrections.ts";
import { isoTime } from "../desk.ts";
import { logsOf } from "../publishing/logs.ts";
import { dataKey } from "../storage/bodies.ts";
import type { Sound } from "./judge.ts";
import type { Preview } from "./outcome.ts";
import type { Turn } from "./take-turn.ts";
import type { Terms } from "./terms.ts";

/** What readers would see change if a proposal were stored; both sides as of now. */
export function preview(
  { door, desk, current }: Turn,
  { before, after, doubts, proposal: { section, warnings } }: Sound,
  { correction }: Terms,
): Preview {
  const reasons = doubts.flatMap((doubt) => doubt.reasons);
  // A withdrawn race has no document to compare; its reason says what readers would miss.
  if (after === null) return { kind: "preview", section, changes: [], reasons, warnings };
  const now = door.now();
  const at = isoTime(now);
  const documentOf = (compiled: Compiled, data: RaceData, more: readonly ToldCorrection[]) => {
    const told = desk ? logsOf(desk.sql, data, { n: 0, at }).corrections : data.race.corrections;
    const corrections = [...told, ...more];
    const stamp = { revision: 0, publication: 0, updatedAt: at, corrections };
    return stampRace(compiled, data, stamp).document;
  };
  const was =
    before && documentOf(door.compiled.get(before, dataKey(current.heads), now), before, []);
  const more = correction === null ? [] : [{ at, section, text: correction }];
  const is = documentOf(after.compiled, after.data, more);
  return { kind: "preview", section, changes: diffDocuments(was, is), reasons, warnings };
}
