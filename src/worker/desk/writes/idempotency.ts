import type { Desk } from "../desk.ts";
import type { Outcome } from "./outcome.ts";
import type { Terms } from "./terms.ts";
import { hasTables } from "../storage/tables.ts";

/** How long an answer is kept for a request that is sent again. */
export const KEEP_ANSWER_MS = 24 * 60 * 60 * 1000;

type Idempotency = NonNullable<Terms["idempotency"]>;

/**
 * Runs a write once for each idempotency key. Sent again with the same content, it gets the
 * first answer and does nothing. Refused requests changed nothing and aren't kept: once the
 * fault is mended, the same key may try again.
 */
export async function once(
  desk: Desk,
  { idempotency }: Terms,
  work: () => Promise<Outcome>,
): Promise<Outcome> {
  if (idempotency === null) return work();
  const id = JSON.stringify([idempotency.scope, idempotency.key]);
  const running = desk.running.get(id);
  if (running !== undefined)
    return { kind: running === idempotency.fingerprint ? "still_running" : "key_reused" };
  const before = recorded(desk, idempotency);
  if (before) return before;
  desk.running.set(id, idempotency.fingerprint);
  try {
    return await work();
  } finally {
    desk.running.delete(id);
  }
}

/** Keeps an answer; to be called in the transaction that makes it true. */
export function recordOutcome(desk: Desk, { idempotency }: Terms, outcome: Outcome): void {
  const { sql, now } = desk;
  sql.exec("DELETE FROM idempotency WHERE at < ?", now() - KEEP_ANSWER_MS);
  if (idempotency === null) return;
  const { scope, key, fingerprint } = idempotency;
  sql.exec(
    "INSERT OR REPLACE INTO idempotency (scope, key, fingerprint, at, outcome) VALUES (?, ?, ?, ?, ?)",
    scope,
    key,
    fingerprint,
    now(),
    JSON.stringify(outcome),
  );
}

function recorded({ sql, now }: Desk, { scope, key, fingerprint }: Idempotency): Outcome | null {
  if (!hasTables(sql)) return null;
  const [row] = sql
    .exec<{ fingerprint: string; outcome: string }>(
      "SELECT fingerprint, outcome FROM idempotency WHERE scope = ? AND key = ? AND at >= ?",
      scope,
      key,
      now() - KEEP_ANSWER_MS,
    )
    .toArray();
  if (!row) return null;
  if (row.fingerprint !== fingerprint) return { kind: "key_reused" };
  return { ...(JSON.parse(row.outcome) as Outcome), replayed: true } as Outcome;
}
