import type { MoneySummary } from "../../race/sections/money/summary.ts";
import type { MoneyFacts } from "../../wording/money.ts";

/** What the money card's sentence says; candidates go by the names of running text. */
export function moneyFacts(
  { candidates, total, independentTotal, record }: MoneySummary,
  nameOf: (candidate: string) => string,
): MoneyFacts {
  if (total) return { case: "total", total };
  const raised = candidates.flatMap(({ candidate, receipts }) =>
    receipts ? { name: nameOf(candidate), raised: receipts } : [],
  );
  raised.sort((a, b) => b.raised.amount - a.raised.amount);
  const [first, next] = raised;
  if (first) return { case: "raised", first, next: next ?? null };
  const others = candidates.flatMap(({ candidate: _, ...amounts }) =>
    Object.values(amounts).filter((amount) => amount !== null),
  );
  return { case: others.length > 0 || independentTotal || record ? "known" : "none" };
}
