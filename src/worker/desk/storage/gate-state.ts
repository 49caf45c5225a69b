import type { SourceRevision } from "../../../race/gate/judge.ts";
import type { CallChange } from "../../../race/sections/calls/changes.ts";
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

/** A fall that passed as its source's own revision, and when. */
export type PassedFall = SourceRevision & { readonly at: string };

/** What the gate remembers from one change to the next. */
export type GateState = {
  readonly highs: Highs;
  readonly pins: readonly Pin[];
  readonly paused: readonly Pause[];
  /** The latest, oldest first. */
  readonly falls: readonly PassedFall[];
  readonly callChanges: readonly CallChange[];
  /** The latest revisions at which a number of their section stood below its high, oldest first. */
  readonly lowAt: readonly number[];
};

const NOTHING: GateState = {
  highs: {},
  pins: [],
  paused: [],
  falls: [],
  callChanges: [],
  lowAt: [],
};
/** Enough for any night: Georgia had 13 in 2020. */
const MAX_FALLS = 200;

export function getGateState(sql: SqlStorage): GateState {
  return { ...NOTHING, ...readState<Partial<GateState>>(sql, "gate") };
}

/** Changes some fields and keeps the rest as they are. */
export function setGateState(sql: SqlStorage, change: Partial<GateState>): void {
  const { falls, callChanges, lowAt, ...rest } = { ...getGateState(sql), ...change };
  const latest = {
    falls: falls.slice(-MAX_FALLS),
    callChanges: callChanges.slice(-MAX_FALLS),
    lowAt: lowAt.slice(-MAX_FALLS),
  };
  writeState(sql, "gate", { ...rest, ...latest });
}
