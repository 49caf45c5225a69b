/** One end of a time span, as a clock shows it. */
export type ClockTime = { readonly day: string; readonly clock: string; readonly period: string };

export type TimeSpan = {
  readonly from: ClockTime;
  readonly until: ClockTime;
  /** "EDT" */
  readonly zone: string;
  /** "ET": the same summer and winter; what has no such name has the zone's other one. */
  readonly generalZone: string;
};

/**
 * Two instants as clocks of a zone show them, in pieces for a language to put together.
 * @param locale what the day and the period of the day are written in
 */
export function timeSpan(from: string, until: string, timeZone: string, locale: string): TimeSpan {
  const partsOf = (at: string, zone: "short" | "shortGeneric") => {
    const format = new Intl.DateTimeFormat(locale, {
      month: "long",
      day: "numeric",
      hour: "numeric",
      minute: "2-digit",
      timeZone,
      timeZoneName: zone,
    });
    return new Map(format.formatToParts(new Date(at)).map(({ type, value }) => [type, value]));
  };
  const clockAt = (at: string): ClockTime => {
    const parts = partsOf(at, "short");
    return {
      day: localDay(at, timeZone),
      clock: `${parts.get("hour")}:${parts.get("minute")}`,
      period: parts.get("dayPeriod") ?? "",
    };
  };
  return {
    from: clockAt(from),
    until: clockAt(until),
    zone: partsOf(until, "short").get("timeZoneName") ?? timeZone,
    generalZone: partsOf(until, "shortGeneric").get("timeZoneName") ?? timeZone,
  };
}

/** YYYY-MM-DD in that zone. */
function localDay(at: string, timeZone: string): string {
  return new Intl.DateTimeFormat("en-CA", {
    timeZone,
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
  }).format(new Date(at));
}
