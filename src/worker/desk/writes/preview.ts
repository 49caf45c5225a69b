import { compileRace } from "../../../race/compile/compile-race.ts";
import { diffDocuments } from "../../../race/diff/diff.ts";
import type { RaceData } from "../../../race/schema/data.ts";
import type { RaceDocument } from "../../../race/schema/document.ts";
import { withCorrections } from "../publishing/compile.ts";
import { isoTime } from "../desk.ts";
import type { Sound } from "./judge.ts";
import type { Preview } from "./outcome.ts";
import type { ProposedChange } from "./propose.ts";
import type { Turn } from "./take-turn.ts";
import type { Terms } from "./terms.ts";

/** What readers would see change if a proposal were stored; both sides as of now. */
export function preview(
  { door, desk }: Turn,
  { section, warnings }: ProposedChange,
  { before, after, reasons }: Sound,
  { correction }: Terms,
): Preview {
  const at = isoTime(door.now());
  const documentOf = (data: RaceData): RaceDocument => {
    const context = { now: at, revision: 0, publication: 0, updatedAt: at };
    return compileRace(desk ? withCorrections(desk.sql, data) : data, context).document;
  };
  const told = correction === null ? [] : [{ at, section, text: correction }];
  // A withdrawn race has no document to compare; its reason says what readers would miss.
  const changes =
    after === null
      ? []
      : diffDocuments(before && documentOf(before), documentOf(withMore(after, told)));
  return { kind: "preview", section, changes, reasons, warnings };
}

function withMore(data: RaceData, told: RaceData["race"]["corrections"]): RaceData {
  const corrections = [...data.race.corrections, ...told];
  return { ...data, race: { ...data.race, corrections } };
}
