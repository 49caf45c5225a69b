import { commit } from "./commit.ts";
import type { Desk } from "../desk.ts";
import { bodyFile, readBodyFile } from "../storage/body-file.ts";
import { reviveBody } from "../storage/bodies.ts";
import { dropHeld, getHeld } from "../storage/held.ts";
import { judge } from "./judge.ts";
import { revisionsSince } from "../storage/log.ts";
import type { Outcome } from "./outcome.ts";
import { preview } from "./preview.ts";
import { takeTurn } from "./take-turn.ts";
import type { Terms } from "./terms.ts";

/**
 * Stores a held change as it was sent, unless the section has moved since: then it would undo
 * somebody's work that its judges never saw. The revision names both its sender and, from
 * `terms.author`, who released it.
 */
export function approve(desk: Desk, race: string, held: number, terms: Terms): Promise<Outcome> {
  return takeTurn(desk, terms, async (turn): Promise<Outcome> => {
    const { sql } = desk;
    const { current } = turn;
    const change = getHeld(sql, held);
    if (change === null) return { kind: "unknown_held", held };
    const { author, section, action, restores, base } = change;
    // Whoever releases it may say it better than whoever sent it.
    const note = terms.note ?? change.note;
    const correction = terms.correction ?? change.correction;
    const approver = terms.author;
    if (current.bodies.race?.gate.secondPerson === true && author === approver)
      return { kind: "second_person", author };
    const head = current.heads[section]?.n ?? null;
    if (head !== base) {
      const missed = revisionsSince(sql, section, base ?? 0);
      return { kind: "stale", section, current: head, missed };
    }
    const stored = await readBodyFile(sql, "held", held, change.body);
    const body = stored && reviveBody(section, stored.bytes);
    const proposal = { race, section, action, restores, body, stored, warnings: [] };
    const file = await bodyFile(body, stored);
    const verdict = judge(turn, proposal, file);
    if (!verdict.ok) return { kind: "faulty", faults: verdict.faults };
    if (terms.dryRun) return preview(turn, proposal, verdict, { ...terms, correction });
    const decided = { proposal, file, approval: { held, approver } };
    return commit(turn, decided, { ...terms, author, note, correction });
  });
}

/** Throws a held change away; false when there is none with that number. */
export function drop({ sql, writes }: Desk, held: number): Promise<boolean> {
  return writes.run(() => {
    const known = getHeld(sql, held) !== null;
    if (known) dropHeld(sql, held);
    return Promise.resolve(known);
  });
}
