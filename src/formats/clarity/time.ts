/** Hours from UTC of the zone abbreviations that American election offices write. */
const ZONE_HOURS: Readonly<Record<string, number>> = {
  UTC: 0,
  GMT: 0,
  AST: -4,
  ADT: -3,
  EST: -5,
  EDT: -4,
  CST: -6,
  CDT: -5,
  MST: -7,
  MDT: -6,
  PST: -8,
  PDT: -7,
  AKST: -9,
  AKDT: -8,
  HST: -10,
  HDT: -9,
};

/** `11/13/2014 2:58:41 PM CST` as `2014-11-13T14:58:41-06:00`; null where any part is missing. */
export function clarityTime(text: string): string | null {
  const found = /^(\d{1,2})\/(\d{1,2})\/(\d{4}) (\d{1,2}):(\d{2}):(\d{2}) ([AP]M) ([A-Z]+)$/.exec(
    text.trim(),
  );
  if (found === null) return null;
  const [, month = "", day = "", year = "", hour = "", minute, second, half, zone = ""] = found;
  const hours = Object.hasOwn(ZONE_HOURS, zone) ? ZONE_HOURS[zone] : undefined;
  if (hours === undefined || Number(hour) < 1 || Number(hour) > 12) return null;
  const clock = (Number(hour) % 12) + (half === "PM" ? 12 : 0);
  const date = `${year}-${two(month)}-${two(day)}T${two(clock)}:${minute}:${second}`;
  const offset = hours === 0 ? "Z" : `${hours < 0 ? "-" : "+"}${two(Math.abs(hours))}:00`;
  // Date refuses the 13th month, but turns 30 February into 1 March.
  const parsed = new Date(`${date}Z`);
  if (Number.isNaN(parsed.getTime()) || parsed.getUTCDate() !== Number(day)) return null;
  return date + offset;
}

function two(value: string | number): string {
  return String(value).padStart(2, "0");
}
