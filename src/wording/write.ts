import type { Marks } from "./marks.ts";

const NBSP = "\u00a0";

/** When people were asked: the first and the last day, or only the one in the middle. */
export type FieldDays =
  | { readonly start: string; readonly end: string }
  | { readonly middle: string };

/** Numbers and dates as one language writes them. */
export type Write = ReturnType<typeof writeWith>;

/**
 * Makes what writes numbers and dates with a language's marks. By hand where that is easy: a
 * page's first use of Intl holds a slow phone up for 50 ms.
 */
export function writeWith(marks: Marks) {
  const { locale, decimal, group, months, writeDay } = marks;
  // A calendar date is midnight UTC and is written out in UTC, so that no zone can shift it.
  const write = (value: string | number, long: boolean, from = "") => {
    const date = new Date(value);
    const month = months[date.getUTCMonth()] ?? "";
    return writeDay(from + date.getUTCDate(), long ? month : month.slice(0, 3)).replace(/ /g, NBSP);
  };
  // By hand: the regular expression for it costs a slow phone milliseconds.
  const count = (value: number | string) => {
    const [whole = "", ...fraction] = `${value}`.split(".");
    let grouped = whole;
    for (let at = whole.length - 3; at > (whole[0] === "-" ? 1 : 0); at -= 3)
      grouped = grouped.slice(0, at) + group + grouped.slice(at);
    return [grouped, ...fraction].join(decimal);
  };
  const points = (value: number) => count(Math.round(value * 100) / 100);
  const day = (value: string | number) => write(value, false);
  const date = (value: string) => write(value, true);
  return {
    /** 140,308 */
    count: count as (value: number) => string,
    /** 48.9: one decimal, always */
    share: (value: number) => count((Math.round(value * 10) / 10).toFixed(1)),
    /** 3.46: as printed, at most two decimals */
    points,
    /** 2.5: a ratio that is stored to two decimals, halves up */
    times: (ratio: number) => points(Math.round(ratio * 10) / 10),
    /** 48.9%: of a number that is written out */
    percent: marks.percent,
    /** Jun 20: of a date, or of milliseconds since 1970 in UTC */
    day,
    /** June 20: the same in a sentence */
    date,
    /** Jun 17 – 18, or the one middle day */
    field: (field: FieldDays) => {
      const { start, end } = "middle" in field ? { start: field.middle, end: field.middle } : field;
      if (start === end) return day(end);
      return start.slice(0, 7) === end.slice(0, 7)
        ? write(end, false, `${+start.slice(8)} – `)
        : `${day(start)}${NBSP}– ${day(end)}`;
    },
    /** When a number was true, as precisely as its source says: a date, or a moment in the race's zone. */
    when: (value: string, timeZone: string) =>
      value.includes("T")
        ? new Intl.DateTimeFormat(locale, {
            day: "numeric",
            month: "long",
            hour: "numeric",
            minute: "2-digit",
            timeZone,
            timeZoneName: "short",
          }).format(new Date(value))
        : date(value),
    /** 12 minutes ago; never less than one */
    ago: (seconds: number) => {
      const relative = new Intl.RelativeTimeFormat(locale);
      const minutes = Math.max(1, Math.round(seconds / 60));
      const hours = Math.round(minutes / 60);
      if (minutes < 90) return relative.format(-minutes, "minute");
      return hours < 36
        ? relative.format(-hours, "hour")
        : relative.format(-Math.round(hours / 24), "day");
    },
  };
}
