import { localDate } from "../../dates.ts";
import type { TimelineEvent, TimelineSource } from "./source.ts";
import type { TimelineSummary } from "./summary.ts";

/** How many events before and after today stand in the race document, the nearest ones. */
const MAX_EACH_WAY = 15;

/** The events around `today`, a local date in `timeZone`, in the order of time; null without any. */
export function compileTimeline(
  { events }: TimelineSource,
  timeZone: string,
  today: string,
): TimelineSummary | null {
  const dayOf = ({ at }: TimelineEvent) => localDate(at, timeZone);
  const ordered = events
    .map((event) => ({ event, day: dayOf(event) }))
    .toSorted(
      (a, b) => a.day.localeCompare(b.day) || Date.parse(a.event.at) - Date.parse(b.event.at),
    );
  const all = ordered.map(({ event: { id, kind, at, until, text, source }, day }) => {
    const when: TimelineSummary[number]["when"] =
      day > today ? "next" : (until ?? day) < today ? "past" : "today";
    return { id, kind, at, date: day, until, when, text, source };
  });
  // Why the seat is open is told however long ago it was.
  const past = all.filter(({ when }) => when === "past").slice(-MAX_EACH_WAY);
  const vacancy = all.filter(
    (event) => event.when === "past" && event.kind === "vacancy" && !past.includes(event),
  );
  const shown = [
    ...vacancy,
    ...past,
    ...all.filter(({ when }) => when === "today"),
    ...all.filter(({ when }) => when === "next").slice(0, MAX_EACH_WAY),
  ];
  return shown.length === 0 ? null : shown;
}
