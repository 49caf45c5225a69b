import type { Field } from "./sections/polls/source.ts";

const DAY_MS = 86_400_000;
const DATE_LENGTH = "2017-06-20".length;

/** Longest local day there is, with room to spare: a search for midnight may look this far. */
const LONGEST_DAY_MS = 50 * 3_600_000;

/** Making a formatter costs a hundred times as much as using one. */
const formatters = new Map<string, Intl.DateTimeFormat>();

/**
 * The calendar date, `YYYY-MM-DD`, that clocks in `timeZone` show at `moment` (ISO 8601 with
 * its zone). A `moment` that is already a date stays as it is: dates are local to the race.
 */
export function localDate(moment: string, timeZone: string): string {
  return isDate(moment) ? moment : dateAt(Date.parse(moment), timeZone);
}

/** Whether `when` is a date alone, and no moment. */
export function isDate(when: string): boolean {
  return when.length === DATE_LENGTH;
}

/**
 * Tells whether something dated `when` is known at `asOf` (ISO 8601 with its zone): a moment once
 * it has come or is at most `skewMs` ahead, a date from its first minute in the race's time zone.
 */
export function knownAt(
  asOf: string,
  timeZone: string,
): (when: string, skewMs?: number) => boolean {
  const today = localDate(asOf, timeZone);
  const now = Date.parse(asOf);
  return (when, skewMs = 0) => (isDate(when) ? when <= today : Date.parse(when) <= now + skewMs);
}

/** The moment that comes first, of two in ISO 8601 with their zones. */
export function earlier(a: string, b: string): string {
  return Date.parse(a) < Date.parse(b) ? a : b;
}

/** The offset that clocks in `timeZone` have at `moment` (ISO 8601 with its zone): `-04:00`. */
export function offsetAt(moment: string, timeZone: string): string {
  const parts = new Intl.DateTimeFormat("en-US", { timeZone, timeZoneName: "longOffset" });
  const name = parts.formatToParts(Date.parse(moment)).find(({ type }) => type === "timeZoneName");
  return /[+-]\d\d:\d\d/.exec(name?.value ?? "")?.[0] ?? "+00:00";
}

/** A date's number: whole days since 1970-01-01. Days subtract; they know no time zone. */
export function dayOf(date: string): number {
  return Date.parse(date) / DAY_MS;
}

/** The date of a whole day number. */
export function dateOf(day: number): string {
  return new Date(day * DAY_MS).toISOString().slice(0, 10);
}

/** Days from one date to another; negative when `to` comes first. */
export function daysBetween(from: string, to: string): number {
  return dayOf(to) - dayOf(from);
}

export function addDays(date: string, days: number): string {
  return dateOf(dayOf(date) + days);
}

/** The middle of field work as a day number; a half where it lasted an even number of days. */
export function middleOf(field: Field): number {
  return "middle" in field ? dayOf(field.middle) : (dayOf(field.start) + dayOf(field.end)) / 2;
}

/** The first date of field work, or the middle where that is all that is known. */
export function startOf(field: Field): string {
  return "middle" in field ? field.middle : field.start;
}

/** The last date of field work, or the middle where that is all that is known. */
export function endOf(field: Field): string {
  return "middle" in field ? field.middle : field.end;
}

/**
 * The first moment of the next local date, as an ISO time in UTC. Found by search, so that
 * days of 23 or 25 hours and days that begin at 1:00 come out right.
 */
export function nextMidnight(moment: string, timeZone: string): string {
  const now = Math.floor(Date.parse(moment) / 1000) * 1000;
  const today = dateAt(now, timeZone);
  let before = now;
  let after = now + LONGEST_DAY_MS;
  while (after - before > 1000) {
    const between = before + Math.floor((after - before) / 2000) * 1000;
    if (dateAt(between, timeZone) > today) after = between;
    else before = between;
  }
  return new Date(after).toISOString();
}

function dateAt(ms: number, timeZone: string): string {
  let formatter = formatters.get(timeZone);
  if (formatter === undefined) {
    formatter = new Intl.DateTimeFormat("en-US", {
      timeZone,
      year: "numeric",
      month: "2-digit",
      day: "2-digit",
    });
    formatters.set(timeZone, formatter);
  }
  const [month, day, year] = formatter.format(ms).split("/");
  return `${year?.padStart(4, "0")}-${month}-${day}`;
}
