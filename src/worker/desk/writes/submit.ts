import type { SourceName } from "../../../race/check.ts";
import type { Door } from "../desk.ts";
import { carryOut, type PreparedWrite } from "./carry-out.ts";
import { prepareCommit } from "./commit.ts";
import { prepareHold, prepareUnchanged } from "./hold.ts";
import { judge, type Sound, type Verdict } from "./judge.ts";
import type { Outcome, Refusal, SectionOutcome } from "./outcome.ts";
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
export async function decide(turn: Turn, sent: ProposedChange, terms: Terms): Promise<Outcome> {
  const verdict = await judgeHere(turn, sent, terms);
  if (!verdict.ok) return { kind: "faulty", faults: verdict.faults };
  const same = unchangedAt(turn, verdict, terms);
  if (terms.dryRun) {
    const { section, warnings } = sent;
    return same === null
      ? preview(turn, verdict, terms)
      : { kind: "unchanged", section, revision: same, warnings, replayed: false };
  }
  const [outcome] = await carryOut(turn, sent.race, [await prepare(turn, verdict, terms)]);
  return outcome as Outcome;
}

/** Judges a proposal by what editors have stopped, too: pinned figures, and a paused section. */
export function judgeHere(turn: Turn, sent: ProposedChange, terms: Terms): Promise<Verdict> {
  const { desk } = turn;
  const wanted = desk ? withPins(desk.sql, sent, terms) : sent;
  const isPaused = desk !== null && pauseOf(desk.sql, sent.section) !== null;
  return (isPaused ? waitForResume : judge)(turn, wanted, terms);
}

/** Makes ready to be stored what a change came to: a revision, what waits, or nothing new. */
export async function prepare(
  turn: Turn,
  verdict: Sound,
  terms: Terms,
): Promise<PreparedWrite<SectionOutcome>> {
  const same = unchangedAt(turn, verdict, terms);
  if (same !== null) return prepareUnchanged(turn, verdict, same, terms);
  return isSame(turn, verdict) && verdict.doubts.length > 0
    ? prepareHold(turn, verdict, terms)
    : prepareCommit(turn, verdict, null, terms);
}

/** The revision that a section stands at whom a change leaves as it is; null where it changes. */
export function unchangedAt(turn: Turn, verdict: Sound, { correction }: Terms): number | null {
  const head = turn.current.heads[verdict.proposal.section];
  const isNothing = isSame(turn, verdict) && verdict.doubts.length === 0 && correction === null;
  return turn.desk && head && isNothing ? head.n : null;
}

function isSame({ current }: Turn, { proposal, file }: Sound): boolean {
  return (current.heads[proposal.section]?.body ?? null) === (file?.hash ?? null);
}
