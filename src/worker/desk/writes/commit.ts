import { isIn } from "../../../race/gate/highs.ts";
import { placesIn } from "../../../race/logs/corrected-figures.ts";
import { type Desk, isoTime } from "../desk.ts";
import { carryOut, type PreparedWrite } from "./carry-out.ts";
import { removeHeld } from "../storage/held.ts";
import { recordOutcome } from "./idempotency.ts";
import { appendRevision, sealRevision } from "../storage/log.ts";
import { getGateState, setGateState } from "../storage/gate-state.ts";
import { addToLog } from "../storage/public-log.ts";
import type { Sound } from "./judge.ts";
import type { StoredOutcome } from "./outcome.ts";
import { dueAfter } from "../publishing/publisher.ts";
import { getPublishState, setPublishState } from "../storage/state.ts";
import type { Turn } from "./take-turn.ts";
import type { Terms } from "./terms.ts";
import { keepWaiting, packDoubts } from "./waiting.ts";
import { wrongFigures } from "./wrong-figures.ts";

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
  const wrong = correction === null ? null : await wrongFigures(turn, verdict);
  const { n, hash } = sealed.revision;
  const base = turn.current.heads[section]?.n ?? null;
  const store = (desk: Desk): StoredOutcome => {
    const { sql } = desk;
    appendRevision(sql, sealed);
    if (approval) removeHeld(sql, approval.held);
    const { waiting } = keepWaiting(sql, { proposal, packed, base, at }, verdict, terms);
    remember(sql, verdict, n);
    // What we had wrong ourselves is no revision of its source's.
    if (wrong) addToLog(sql, "corrections", n, wrong);
    else for (const fall of publicFalls(verdict)) addToLog(sql, "revisions", n, { ...fall, at });
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
function remember(sql: SqlStorage, { proposal, highs }: Sound, n: number): void {
  const state = getGateState(sql);
  const isSame = JSON.stringify(state.highs) === JSON.stringify(highs);
  const isLow = Object.keys(highs).some((path) => isIn(proposal.section, path));
  if (isSame && !isLow) return;
  setGateState(sql, { highs, lowAt: isLow ? [...state.lowAt, n] : state.lowAt });
}

/** Falls of numbers that are passed on as data; the others stand nowhere but on a card. */
function publicFalls({ falls, after }: Sound) {
  const sections = after?.compiled.sections ?? {};
  return [...Map.groupBy(falls, ({ section }) => section)].flatMap(([section, all]) => {
    const isPublic = placesIn(section, sections);
    return all
      .filter(({ place }) => isPublic(place))
      .map(({ place, before, after: is }) => ({ section, ...place, before, after: is }));
  });
}
