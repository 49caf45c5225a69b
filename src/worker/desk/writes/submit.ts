import type { SourceName } from "../../../race/check.ts";
import type { Desk, Door } from "../desk.ts";
import { commit } from "./commit.ts";
import { hold, settle } from "./hold.ts";
import { recordOutcome } from "./idempotency.ts";
import { judge } from "./judge.ts";
import type { Outcome, Refusal, UnchangedOutcome } from "./outcome.ts";
import { pauseOf, waitForResume } from "./pause.ts";
import { withPins } from "./pins.ts";
import { precondition } from "./precondition.ts";
import { preview } from "./preview.ts";
import type { ProposedChange } from "./propose.ts";
import { takeTurn, type Turn } from "./take-turn.ts";
import type { Terms } from "./terms.ts";

/** Makes a proposal out of what the desk holds now, or says why there is none. */
export type Propose = (turn: Turn) => ProposedChange | Refusal | Promise<ProposedChange | Refusal>;

/**
 * Carries out a change, holds it, or says why not. Writers take turns, so that each is judged
 * against everything that was accepted before it.
 */
export function submit(
  door: Door,
  section: SourceName,
  terms: Terms,
  propose: Propose,
): Promise<Outcome> {
  return takeTurn(door, terms, async (turn) => {
    const refusal = precondition(turn, section, terms);
    if (refusal) return refusal;
    const proposal = await propose(turn);
    return "kind" in proposal ? proposal : decide(turn, proposal, terms);
  });
}

/** Judges a proposal, and stores, holds or refuses what it finds. */
export async function decide(
  turn: Turn,
  sent: ProposedChange,
  terms: Terms,
  judged = judge,
): Promise<Outcome> {
  const { desk, current } = turn;
  const { section, warnings } = sent;
  const wanted = desk ? withPins(desk.sql, sent, terms) : sent;
  const isPaused = desk !== null && pauseOf(desk.sql, section) !== null;
  const verdict = await (isPaused ? waitForResume : judged)(turn, wanted, terms);
  if (!verdict.ok) return { kind: "faulty", faults: verdict.faults };
  const { doubts, file } = verdict;
  const head = current.heads[section];
  const isSame = (head?.body ?? null) === (file?.hash ?? null);
  const isNothing = isSame && doubts.length === 0 && terms.correction === null;
  if (desk && head && isNothing && !terms.dryRun) {
    await settle(desk, turn, verdict, terms);
    return unchanged(desk, { section, revision: head.n, warnings }, terms);
  }
  if (desk && head && isNothing)
    return unchanged(desk, { section, revision: head.n, warnings }, terms);
  if (terms.dryRun) return preview(turn, verdict, terms);
  return isSame && doubts.length > 0
    ? hold(turn, verdict, terms)
    : commit(turn, verdict, null, terms);
}

/** Remembered like a change: sent again after somebody else's, the request must not undo that. */
function unchanged(
  desk: Desk,
  told: Pick<UnchangedOutcome, "section" | "revision" | "warnings">,
  terms: Terms,
): UnchangedOutcome {
  const outcome: UnchangedOutcome = { kind: "unchanged", ...told, replayed: false };
  if (terms.idempotency !== null)
    desk.storage.transactionSync(() => recordOutcome(desk, terms, outcome));
  return outcome;
}
