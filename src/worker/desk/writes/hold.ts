import { type Desk, isoTime, schedule } from "../desk.ts";
import { dueAfter } from "../publishing/publisher.ts";
import { getPublishState, setPublishState } from "../storage/state.ts";
import { recordOutcome } from "./idempotency.ts";
import type { Sound } from "./judge.ts";
import type { HeldOutcome } from "./outcome.ts";
import type { Turn } from "./take-turn.ts";
import type { Terms } from "./terms.ts";
import { keepWaiting, packDoubts } from "./waiting.ts";

/** Puts a change aside of which nothing can pass. Sent twice, it is held once. */
export async function hold(turn: Turn, verdict: Sound, terms: Terms): Promise<HeldOutcome> {
  const { storage, now } = turn.door;
  const { proposal, doubts } = verdict;
  const { section, warnings } = proposal;
  const at = isoTime(now());
  const packed = await packDoubts(doubts);
  const base = turn.current.heads[section]?.n ?? null;
  const [made, outcome] = storage.transactionSync((): [Desk, HeldOutcome] => {
    const desk = turn.desk ?? turn.door.make(proposal.race);
    const { sql } = desk;
    const wait = { proposal, packed, base, at };
    const { waiting, isNews } = keepWaiting(sql, wait, verdict, terms);
    const reasons = waiting.flatMap((part) => part.reasons);
    const held = waiting[0]?.held ?? 0;
    const told = { section, held, at, reasons, waiting, warnings };
    const held202: HeldOutcome = { kind: "held", ...told, replayed: false };
    recordOutcome(desk, terms, held202);
    // Readers are told what is under review.
    if (isNews) setPublishState(sql, { dueAt: dueAfter(getPublishState(sql), now()) });
    return [desk, held202];
  });
  await schedule(made);
  return outcome;
}

/** Lets go of what a change has settled that changes nothing itself. */
export async function settle(desk: Desk, turn: Turn, verdict: Sound, terms: Terms): Promise<void> {
  const { storage, now, sql } = desk;
  const { proposal } = verdict;
  const base = turn.current.heads[proposal.section]?.n ?? null;
  storage.transactionSync(() => {
    const wait = { proposal, packed: [], base, at: isoTime(now()) };
    const { isNews } = keepWaiting(sql, wait, verdict, terms);
    if (isNews) setPublishState(sql, { dueAt: dueAfter(getPublishState(sql), now()) });
  });
  await schedule(desk);
}
