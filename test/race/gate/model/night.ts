import type { ResultCount } from "../../../../src/race/sections/results/source.ts";
import { votes } from "../../fixtures.ts";

/** One report of a made-up TEST night: what an area's count stands at from a minute on. */
export type Report = { readonly minute: number; readonly counts: readonly ResultCount[] };

export type Night = {
  readonly reports: readonly Report[];
  /** What an honest count comes to in the end, by area and candidate. */
  readonly end: ReadonlyMap<string, number>;
};

const AREAS = ["Ash", "Birch", "Cedar", "Dogwood", "Elm", "Fir"] as const;
const SMALL_FALLS = 13;
/** Minutes of the large fall, which is right, and of the ward with a digit too many. */
export const LARGE_FALL = 61;
export const WARD_IN_DOUBT = 92;

/**
 * A made-up night: six areas report every few minutes, 13 take a little back, one takes a lot back
 * (a mistyped file that its office mends), and one sends a digit too many and then the right figure.
 * @param closes when polls closed, ISO 8601
 */
export function madeUpNight(closes: string): Night {
  const standing = new Map<string, number>();
  const reports: Report[] = [];
  const at = (minute: number) => new Date(Date.parse(closes) + minute * 60_000).toISOString();
  const report = (minute: number, area: string, ada: number, bo: number) => {
    standing.set(`${area} ada`, ada).set(`${area} bo`, bo);
    const asOf = at(minute);
    const counts = [votes(area, "ada", ada, { asOf }), votes(area, "bo", bo, { asOf })];
    reports.push({ minute, counts });
  };
  const of = (key: string) => standing.get(key) ?? 0;
  let falls = 0;
  for (let minute = 1; minute <= 120; minute++) {
    const area = AREAS[minute % AREAS.length] ?? "Ash";
    const [ada, bo] = [of(`${area} ada`), of(`${area} bo`)];
    if (minute === LARGE_FALL) report(minute, area, ada - 2400, bo);
    else if (minute === WARD_IN_DOUBT) report(minute, area, Number(`9${ada}`), bo + 110);
    else if (minute === WARD_IN_DOUBT + AREAS.length)
      report(minute, area, wardBefore(reports, area) + 240, bo + 120);
    else if (minute > 24 && minute % 7 === 0 && falls < SMALL_FALLS) {
      falls++;
      report(minute, area, ada - 3 - (minute % 11), bo);
    } else report(minute, area, ada + 611 + 7 * (minute % 13), bo + 590 + 11 * (minute % 7));
  }
  return { reports, end: standing };
}

/** What the area stood at before its digit too many. */
function wardBefore(reports: readonly Report[], area: string): number {
  const own = reports.filter(({ counts }) => counts[0]?.area === area);
  return own.at(-2)?.counts[0]?.value ?? 0;
}
