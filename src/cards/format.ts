import type { Field } from "../race/sections/polls/source.ts";
import { en } from "./messages/en.ts";
import type { Lang, Messages } from "./messages/messages.ts";
import { extras } from "./extras.ts";

export const DAY_MS = 86_400_000;

const NBSP = "\u00a0";

/**
 * Numbers, dates and words as one language writes them. By hand where that is easy: a page's first
 * use of Intl holds a slow phone up for 50 ms.
 */
export type Format = ReturnType<typeof make>;

const made: Partial<Record<Lang, Format>> = {};

/** The format of a language, English where its words aren't there. */
export function formatIn(wanted: Lang): Format {
  const lang = wanted === "es" && extras.es ? "es" : "en";
  return (made[lang] ??= make(lang));
}

function make(lang: Lang) {
  const messages: Messages = (lang === "es" && extras.es) || en;
  const { locale, months, writeDay } = messages;
  // A calendar date is midnight UTC and is written out in UTC, so that no zone can shift it.
  const write = (value: string | number, long: boolean, from = "") => {
    const date = new Date(value);
    const month = months[date.getUTCMonth()] ?? "";
    return writeDay(from + date.getUTCDate(), long ? month : month.slice(0, 3)).replace(/ /g, NBSP);
  };
  const count = (value: number) => `${value}`.replace(/\B(?=(\d{3})+(?!\d))/g, ",");
  const points = (value: number) => count(Math.round(value * 100) / 100);
  const day = (value: string | number) => write(value, false);
  const date = (value: string) => write(value, true);
  return {
    lang,
    messages,
    /** 140,308 */
    count,
    /** 48.9: one decimal, always */
    share: (value: number) => (Math.round(value * 10) / 10).toFixed(1),
    /** 3.46: as printed, at most two decimals */
    points,
    /** 2.5: a ratio that is stored to two decimals, halves up */
    times: (ratio: number) => points(Math.round(ratio * 10) / 10),
    /** Jun 20: of a date, or of milliseconds since 1970 in UTC */
    day,
    /** June 20: the same in a sentence */
    date,
    /** Jun 17 – 18, or the one middle day */
    field: (field: Field) => {
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

/** A date as days since 1970. */
export function dayOf(date: string): number {
  return Date.parse(date) / DAY_MS;
}

/** The middle of a poll's field work, in days since 1970. */
export function middleOf(field: Field): number {
  return "middle" in field ? dayOf(field.middle) : (dayOf(field.start) + dayOf(field.end)) / 2;
}
