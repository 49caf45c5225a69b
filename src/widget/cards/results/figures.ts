import type { Reporting } from "../../../race/schema/results-summary.ts";
import type { Format } from "../format.ts";
import type { ResultsMessages } from "./messages.ts";
import type { Standing } from "./standing.ts";

/** "51.8%" of `total` votes; "<0.1%" and ">99.9%" where rounding would say nothing or everything. */
export function shareOf(
  { votes, share }: Pick<Standing, "votes" | "share">,
  total: number,
  { share: written }: Format,
): string {
  if (share === null) return "–";
  if (share < 0.05 && votes > 0) return `<${written(0.1)}%`;
  if (share >= 99.95 && votes < total) return `>${written(99.9)}%`;
  return `${written(share)}%`;
}

/** "58%"; "<1%" and ">99%" where a whole number would say nothing or everything. */
export function reportingPercent({ percent }: Reporting): string {
  if (percent > 0 && percent < 1) return "<1%";
  if (percent > 99 && percent < 100) return ">99%";
  return `${Math.round(percent)}%`;
}

/** "120 of 208 precincts reporting". */
export function progressOf(reporting: Reporting, say: ResultsMessages, { count }: Format): string {
  return reporting.of === "precincts"
    ? say.precincts(count(reporting.counted), count(reporting.total))
    : say.expected(reportingPercent(reporting));
}

/** Whether every precinct has reported. Of an expected vote, an estimate, nobody knows. */
export function isAllIn(reporting: Reporting | null): boolean {
  return reporting?.of === "precincts" && reporting.counted === reporting.total;
}
