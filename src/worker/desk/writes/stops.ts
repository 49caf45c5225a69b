import type { DeskPause, DeskPin, NewPin } from "../../../contract/desk/stops.ts";
import { applyPatch } from "../../../race/gate/patch.ts";
import { rowsOf } from "../../../race/gate/rows.ts";
import type { Section } from "../../../race/sections/index.ts";
import { type Desk, isoTime, schedule } from "../desk.ts";
import { dueAfter } from "../publishing/publisher.ts";
import { raceData } from "../storage/bodies.ts";
import { type GateState, getGateState, type Pin, setGateState } from "../storage/gate-state.ts";
import { heldOf, removeHeld } from "../storage/held.ts";
import { getPublishState, setPublishState } from "../storage/state.ts";
import type { Outcome } from "./outcome.ts";
import { PAUSED_SCOPE, waitingPatch } from "./pause.ts";
import { isPinned } from "./pins.ts";
import { decide } from "./submit.ts";
import { takeTurn } from "./take-turn.ts";
import type { Terms } from "./terms.ts";

/** Holds a figure as readers have it; null where there is none at that place. */
export function pinFigure(desk: Desk, wanted: NewPin, by: string): Promise<DeskPin | null> {
  return desk.writes.run(async () => {
    const data = raceData(await desk.bodies.current(desk.sql));
    const rows = rowsOf(data, wanted.section).filter((row) => isPinned(wanted, row));
    if (rows.length === 0) return null;
    const { pins } = getGateState(desk.sql);
    const pin = Math.max(0, ...pins.map((other) => other.pin)) + 1;
    const made: Pin = { ...wanted, pin, by, since: isoTime(desk.now()), rows };
    await tell(desk, { pins: [...pins, made] });
    return withoutRows(made);
  });
}

/** Lets the feed have a figure again; false where there is no such pin. */
export function unpinFigure(desk: Desk, pin: number): Promise<boolean> {
  return desk.writes.run(async () => {
    const { pins } = getGateState(desk.sql);
    const left = pins.filter((other) => other.pin !== pin);
    if (left.length === pins.length) return false;
    await tell(desk, { pins: left });
    return true;
  });
}

export function listPins(sql: SqlStorage): DeskPin[] {
  return getGateState(sql).pins.map(withoutRows);
}

/** Lets a section stand still. What comes for it waits, and readers are told `text`. */
export function pauseSection(
  desk: Desk,
  section: Section,
  text: string,
  by: string,
): Promise<DeskPause> {
  return desk.writes.run(async () => {
    const { paused } = getGateState(desk.sql);
    const known = paused.find((pause) => pause.section === section);
    const pause = { section, since: known?.since ?? isoTime(desk.now()), text, by };
    await tell(desk, { paused: [...paused.filter((other) => other !== known), pause] });
    return pause;
  });
}

/**
 * Lets a section go on, and judges what has come meanwhile as if it came now, from whoever sent
 * it. Null where nothing had come; `not_paused` where it wasn't paused.
 */
export async function resumeSection(
  desk: Desk,
  race: string,
  section: Section,
  terms: Terms,
): Promise<Outcome | null | "not_paused"> {
  const { paused } = getGateState(desk.sql);
  if (!paused.some((pause) => pause.section === section)) return "not_paused";
  const waits = heldOf(desk.sql, section).find(({ scope }) => scope === PAUSED_SCOPE);
  const patch = await waitingPatch(desk.sql, section);
  const lift = async () => {
    if (waits) removeHeld(desk.sql, waits.held);
    await tell(desk, {
      paused: getGateState(desk.sql).paused.filter((p) => p.section !== section),
    });
  };
  if (!waits || !patch) {
    await desk.writes.run(lift);
    return null;
  }
  const { author, note, correction } = waits;
  return takeTurn(desk, terms, async (turn) => {
    await lift();
    const data = raceData(turn.current);
    if (data === null) return { kind: "unknown_race" };
    const body = applyPatch(data, patch)[section];
    const base = { race, section, restores: null, stored: null, warnings: [], mentions: "all" };
    const proposal = { ...base, action: body === null ? "delete" : "put", body } as const;
    return decide(turn, proposal as never, { ...terms, author, note, correction });
  });
}

function withoutRows({ rows: _, ...pin }: Pin): DeskPin {
  return pin;
}

/** Changes what readers are told, and orders its publication. */
async function tell(desk: Desk, change: Partial<GateState>): Promise<void> {
  const { sql, storage, now } = desk;
  storage.transactionSync(() => {
    setGateState(sql, change);
    setPublishState(sql, { dueAt: dueAfter(getPublishState(sql), now()) });
  });
  await schedule(desk);
}
