import type { Row } from "../../../race/gate/rows.ts";
import { rowsOf } from "../../../race/gate/rows.ts";
import { DEFINITIONS, type Section } from "../../../race/sections/index.ts";
import type { BodySet } from "../storage/bodies.ts";
import { getGateState, type Pin } from "../storage/gate-state.ts";
import { senderOf } from "./judge.ts";
import type { ProposedChange } from "./propose.ts";
import type { Terms } from "./terms.ts";

/** A feed's proposal, with every figure in it that an editor has pinned as the editor has it. */
export function withPins(
  sql: SqlStorage,
  proposal: ProposedChange,
  { author }: Terms,
): ProposedChange {
  const { section, body } = proposal;
  if (senderOf(author) === "person" || section === "race" || body === null) return proposal;
  const pins = getGateState(sql).pins.filter((pin) => pin.section === section);
  if (pins.length === 0) return proposal;
  const { list } = DEFINITIONS[section].rows;
  const sent = rowsOf({ [section]: body } as never, section);
  const rows = pins.reduce(replacePinned, sent);
  return { ...proposal, body: { [list]: rows } as BodySet[Section], stored: null };
}

/** Whether a row is one that a pin speaks of: every part of its place is the row's. */
export function isPinned(
  { round, area, measure, candidate, date }: Pin | PinPlace,
  row: Row,
): boolean {
  const place = { round, area, measure, candidate, date };
  return Object.entries(place).every(([key, value]) => value === undefined || row[key] === value);
}

/** Where a pinned figure stands. */
export type PinPlace = Pick<Pin, "section" | "round" | "area" | "measure" | "candidate" | "date">;

function replacePinned(rows: readonly Row[], pin: Pin): readonly Row[] {
  const first = rows.findIndex((row) => isPinned(pin, row));
  const others = rows.filter((row) => !isPinned(pin, row));
  return others.toSpliced(first < 0 ? others.length : first, 0, ...pin.rows);
}
