import { date } from "../../race/schema/common.ts";
import type { DayOrder } from "../../race/schema/written.ts";

/** Two-digit years from here on are of the last century: the oldest lists of polls begin in 1998. */
const LAST_CENTURY = 70;

const MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");

/** Midnight behind a day is a spreadsheet's way to write the day. */
const MIDNIGHT = /[T ]0?0:00(?::00(?:\.0+)?)?$/;

type Parts = {
  readonly mark: string;
  readonly a: string;
  readonly b: string;
  readonly year: string;
};

function partsOf(cell: string): Parts | null {
  const found = /^(\d{1,2})([./-])\s?(\d{1,2})\2\s?(\d{4}|\d{2})$/.exec(cell.replace(MIDNIGHT, ""));
  if (found === null) return null;
  const [, a = "", mark = "", b = "", year = ""] = found;
  return { mark, a, b, year };
}

/** Which order the cells leave no doubt about; null where none does, or where they differ. */
export function orderSaid(cells: Iterable<{ readonly cell: string }>): DayOrder | null {
  const found = new Set<DayOrder>();
  for (const { cell } of cells) {
    const parts = partsOf(cell);
    // 26-10-28 may begin with the year.
    if (parts === null || (parts.mark === "-" && parts.year.length === 2)) continue;
    if (Number(parts.a) > 12) found.add("dmy");
    else if (Number(parts.b) > 12) found.add("mdy");
    // Points part days only where they come first.
    else if (parts.mark === ".") found.add("dmy");
    if (found.size > 1) return null;
  }
  return [...found][0] ?? null;
}

/** A day as ISO 8601 writes it; as it is where it can't be told which day is meant. */
export function isoDay(cell: string, order: DayOrder | null, isSaid: boolean): string {
  const day = cell.replace(MIDNIGHT, "");
  const yearFirst = /^(\d{4})([./])(\d{1,2})\2(\d{1,2})\.?$/.exec(day);
  if (yearFirst !== null) return iso(yearFirst[1], yearFirst[3], yearFirst[4]) ?? cell;
  const named = /^(\d{1,2})[- ]([a-z]{3})[a-z]*[- ,]+(\d{4}|\d{2})$/i.exec(day);
  if (named !== null) return withMonth(cell, named[3], named[2], named[1]);
  const monthFirst = /^([a-z]{3})[a-z]*\.? (\d{1,2}),? (\d{4})$/i.exec(day);
  if (monthFirst !== null) return withMonth(cell, monthFirst[3], monthFirst[1], monthFirst[2]);
  const parts = partsOf(cell);
  if (parts === null) return /^\d{4}-\d\d-\d\d$/.test(day) ? day : cell;
  if (order === null || (parts.mark === "-" && parts.year.length === 2 && !isSaid)) return cell;
  const { year, a, b } = parts;
  return (order === "dmy" ? iso(year, b, a) : iso(year, a, b)) ?? cell;
}

function withMonth(cell: string, year = "", month = "", day = ""): string {
  const at = MONTHS.indexOf(month.toLowerCase());
  return at < 0 ? cell : (iso(year, String(at + 1), day) ?? cell);
}

/** Null of a day that no calendar has. */
function iso(year = "", month = "", day = ""): string | null {
  const century = Number(year) < LAST_CENTURY ? "20" : "19";
  const full = year.length === 4 ? year : century + year;
  const text = `${full}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  return date.safeParse(text).success ? text : null;
}

/** What to do about a day that can be meant two ways; empty where it isn't that. */
export function dayAdvice(cell: string): string {
  const parts = partsOf(cell);
  if (parts === null) return "";
  const { year, a, b } = parts;
  const meant = [iso(year, a, b), iso(year, b, a)].filter((day) => day !== null);
  if (meant.length === 0) return "";
  return `is that ${meant.join(" or ")}? Say so with dates (--dates mdy or --dates dmy), or write it so`;
}
