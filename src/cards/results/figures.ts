import type { Reporting } from "../../race/sections/results/summary.ts";
import type { Format } from "../format.ts";
import type { ResultsMessages } from "./messages.ts";
import type { Standing } from "./standing.ts";

/** "51.8%" of `total` votes. */
export function shareOf(
  { votes, share }: Pick<Standing, "votes" | "share">,
  total: number,
  format: Format,
): string {
  return share === null ? "–" : cautious((votes / total) * 100, 0.1, format.share(share), format);
}

/** "58%". */
export function percentOf({ percent }: Reporting, format: Format): string {
  return cautious(percent, 1, format.count(Math.round(percent)), format);
}

/** "120 of 208 precincts reporting". */
export function progressOf(reporting: Reporting, say: ResultsMessages, format: Format): string {
  const { count } = format;
  return reporting.of === "precincts"
    ? say.precincts(count(reporting.counted), count(reporting.total))
    : say.expected(percentOf(reporting, format));
}

/** As written, but "<1%" and ">99%", or "<0.1%" and ">99.9%", near nothing and everything. */
function cautious(percent: number, least: number, written: string, { points }: Format): string {
  if (percent > 0 && percent < least) return `<${points(least)}%`;
  if (percent < 100 && percent > 100 - least) return `>${points(100 - least)}%`;
  return `${written}%`;
}
