import type { Highs } from "../../../race/gate/highs.ts";
import type { Desk, Door } from "../desk.ts";
import { type Current, EMPTY } from "../storage/bodies.ts";
import { recordedOutcome } from "./idempotency.ts";
import type { Outcome } from "./outcome.ts";
import type { Terms } from "./terms.ts";

/** Somebody's turn at writing: what the desk holds doesn't change meanwhile. */
export type Turn = {
  readonly door: Door;
  /** Null while nothing was ever accepted. */
  readonly desk: Desk | null;
  readonly current: Current;
  /** What the gate remembers, where a write before this one in the same step has changed it. */
  readonly highs?: Highs;
};

/**
 * Runs a write once those before it have ended, and once for each idempotency key. Sent again with
 * the same content, it gets the first answer and does nothing. Refused requests changed nothing
 * and aren't kept: once the fault is mended, the same key may try again.
 */
export async function takeTurn(
  door: Door,
  { idempotency }: Terms,
  work: (turn: Turn) => Promise<Outcome>,
): Promise<Outcome> {
  const { running, writes } = door;
  const begin = async () => {
    const desk = door.desk();
    const before = desk && idempotency && recordedOutcome(desk, idempotency);
    if (before) return before;
    const current = desk ? await desk.bodies.current(desk.sql) : EMPTY;
    return work({ door, desk, current });
  };
  if (idempotency === null) return writes.run(begin);
  const id = JSON.stringify([idempotency.scope, idempotency.key]);
  const fingerprint = running.get(id);
  if (fingerprint !== undefined)
    return { kind: fingerprint === idempotency.fingerprint ? "still_running" : "key_reused" };
  running.set(id, idempotency.fingerprint);
  try {
    return await writes.run(begin);
  } finally {
    running.delete(id);
  }
}
