import type { Field } from "../../race/schema/polls.ts";
import { en } from "../messages/en.ts";
import type { Lang, Messages } from "../messages/messages.ts";
import { extras } from "./extras.ts";

export const DAY_MS = 86_400_000;

/** Numbers, dates and words as one language writes them. */
export type Format = ReturnType<typeof make>;

const made: Partial<Record<Lang, Format>> = {};

/** The format of a language, English where its words aren't there; made once, since Intl is slow to set up. */
export function formatIn(wanted: Lang): Format {
  const lang = wanted === "es" && extras.es ? "es" : "en";
  return (made[lang] ??= make(lang));
}

function make(lang: Lang) {
  const messages: Messages = (lang === "es" && extras.es) || en;
  const { locale } = messages;
  const number = (options: Intl.NumberFormatOptions) =>
    new Intl.NumberFormat(locale, options).format;
  const dates = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale, { day: "numeric", timeZone: "UTC", ...options });
  // A calendar date is midnight UTC and is written out in UTC, so that no zone can shift it.
  const short = dates({ month: "short" });
  const long = dates({ month: "long" });
  const relative = new Intl.RelativeTimeFormat(locale);
  const points = number({ maximumFractionDigits: 2 });
  const day = (value: string | number) => unbroken(short.format(new Date(value)));
  const date = (value: string) => unbroken(long.format(new Date(value)));
  return {
    lang,
    messages,
    /** 140,308 */
    count: number({}),
    /** 48.9: one decimal, always */
    share: number({ minimumFractionDigits: 1, maximumFractionDigits: 1 }),
    /** 3.46: as printed, at most two decimals */
    points,
    /** 2.5: a ratio that is stored to two decimals, halves up */
    times: (ratio: number) => points(Math.round(ratio * 10) / 10),
    /** Jun 20: of a date, or of milliseconds since 1970 in UTC */
    day,
    /** June 20: the same in a sentence */
    date,
    /** Jun 17 – 18, or the one middle day */
    field: (field: Field) =>
      "middle" in field
        ? day(field.middle)
        : unbroken(short.formatRange(new Date(field.start), new Date(field.end))),
    /** When a number was true, as precisely as its source says: a date, or a moment in the race's zone. */
    when: (value: string, timeZone: string) =>
      value.includes("T")
        ? dates({
            month: "long",
            hour: "numeric",
            minute: "2-digit",
            timeZone,
            timeZoneName: "short",
          }).format(new Date(value))
        : date(value),
    /** 12 minutes ago; never less than one */
    ago: (seconds: number) => {
      const minutes = Math.max(1, Math.round(seconds / 60));
      const hours = Math.round(minutes / 60);
      if (minutes < 90) return relative.format(-minutes, "minute");
      return hours < 36
        ? relative.format(-hours, "hour")
        : relative.format(-Math.round(hours / 24), "day");
    },
  };
}

function unbroken(text: string): string {
  return text.replace(/\s/g, "\u00a0");
}

/** A date as days since 1970. */
export function dayOf(date: string): number {
  return Date.parse(date) / DAY_MS;
}

/** The middle of a poll's field work, in days since 1970. */
export function middleOf(field: Field): number {
  return "middle" in field ? dayOf(field.middle) : (dayOf(field.start) + dayOf(field.end)) / 2;
}
