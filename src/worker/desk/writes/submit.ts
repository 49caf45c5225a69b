import type { SourceName } from "../../../race/check.ts";
import { bodyBytes, type Current, EMPTY } from "../storage/bodies.ts";
import { commit } from "./commit.ts";
import { type Desk, isoTime } from "../desk.ts";
import { sha256 } from "../storage/digest.ts";
import { hold } from "./hold.ts";
import { once, recordOutcome } from "./idempotency.ts";
import { judge } from "./judge.ts";
import type { Outcome, Refusal, UnchangedOutcome } from "./outcome.ts";
import { preview } from "./preview.ts";
import { precondition } from "./precondition.ts";
import type { ProposedChange } from "./propose.ts";
import { hasTables } from "../storage/tables.ts";
import type { Terms } from "./terms.ts";

/** Makes a proposal out of what the desk holds now, or says why there is none. */
export type Propose = (
  current: Current,
) => ProposedChange | Refusal | Promise<ProposedChange | Refusal>;

/**
 * Carries out a change, holds it, or says why not. Writers take turns, so that each is judged
 * against everything that was accepted before it.
 */
export function submit(
  desk: Desk,
  section: SourceName,
  terms: Terms,
  propose: Propose,
): Promise<Outcome> {
  return once(desk, terms, () =>
    desk.writes.run(async () => {
      const current = await currentOf(desk);
      const refusal = precondition(desk.sql, current, section, terms);
      if (refusal) return refusal;
      const proposal = await propose(current);
      return "kind" in proposal ? proposal : decide(desk, current, proposal, terms);
    }),
  );
}

/** What the desk holds; nothing while it has no tables. */
export async function currentOf({ sql, bodies }: Desk): Promise<Current> {
  return hasTables(sql) ? bodies.current(sql) : EMPTY;
}

async function decide(
  desk: Desk,
  current: Current,
  proposal: ProposedChange,
  terms: Terms,
): Promise<Outcome> {
  const { section, warnings } = proposal;
  const verdict = judge(current, proposal, isoTime(desk.now()));
  if (!verdict.ok) return { kind: "faulty", faults: verdict.faults };
  const { reasons } = verdict;
  const bytes = bodyBytes(proposal.body);
  const head = current.heads[section];
  const same = head !== null && head.body === (bytes && (await sha256(bytes)));
  if (same && terms.correction === null)
    return unchanged(desk, { section, revision: head.n, warnings }, terms);
  if (terms.dryRun) return preview(desk, proposal, verdict, terms);
  return reasons.length > 0
    ? hold(desk, { proposal, bytes, base: head?.n ?? null, reasons }, terms)
    : commit(desk, { proposal, bytes, approval: null }, terms);
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
