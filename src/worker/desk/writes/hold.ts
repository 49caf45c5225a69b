import { type Desk, isoTime } from "../desk.ts";
import { dueAfter } from "../publishing/publisher.ts";
import { getPublishState, setPublishState } from "../storage/state.ts";
import type { PreparedWrite } from "./carry-out.ts";
import { recordOutcome } from "./idempotency.ts";
import type { Sound } from "./judge.ts";
import type { HeldOutcome, UnchangedOutcome } from "./outcome.ts";
import type { Turn } from "./take-turn.ts";
import type { Terms } from "./terms.ts";
import { keepWaiting, packDoubts } from "./waiting.ts";

/** Puts a change aside of which nothing can pass. Sent twice, it is held once. */
export async function prepareHold(
  turn: Turn,
  verdict: Sound,
  terms: Terms,
): Promise<PreparedWrite<HeldOutcome>> {
  const { now } = turn.door;
  const { proposal, doubts } = verdict;
  const { section, warnings } = proposal;
  const at = isoTime(now());
  const packed = await packDoubts(doubts);
  const base = turn.current.heads[section]?.n ?? null;
  const store = (desk: Desk): HeldOutcome => {
    const { sql } = desk;
    const wait = { proposal, packed, base, at };
    const { waiting, isNews } = keepWaiting(sql, wait, verdict, terms);
    const reasons = waiting.flatMap((part) => part.reasons);
    const held = waiting[0]?.held ?? 0;
    const told = { section, held, at, reasons, waiting, warnings };
    const outcome: HeldOutcome = { kind: "held", ...told, replayed: false };
    recordOutcome(desk, terms, outcome);
    // Readers are told what is under review.
    if (isNews) setPublishState(sql, { dueAt: dueAfter(getPublishState(sql), now()) });
    return outcome;
  };
  return { store, revision: null, body: null };
}

/**
 * Lets go of what a change has settled that changes nothing itself. Its answer is remembered like a
 * change's: sent again after somebody else's, the request must not undo that.
 * @param revision the one that its section stands at
 */
export function prepareUnchanged(
  turn: Turn,
  verdict: Sound,
  revision: number,
  terms: Terms,
): PreparedWrite<UnchangedOutcome> {
  const { now } = turn.door;
  const { proposal } = verdict;
  const { section, warnings } = proposal;
  const base = turn.current.heads[section]?.n ?? null;
  const store = (desk: Desk): UnchangedOutcome => {
    const { sql } = desk;
    const wait = { proposal, packed: [], base, at: isoTime(now()) };
    const { isNews } = keepWaiting(sql, wait, verdict, terms);
    if (isNews) setPublishState(sql, { dueAt: dueAfter(getPublishState(sql), now()) });
    const outcome: UnchangedOutcome = {
      kind: "unchanged",
      section,
      revision,
      warnings,
      replayed: false,
    };
    recordOutcome(desk, terms, outcome);
    return outcome;
  };
  return { store, revision: null, body: null };
}
