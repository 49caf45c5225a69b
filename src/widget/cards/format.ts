import type { Field } from "../../race/schema/polls.ts";
import type { Lang, Messages } from "../messages/messages.ts";
import { en } from "../messages/en.ts";
import { es } from "../messages/es.ts";

export const DAY_MS = 86_400_000;

/** Words, numbers and dates as one language writes them. */
export type Format = {
  readonly lang: Lang;
  readonly messages: Messages;
  /** 140,308 */
  readonly count: (value: number) => string;
  /** 150K, on an axis */
  readonly short: (value: number) => string;
  /** 48.9: one decimal, always */
  readonly share: (value: number) => string;
  /** 3.46: as printed, at most two decimals */
  readonly points: (value: number) => string;
  /** 2.5: a stored ratio of two decimals, worded to one, halves up */
  readonly times: (ratio: number) => string;
  /** Jun 20: of a date, or of milliseconds since 1970 in UTC */
  readonly day: (date: string | number) => string;
  /** June 20: the same in a sentence */
  readonly date: (date: string) => string;
  /** Jun 17 – 18, or the one middle day */
  readonly field: (field: Field) => string;
  /** 12 minutes ago */
  readonly ago: (seconds: number) => string;
};

const made = new Map<Lang, Format>();

/** The formats of a language; made once, since Intl is slow to set up. */
export function formatsIn(lang: Lang): Format {
  const format = made.get(lang) ?? make(lang);
  made.set(lang, format);
  return format;
}

function make(lang: Lang): Format {
  const messages: Messages = { en, es }[lang];
  const { locale } = messages;
  const number = (options?: Intl.NumberFormatOptions) => {
    const { format } = new Intl.NumberFormat(locale, options);
    return (value: number) => format(value);
  };
  // A calendar date is midnight UTC and is written out in UTC, so that no zone can shift it.
  const dates = (month: "short" | "long") =>
    new Intl.DateTimeFormat(locale, { month, day: "numeric", timeZone: "UTC" });
  const days = dates("short");
  const longDates = dates("long");
  const relative = new Intl.RelativeTimeFormat(locale);
  return {
    lang,
    messages,
    count: number(),
    short: number({ notation: "compact", compactDisplay: messages.compact }),
    share: number({ minimumFractionDigits: 1, maximumFractionDigits: 1 }),
    points: number({ maximumFractionDigits: 2 }),
    times: number({ maximumFractionDigits: 1 }),
    day: (date) => unbroken(days.format(new Date(date))),
    date: (date) => unbroken(longDates.format(new Date(date))),
    field: (field) =>
      unbroken(
        "middle" in field
          ? days.format(new Date(field.middle))
          : days.formatRange(new Date(field.start), new Date(field.end)),
      ),
    ago: (seconds) => {
      const minutes = Math.max(1, Math.round(seconds / 60));
      if (minutes < 90) return relative.format(-minutes, "minute");
      const hours = Math.round(minutes / 60);
      return hours < 36
        ? relative.format(-hours, "hour")
        : relative.format(-Math.round(hours / 24), "day");
    },
  };
}

/** When a number was true, as precisely as its source says: a date, or a moment in the race's zone. */
export function asOfIn(format: Format, value: string, timeZone: string): string {
  if (!value.includes("T")) return format.date(value);
  return new Intl.DateTimeFormat(format.messages.locale, {
    month: "long",
    day: "numeric",
    hour: "numeric",
    minute: "2-digit",
    timeZone,
    timeZoneName: "short",
  }).format(new Date(value));
}

function unbroken(text: string): string {
  return text.replace(/\s/g, "\u00a0");
}

/** The day in the middle of a poll's field work, in milliseconds since 1970. */
export function middleOf(field: Field): number {
  return "middle" in field
    ? Date.parse(field.middle)
    : (Date.parse(field.start) + Date.parse(field.end)) / 2;
}
