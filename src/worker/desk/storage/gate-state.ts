import type { Highs } from "../../../race/gate/highs.ts";
import type { Paused, Pinned } from "../../../race/schema/marks.ts";
import { readState, writeState } from "./state.ts";

/** A figure that an editor holds against the feed, with the rows that are held. */
export type Pin = Pinned & {
  readonly pin: number;
  readonly by: string;
  /** The rows as they were pinned, each as its section has it. */
  readonly rows: readonly Readonly<Record<string, unknown>>[];
};

/** A section that stands still, and who stopped it. */
export type Pause = Paused & { readonly by: string };

/** What the gate remembers from one change to the next. */
export type GateState = {
  readonly highs: Highs;
  readonly pins: readonly Pin[];
  readonly paused: readonly Pause[];
  /** The latest revisions at which a number of their section stood below its high, oldest first. */
  readonly lowAt: readonly number[];
};

const NOTHING: GateState = {
  highs: {},
  pins: [],
  paused: [],
  lowAt: [],
};
/** Enough for any night: Georgia had 13 falls in 2020. */
const MAX_LOW = 200;

export function getGateState(sql: SqlStorage): GateState {
  return { ...NOTHING, ...readState<Partial<GateState>>(sql, "gate") };
}

/** Changes some fields and keeps the rest as they are. */
export function setGateState(sql: SqlStorage, change: Partial<GateState>): void {
  const { lowAt, ...rest } = { ...getGateState(sql), ...change };
  writeState(sql, "gate", { ...rest, lowAt: lowAt.slice(-MAX_LOW) });
}
