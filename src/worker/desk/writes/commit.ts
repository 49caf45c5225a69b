import { isoTime, schedule } from "../desk.ts";
import type { BodyFile } from "../storage/body-file.ts";
import { dropHeld } from "../storage/held.ts";
import { recordOutcome } from "./idempotency.ts";
import { appendRevision, sealRevision } from "../storage/log.ts";
import type { StoredOutcome } from "./outcome.ts";
import type { ProposedChange } from "./propose.ts";
import { dueAfter } from "../publishing/publisher.ts";
import { getPublishState, setPublishState } from "../storage/state.ts";
import type { Turn } from "./take-turn.ts";
import type { Terms } from "./terms.ts";

/** A change that nothing stands in the way of. */
export type Decided = {
  readonly proposal: ProposedChange;
  /** The body as it is stored; null where the section is taken away. */
  readonly file: BodyFile | null;
  /** Who released it, where it had been held. */
  readonly approval: { readonly held: number; readonly approver: string } | null;
};

/**
 * Stores a revision, with the answer to its idempotency key and the order to publish it, all or
 * nothing. The runtime lets no answer out before what was written is safe.
 */
export async function commit(
  turn: Turn,
  { proposal, file, approval }: Decided,
  terms: Terms,
): Promise<StoredOutcome> {
  const { storage, now } = turn.door;
  const { section, action, restores, warnings } = proposal;
  const { author, note, correction } = terms;
  const at = isoTime(now());
  const approver = approval?.approver ?? null;
  const entry = { at, author, approver, section, action, restores, note, correction };
  const sealed = await sealRevision(turn.current.last, entry, file);
  const { n, hash } = sealed.revision;
  const stored: StoredOutcome = {
    kind: "stored",
    section,
    revision: n,
    at,
    hash,
    warnings,
    replayed: false,
  };
  const desk = storage.transactionSync(() => {
    const made = turn.desk ?? turn.door.make(proposal.race);
    const { sql } = made;
    appendRevision(sql, sealed);
    if (approval) dropHeld(sql, approval.held);
    recordOutcome(made, terms, stored);
    setPublishState(sql, { dueAt: dueAfter(getPublishState(sql), now()) });
    // A race may have been given other feeds, or another clock.
    if (section === "race") setPublishState(sql, { feedDueAt: now() });
    return made;
  });
  desk.bodies.remember(section, n, proposal.body);
  await schedule(desk);
  return stored;
}
