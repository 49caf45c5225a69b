import { roundHalfUp } from "../../rounding.ts";
import type { AreaFigures, Figures } from "./figures.ts";
import { areaKey, areasByKey, type ListedArea } from "./listed-areas.ts";
import type { ResultsFacts } from "./results-facts.ts";
import type { Expected, Reporting } from "./summary.ts";
import type { Rows } from "./tally.ts";

/**
 * How many places have reported something. Over all of the race's areas where it lists them: in
 * precincts if each area says how many it has, else in areas. Where it lists none and no source
 * counts for the whole contest, nobody knows how many places there are in all (`total: null`) until
 * the office says that the count is final. No percent: places aren't votes.
 */
export function placesReporting(
  { precincts }: Figures,
  areas: readonly AreaFigures[],
  listed: readonly ListedArea[],
  {
    isStated,
    isFinal = false,
  }: { readonly isStated: boolean; readonly isFinal?: boolean | undefined },
): Reporting | null {
  if (isStated || (listed.length === 0 && isFinal)) return precinctsReporting(precincts);
  if (listed.length === 0) {
    const reporting = precinctsReporting(precincts);
    return reporting && { ...reporting, total: null };
  }
  const known = areasByKey(listed);
  const own = new Map(areas.map((area) => [known.get(areaKey(area.area)), area]));
  const each = listed.map((area) => ({ area, count: own.get(area) }));
  const reported = each.filter(({ count }) => hasReported(count));
  const totals = each.map(({ area, count }) => count?.figures.precincts?.total ?? area.precincts);
  const counts = reported.map(({ count }) => count?.figures.precincts?.counted ?? null);
  if (isComplete(totals) && isComplete(counts))
    return { counted: sum(counts), total: sum(totals), of: "precincts", percent: null };
  return { counted: reported.length, total: listed.length, of: kindOf(listed), percent: null };
}

/** Whether an area's count says anything: a vote, or a precinct that is done. */
export function hasReported(count: AreaFigures | undefined): boolean {
  return (count?.votes ?? 0) > 0 || (count?.figures.precincts?.counted ?? 0) > 0;
}

/** What areas are to be called. */
export function kindOf(areas: readonly Pick<ListedArea, "name" | "ocdId">[]): "counties" | "areas" {
  return areas.every(isCounty) ? "counties" : "areas";
}

export function precinctsReporting(precincts: Figures["precincts"]): Reporting | null {
  if (precincts === null) return null;
  return { ...precincts, of: "precincts", percent: null };
}

function isCounty({ name, ocdId }: Pick<ListedArea, "name" | "ocdId">): boolean {
  return / county$/i.test(name) || /\/county:[^/]+$/.test(ocdId ?? "");
}

function isComplete(values: readonly (number | null)[]): values is readonly number[] {
  return values.every((value) => value !== null);
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

/**
 * How much of the expected vote is counted, as the row's source estimates it; percents of several
 * areas don't add up to one of the whole. All of it is counted once the office says so.
 */
export function expectedOf(
  rows: Rows,
  { isFinal = false, sources = [] }: Pick<ResultsFacts, "isFinal" | "sources">,
): Expected | null {
  const [expected, ...others] = rows.filter((row) => row.measure === "expected_percent");
  if (!expected || others.length > 0) return null;
  const { value, source, asOf } = expected;
  const percent = value >= 100 && isFinal ? 100 : Math.min(99.9, roundHalfUp(value, 1));
  const by = sources.find(({ id }) => id === source)?.name ?? source;
  // Where there are votes, more than nothing is counted, whatever an estimate was rounded to.
  const counted = value > 0 || rows.some((row) => row.measure === "votes" && row.value > 0);
  return { percent: counted ? Math.max(0.1, percent) : 0, by, source, asOf };
}

export function expectedReporting(expected: Expected | null): Reporting | null {
  if (expected === null) return null;
  return { counted: expected.percent, total: 100, of: "expected_vote", percent: expected.percent };
}
