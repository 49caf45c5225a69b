import type { RaceData } from "../schema/data.ts";
import { SECTIONS } from "../sections/index.ts";
import { rowsOf } from "./rows.ts";

const HOUR_MS = 3_600_000;
/** No office certifies on the night: until then a certificate doesn't loosen anything. */
const CERTIFIED_AFTER_MS = 24 * HOUR_MS;

/** The moment by which the race is judged: readers of a pinned race are still before its moment. */
export function momentOf({ race }: RaceData, now: string): number {
  return Math.min(Date.parse(now), Date.parse(race.asOf ?? now));
}

/** When the first polls close: from then on there may be counts. */
export function firstCloseOf({ race: { voting } }: RaceData): string {
  return voting.firstCloses ?? voting.closes;
}

/** Whether an office had certified the count before this change. */
export function isCertified(before: RaceData | null, now: string): boolean {
  if (before === null) return false;
  const { certified, voting } = before.race;
  const earliest = Date.parse(voting.closes) + CERTIFIED_AFTER_MS;
  return certified.some(({ at }) => {
    const moment = Date.parse(at);
    return moment >= earliest && moment <= momentOf(before, now);
  });
}

/** Whether readers have any number of the race. Until then it is being set up. */
export function hasNumbers(data: RaceData | null): data is RaceData {
  return data !== null && SECTIONS.some((section) => rowsOf(data, section).length > 0);
}

/** The same value, whatever the order of its fields was. */
export function isSame(a: unknown, b: unknown): boolean {
  return textOf(a) === textOf(b);
}

/** One text for each value, whatever the order of its fields is. */
export function textOf(value: unknown): string {
  return (
    JSON.stringify(value, (_, inner: unknown) =>
      typeof inner === "object" && inner !== null && !Array.isArray(inner)
        ? Object.fromEntries(Object.entries(inner).toSorted(([a], [b]) => (a < b ? -1 : 1)))
        : inner,
    ) ?? "undefined"
  );
}
