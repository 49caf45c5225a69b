const MINUTE_MS = 60_000;

/** A moment so many minutes after another, in that one's zone: `2017-06-20T19:42:30-04:00`. */
export function minutesAfter(instant: string, minutes: number): string {
  const zone = /(?:Z|[+-]\d{2}:\d{2})$/.exec(instant)?.[0] ?? "Z";
  const at = Date.parse(instant) + minutes * MINUTE_MS;
  return new Date(at + offsetMs(zone)).toISOString().replace(/\.\d+Z$/, zone);
}

/** Minutes from one moment to another; negative when `to` comes first. */
export function minutesBetween(from: string, to: string): number {
  return (Date.parse(to) - Date.parse(from)) / MINUTE_MS;
}

function offsetMs(zone: string): number {
  if (zone === "Z") return 0;
  const [hours = 0, minutes = 0] = zone.slice(1).split(":").map(Number);
  return (zone.startsWith("-") ? -1 : 1) * (hours * 60 + minutes) * MINUTE_MS;
}
