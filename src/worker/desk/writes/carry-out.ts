import type { Revision } from "../../../contract/desk/revisions.ts";
import { type Desk, schedule } from "../desk.ts";
import type { ProposedChange } from "./propose.ts";
import type { Turn } from "./take-turn.ts";

/** A write for which nothing has to be waited for any more. */
export type PreparedWrite<Outcome> = {
  /** To be called in a transaction. */
  readonly store: (desk: Desk) => Outcome;
  /** What it adds to the log, with its section's body; null where it adds nothing. */
  readonly revision: Revision | null;
  readonly body: ProposedChange["body"];
};

/**
 * Stores writes, all of them or none. The runtime lets no answer out before what was written is
 * safe.
 * @param finish called in the same transaction, with what the writes came to
 */
export async function carryOut<Outcome>(
  turn: Turn,
  race: string,
  writes: readonly PreparedWrite<Outcome>[],
  finish: (desk: Desk, outcomes: readonly Outcome[]) => void = () => undefined,
): Promise<readonly Outcome[]> {
  const [made, outcomes] = turn.door.storage.transactionSync((): [Desk, readonly Outcome[]] => {
    const desk = turn.desk ?? turn.door.make(race);
    const stored = writes.map(({ store }) => store(desk));
    finish(desk, stored);
    return [desk, stored];
  });
  for (const { revision, body } of writes)
    if (revision) made.bodies.remember(revision.section, revision.n, body);
  await schedule(made);
  return outcomes;
}

/** The turn as it goes on once a write will have been stored. */
export function afterWrite(turn: Turn, { revision, body }: PreparedWrite<unknown>): Turn {
  if (revision === null) return turn;
  const { section, n } = revision;
  const { heads, bodies } = turn.current;
  return {
    ...turn,
    current: {
      heads: { ...heads, [section]: revision },
      last: revision,
      revision: n,
      bodies: { ...bodies, [section]: body },
    },
  };
}
