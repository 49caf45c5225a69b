import type { CallChange } from "../../../race/sections/calls/changes.ts";
import type { WrongFigure } from "../../../race/logs/corrected-figures.ts";
import type { SourceRevision } from "../../../race/schema/marks.ts";
import { readState, writeState } from "./state.ts";

/** A figure that a correction put right, and the revision since which it had been wrong. */
export type CorrectedSince = Omit<WrongFigure, "key"> & { readonly since: number };

/** What the desk writes down for its public logs. The text of a correction is its revision's. */
export type LogEntries = {
  readonly corrections: readonly CorrectedSince[];
  readonly revisions: SourceRevision;
  readonly calls: CallChange;
};

/** Nobody reads more; the table keeps all. */
export const MAX_LOGGED = 1000;

/** @param n the revision that brought it */
export function addToLog<L extends keyof LogEntries>(
  sql: SqlStorage,
  log: L,
  n: number,
  entry: LogEntries[L],
): void {
  const text = JSON.stringify(entry);
  sql.exec("INSERT INTO public_log (log, n, entry) VALUES (?, ?, ?)", log, n, text);
}

/** The latest entries, oldest first, each with the revision that brought it. */
export function readLog<L extends keyof LogEntries>(
  sql: SqlStorage,
  log: L,
): { readonly n: number; readonly entry: LogEntries[L] }[] {
  return sql
    .exec<{ n: number; entry: string }>(
      "SELECT n, entry FROM public_log WHERE log = ? ORDER BY id DESC LIMIT ?",
      log,
      MAX_LOGGED,
    )
    .toArray()
    .toReversed()
    .map(({ n, entry }) => ({ n, entry: JSON.parse(entry) as LogEntries[L] }));
}

/** Where the state of an earlier build kept the last of both logs. */
type OldState = {
  readonly falls?: readonly (SourceRevision & {
    readonly place?: object;
    readonly path?: string;
  })[];
  readonly callChanges?: readonly CallChange[];
};

/** Moves what an earlier build kept beside the gate's state to where it belongs. */
export function moveOldLogs(sql: SqlStorage): void {
  const state = readState<OldState>(sql, "gate");
  if (!state || (state.falls === undefined && state.callChanges === undefined)) return;
  const { falls = [], callChanges = [], ...rest } = state;
  for (const { place, path: _, ...fall } of falls)
    addToLog(sql, "revisions", 0, { ...fall, ...place });
  for (const change of callChanges) addToLog(sql, "calls", 0, change);
  writeState(sql, "gate", rest);
}
