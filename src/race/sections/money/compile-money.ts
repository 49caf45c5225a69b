import type { Amount, MoneySummary } from "./summary.ts";
import type { MoneyEntry, MoneyMeasure, MoneySource } from "./source.ts";

/**
 * The latest figure of each kind, by candidate, with its own date: coverage ends differ between
 * committees. Nothing is summed.
 */
export function compileMoney(
  source: MoneySource,
  candidates: readonly string[],
): MoneySummary | null {
  if (source.entries.length === 0) return null;
  const latest = (measure: MoneyMeasure, candidate: string | null) =>
    toAmount(
      source.entries
        .filter((e) => e.measure === measure && e.candidate === candidate)
        .toSorted((a, b) => Date.parse(a.asOf) - Date.parse(b.asOf))
        .at(-1),
    );
  return {
    candidates: candidates.map((candidate) => ({
      candidate,
      receipts: latest("receipts", candidate),
      disbursements: latest("disbursements", candidate),
      cashOnHand: latest("cash_on_hand", candidate),
      independentFor: latest("independent_for", candidate),
      independentAgainst: latest("independent_against", candidate),
      partyCommittees: latest("party_committees", candidate),
    })),
    independentTotal: latest("independent_total", null),
    total: latest("total", null),
    record: latest("previous_record", null),
  };
}

function toAmount(entry: MoneyEntry | undefined): Amount | null {
  if (!entry) return null;
  const { amount, asOf, printed: text, atMost, atLeast, rounded, label, source } = entry;
  return { amount, asOf, text, atMost, atLeast, rounded, ...(label && { label }), source };
}
