/** What a number in a cell is, by the cell's own format and not by how it looks. */
export type NumberKind = "number" | "date" | "percent";

/** Formats that have a number instead of a code (ECMA-376, part 1, 18.8.30). */
const BUILT_IN: readonly (readonly [number, number, NumberKind])[] = [
  [9, 10, "percent"],
  [14, 22, "date"],
  [27, 36, "date"],
  [45, 47, "date"],
  [50, 58, "date"],
];

/** What the format with this number, or this code where the workbook has its own, makes of a number. */
export function numberKind(id: number, code: string | undefined): NumberKind {
  if (code === undefined)
    return BUILT_IN.find(([from, to]) => id >= from && id <= to)?.[2] ?? "number";
  // The first part is for positive numbers; quotes, escapes and colours aren't part of the format.
  const [bare = ""] = code
    .replace(/"[^"]*"|\\.|_.|\*.|\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, "")
    .split(";");
  if (bare.includes("%")) return "percent";
  return /[ymdhs]/i.test(bare.replace(/general/gi, "")) ? "date" : "number";
}

const DAY_MS = 86_400_000;
/** Day 0 of a workbook's calendar; in that of 1900, dates before March 1900 are off by one. */
const EPOCH_MS = { 1900: Date.UTC(1899, 11, 30), 1904: Date.UTC(1904, 0, 1) } as const;

export type Calendar = keyof typeof EPOCH_MS;

/**
 * A cell's number as the CSV of the same table would have it: dates as `2017-06-20`, with their time
 * `2017-06-20T19:00:00`, percents as points, all else with the 15 digits that spreadsheets keep.
 */
export function numberText(value: number, kind: NumberKind, calendar: Calendar): string {
  if (kind === "percent") return String(Number((value * 100).toPrecision(14)));
  if (kind === "number" || value < 0) return String(Number(value.toPrecision(15)));
  const ms = Math.round((value * DAY_MS) / 1000) * 1000;
  if (value < 1) return new Date(ms).toISOString().slice(11, 19);
  const moment = new Date(EPOCH_MS[calendar] + ms);
  if (Number.isNaN(moment.getTime())) return String(value);
  return moment.toISOString().slice(0, value % 1 === 0 ? 10 : 19);
}
