import { getGateState } from "../storage/gate-state.ts";
import { listHeld } from "../storage/held.ts";
import { lastRevision, revisionsSince } from "../storage/log.ts";
import type { ProposedChange } from "./propose.ts";
import type { Turn } from "./take-turn.ts";

/** After more revisions than this, of the whole race, nobody undoes a slip. */
const MAX_REVISIONS = 50;

/**
 * Whether somebody takes back a mistake of their own, whom nobody has to look at: a section goes
 * back to what it was, and since then nobody else has touched it or race.json, nobody has released
 * anything, readers were told of no correction, and nothing of anybody else's waits. race.json is
 * what others are judged by, and a call is a claim that has to fit the count of now, so going back
 * to older ones always passes the gate. So does going back to a number that had fallen already: the
 * gate would forget what it had fallen from, and small falls would add up to any large one.
 */
export function isOwnUndo(
  { desk }: Pick<Turn, "desk">,
  { section, action, restores }: ProposedChange,
  author: string,
): boolean {
  if (desk === null || action !== "restore" || restores === null) return false;
  if (section === "race" || section === "calls") return false;
  const { sql } = desk;
  if (getGateState(sql).lowAt.includes(restores)) return false;
  const last = lastRevision(sql)?.n ?? 0;
  if (last - restores > MAX_REVISIONS) return false;
  const since = [
    ...revisionsSince(sql, section, restores),
    ...revisionsSince(sql, "race", restores),
  ];
  const isOwn = since.every(
    (revision) =>
      revision.author === author &&
      revision.approver === null &&
      revision.correction === null &&
      revision.section === section,
  );
  const isFree = listHeld(sql).every((held) => held.section !== section || held.author === author);
  return since.length > 0 && isOwn && isFree;
}
