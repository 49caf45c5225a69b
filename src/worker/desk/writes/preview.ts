import type { Compiled } from "../../../race/compile/compile-race.ts";
import { stampRace } from "../../../race/compile/stamp-race.ts";
import { diffDocuments } from "../../../race/diff/diff.ts";
import type { RaceData } from "../../../race/schema/data.ts";
import type { RaceDocument } from "../../../race/schema/document.ts";
import { isoTime } from "../desk.ts";
import { withCorrections } from "../publishing/stamp.ts";
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
  const documentOf = (compiled: Compiled, data: RaceData): RaceDocument =>
    stampRace(compiled, data, { revision: 0, publication: 0, updatedAt: at }).document;
  const told = (data: RaceData) => (desk ? withCorrections(desk.sql, data) : data);
  const was =
    before && documentOf(door.compiled.get(before, dataKey(current.heads), now), told(before));
  const more = correction === null ? [] : [{ at, section, text: correction }];
  const is = documentOf(after.compiled, withMore(told(after.data), more));
  return { kind: "preview", section, changes: diffDocuments(was, is), reasons, warnings };
}

function withMore(data: RaceData, told: RaceData["race"]["corrections"]): RaceData {
  const corrections = [...data.race.corrections, ...told];
  return { ...data, race: { ...data.race, corrections } };
}
