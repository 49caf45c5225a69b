import type { ResultsSection } from "../../../race/sections/results/summary.ts";
import type { ResultsPartProps } from "./part-count.ts";

type Counted = ResultsSection["areas"][number];

/** An area, and its count; null as long as it has reported nothing. */
export type AreaRow = {
  readonly name: string;
  readonly count: Counted | null;
  /** Since when a number of it has stayed as it was until somebody has looked, else null. */
  readonly reviewedSince: string | null;
};

/** The areas of the round that the card shows, those that the race waits for last. */
export function rowsOf(
  { areas, unreported = [] }: ResultsSection,
  { summary, race }: Pick<ResultsPartProps, "summary" | "race">,
): readonly AreaRow[] {
  const n = summary.rounds.at(-1)?.n;
  const reviews = race.underReview.filter(({ section }) => section === "results");
  const row = (name: string, count: Counted | null): AreaRow => ({
    name,
    count,
    reviewedSince: reviews.find(({ area }) => area === name)?.since ?? null,
  });
  const own = areas.filter(({ round }) => round === n);
  const counted = own.filter(({ votes, reporting }) => votes > 0 || (reporting?.counted ?? 0) > 0);
  const names = new Set(counted.map(({ area }) => area));
  const waiting = new Set([...own.map(({ area }) => area), ...unreported]);
  return [
    ...counted.map((count) => row(count.area, count)),
    ...Array.from(waiting, (name) => row(name, null)).filter(({ name }) => !names.has(name)),
  ];
}

/** What a table of areas is sorted by: a candidate is meant by the id. */
export type SortKey = "name" | "votes" | "reporting" | { readonly candidate: string };

/** Sorted anew; areas that haven't reported come last, whichever way the others go. */
export function sortRows(
  rows: readonly AreaRow[],
  key: SortKey,
  { up, tag }: { readonly up: boolean; readonly tag: string },
): readonly AreaRow[] {
  const { compare } = new Intl.Collator(tag, { numeric: true });
  const sign = up ? 1 : -1;
  const sorted = [...rows];
  sorted.sort((a, b) => {
    if (key === "name") return sign * compare(a.name, b.name);
    const [x, y] = [valueOf(a, key), valueOf(b, key)];
    if (x === null || y === null) return x === y ? compare(a.name, b.name) : x === null ? 1 : -1;
    return sign * (x - y) || compare(a.name, b.name);
  });
  return sorted;
}

function valueOf({ count }: AreaRow, key: Exclude<SortKey, "name">): number | null {
  if (count === null) return null;
  if (key === "votes") return count.votes;
  if (key === "reporting") {
    const { counted, total } = count.reporting ?? {};
    return counted !== undefined && total ? counted / total : null;
  }
  const tally = count.candidates.find(({ candidate }) => candidate === key.candidate);
  return tally?.share ?? tally?.votes ?? null;
}
