import { isoDay } from "../sheet/local-dates.ts";

/** FiveThirtyEight dates its rows in the time of its newsroom, and states no zone. */
const ZONE = "America/New_York";

/** `1/5/21` or `6/20/2017` as `2021-01-05`. Anything else stays as it is, for the schema to judge. */
export function isoDate(cell: string): string {
  return isoDay(cell, "mdy", false);
}

/** `1/4/21 19:35`, US Eastern time, as `2021-01-04T19:35:00-05:00`; anything else as it is. */
export function isoMoment(cell: string): string {
  const found = /^(\S+) (\d{1,2}):(\d{2})(?::(\d{2}))?$/.exec(cell);
  if (found === null) return isoDate(cell);
  const [, day = "", hour = "", minute = "", second = "00"] = found;
  const local = `${isoDate(day)}T${hour.padStart(2, "0")}:${minute}:${second}`;
  const utc = Date.parse(`${local}Z`);
  return Number.isNaN(utc) ? cell : local + offsetAt(utc);
}

let formatter: Intl.DateTimeFormat | undefined;

/** The zone's offset when its clocks show `local` (read as if it were UTC): `-04:00`. */
function offsetAt(local: number): string {
  formatter ??= new Intl.DateTimeFormat("en-US", { timeZone: ZONE, timeZoneName: "longOffset" });
  // Eastern time is 4 or 5 hours behind; clocks change at night, when nobody enters polls.
  const parts = formatter.formatToParts(local + 5 * 3_600_000);
  const offset = parts.find((part) => part.type === "timeZoneName")?.value ?? "";
  return /[+-]\d\d:\d\d$/.exec(offset)?.[0] ?? "-05:00";
}
