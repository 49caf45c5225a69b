import { isoTime } from "../desk.ts";
import type { BodyFile } from "../storage/body-file.ts";
import { addHeld, dropHeldOf, findSame } from "../storage/held.ts";
import { recordOutcome } from "./idempotency.ts";
import type { HoldReason } from "../../../contract/desk/hold-reason.ts";
import type { HeldOutcome } from "./outcome.ts";
import type { ProposedChange } from "./propose.ts";
import type { Turn } from "./take-turn.ts";
import { FEED_AUTHOR, type Terms } from "./terms.ts";

/** A change that somebody has to look at. */
export type Doubtful = {
  readonly proposal: ProposedChange;
  readonly file: BodyFile | null;
  /** The revision it was judged against; null where the section had none. */
  readonly base: number | null;
  readonly reasons: readonly HoldReason[];
};

/** Puts a change aside. Sent twice, it is held once. */
export async function hold(
  turn: Turn,
  { proposal, file, base, reasons }: Doubtful,
  terms: Terms,
): Promise<HeldOutcome> {
  const { storage, now } = turn.door;
  const { section, action, restores, warnings } = proposal;
  const { author, note, correction } = terms;
  const at = isoTime(now());
  const body = file?.hash ?? null;
  const packed = file && (await file.packed());
  return storage.transactionSync(() => {
    const desk = turn.desk ?? turn.door.make(proposal.race);
    const { sql } = desk;
    const row = {
      at,
      author,
      section,
      action,
      restores,
      base,
      note,
      correction,
      bytes: file?.bytes.byteLength ?? 0,
      body,
      reasons,
    };
    // Whatever a feed sends next says more than what it sent before.
    if (author.startsWith(FEED_AUTHOR)) dropHeldOf(sql, author, section, body);
    const held = findSame(sql, row) ?? addHeld(sql, row, packed);
    const outcome: HeldOutcome = {
      kind: "held",
      section,
      held,
      at,
      reasons,
      warnings,
      replayed: false,
    };
    recordOutcome(desk, terms, outcome);
    return outcome;
  });
}
