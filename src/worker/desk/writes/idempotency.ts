import { firstFaults } from "../../../formats/text/faults.ts";
import type { Desk } from "../desk.ts";
import type { Accepted, Outcome } from "./outcome.ts";
import type { Terms } from "./terms.ts";

/** How long an answer is kept for a request that is sent again. */
export const KEEP_ANSWER_MS = 24 * 60 * 60 * 1000;

type Idempotency = NonNullable<Terms["idempotency"]>;

/**
 * Keeps an answer; to be called in the transaction that makes it true. A row holds 2 MB, and a large
 * file may have a warning for each of its lines: whoever asks again gets the first hundred.
 */
export function recordOutcome({ sql, now }: Desk, { idempotency }: Terms, outcome: Accepted): void {
  sql.exec("DELETE FROM idempotency WHERE at < ?", now() - KEEP_ANSWER_MS);
  if (idempotency === null) return;
  const { scope, key, fingerprint } = idempotency;
  sql.exec(
    "INSERT OR REPLACE INTO idempotency (scope, key, fingerprint, at, outcome) VALUES (?, ?, ?, ?, ?)",
    scope,
    key,
    fingerprint,
    now(),
    JSON.stringify({ ...outcome, warnings: firstFaults(outcome.warnings) }),
  );
}

/** The answer that a request with this key had before; null when there was none. */
export function recordedOutcome(
  { sql, now }: Desk,
  { scope, key, fingerprint }: Idempotency,
): Outcome | null {
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
  return { ...(JSON.parse(row.outcome) as Accepted), replayed: true };
}
