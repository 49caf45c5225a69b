import type { Compiled } from "../../../race/compile/compile-race.ts";
import { isSilent } from "../../../race/compile/quiet.ts";
import { type CallChange, callChanges } from "../../../race/sections/calls/changes.ts";
import { callsBy, type CallsSource } from "../../../race/sections/calls/source.ts";
import { addToLog } from "../storage/public-log.ts";
import { getPublishState, readState, writeState } from "../storage/state.ts";

/** What becomes of calls by a publication, and all the calls that readers have from then on. */
export type CallNews = { readonly changes: readonly CallChange[]; readonly shown: CallsSource };

const SHOWN = "callsShown";

/**
 * Compares calls as readers get them with those that the last publication showed: one that was
 * made and withdrawn in between nobody saw, and one that was entered ahead is made when its time
 * has come. That a law or a source's terms keep a call back withdraws nothing.
 * @param at when it is published, an instant
 */
export function callNews(sql: SqlStorage, { document, sections }: Compiled, at: string): CallNews {
  const before = readState<CallsSource>(sql, SHOWN);
  if (isSilent("calls", document.quiet)) return { changes: [], shown: before ?? { calls: [] } };
  // One that is to be taken back later is kept as it stands: then it will have stood.
  const standing = callsBy({ calls: document.calls ?? [] }, at);
  const shown = { calls: standing.map(({ retracted: _, ...call }) => call) };
  // Calls that an earlier version published were made then.
  const isFirst = before === null && getPublishState(sql).published !== null;
  const passedOn = new Set(sections.calls?.calls.map(nameOf));
  const changes = callChanges(before, shown, at).filter(
    (change) => change.change === "withdrawn" || passedOn.has(nameOf(change)),
  );
  return { changes: isFirst ? [] : changes, shown };
}

function nameOf({ round, candidate, caller }: Pick<CallChange, "round" | "candidate" | "caller">) {
  return JSON.stringify([round, candidate, caller]);
}

/** Writes down what a publication does to calls. */
export function noteCalls(sql: SqlStorage, news: CallNews | null, revision: number): void {
  if (news === null) return;
  for (const change of news.changes) addToLog(sql, "calls", revision, change);
  writeState(sql, SHOWN, news.shown);
}
