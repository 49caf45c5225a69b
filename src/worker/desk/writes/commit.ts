import { isIn } from "../../../race/gate/highs.ts";
import { callChanges } from "../../../race/sections/calls/changes.ts";
import { type Desk, isoTime } from "../desk.ts";
import { carryOut, type PreparedWrite } from "./carry-out.ts";
import { removeHeld } from "../storage/held.ts";
import { recordOutcome } from "./idempotency.ts";
import { appendRevision, sealRevision } from "../storage/log.ts";
import { getGateState, setGateState } from "../storage/gate-state.ts";
import type { Sound } from "./judge.ts";
import type { StoredOutcome } from "./outcome.ts";
import { dueAfter } from "../publishing/publisher.ts";
import { getPublishState, setPublishState } from "../storage/state.ts";
import type { Turn } from "./take-turn.ts";
import type { Terms } from "./terms.ts";
import { keepWaiting, packDoubts } from "./waiting.ts";

/** Who released a change, where it had been held. */
export type Approval = { readonly held: number; readonly approver: string };

/**
 * Makes a revision ready to be stored, with the answer to its idempotency key, what of it waits, and
 * the order to publish it.
 */
export async function prepareCommit(
  turn: Turn,
  verdict: Sound,
  approval: Approval | null,
  terms: Terms,
): Promise<PreparedWrite<StoredOutcome>> {
  const { now } = turn.door;
  const { proposal, file, doubts } = verdict;
  const { section, warnings } = proposal;
  const { author, note, correction } = terms;
  const at = isoTime(now());
  const approver = approval?.approver ?? null;
  // What is brought back in part only isn't what that revision was.
  const restored = doubts.length === 0 || proposal.action !== "restore";
  const { action, restores } = restored ? proposal : ({ action: "put", restores: null } as const);
  const entry = { at, author, approver, section, action, restores, note, correction };
  const sealed = await sealRevision(turn.current.last, entry, file);
  const packed = await packDoubts(doubts);
  const { n, hash } = sealed.revision;
  const base = turn.current.heads[section]?.n ?? null;
  const store = (desk: Desk): StoredOutcome => {
    const { sql } = desk;
    appendRevision(sql, sealed);
    if (approval) removeHeld(sql, approval.held);
    // The correction has been told; what waits brings none of its own.
    const quiet = { ...terms, correction: null };
    const { waiting } = keepWaiting(sql, { proposal, packed, base, at }, verdict, quiet);
    remember(sql, verdict, { n, at });
    const told = { section, revision: n, at, hash, waiting, warnings };
    const outcome: StoredOutcome = { kind: "stored", ...told, replayed: false };
    recordOutcome(desk, terms, outcome);
    setPublishState(sql, { dueAt: dueAfter(getPublishState(sql), now()) });
    // A race may have been given other feeds, or another clock.
    if (section === "race") setPublishState(sql, { feedDueAt: now() });
    return outcome;
  };
  return { store, revision: sealed.revision, body: proposal.body };
}

/** Stores a revision, and all that belongs to it. */
export async function commit(
  turn: Turn,
  verdict: Sound,
  approval: Approval | null,
  terms: Terms,
): Promise<StoredOutcome> {
  const write = await prepareCommit(turn, verdict, approval, terms);
  const [outcome] = await carryOut(turn, verdict.proposal.race, [write]);
  return outcome as StoredOutcome;
}

/** Keeps what the gate has to know when it judges the next change. */
function remember(
  sql: SqlStorage,
  { before, after, proposal, falls, highs }: Sound,
  { n, at }: { readonly n: number; readonly at: string },
): void {
  const state = getGateState(sql);
  const isSame = JSON.stringify(state.highs) === JSON.stringify(highs);
  const calls = callChanges(before?.calls ?? null, after?.data.calls ?? null, at);
  const isLow = Object.keys(highs).some((path) => isIn(proposal.section, path));
  if (isSame && falls.length === 0 && calls.length === 0 && !isLow) return;
  const passed = falls.map((fall) => ({ ...fall, at }));
  setGateState(sql, {
    highs,
    falls: [...state.falls, ...passed],
    callChanges: [...state.callChanges, ...calls],
    lowAt: isLow ? [...state.lowAt, n] : state.lowAt,
  });
}
