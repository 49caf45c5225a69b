import type { ResultsSummary } from "../sections/results/summary.ts";

/** Whether less than half is counted, as far as anybody says. */
export function isEarly({
  count: { expected },
  reporting,
}: Pick<ResultsSummary, "count" | "reporting">): boolean {
  if (expected !== null) return expected.percent < 50;
  return reporting !== null && reporting.total !== null && reporting.counted < reporting.total / 2;
}
