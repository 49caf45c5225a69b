import type { TimelineSummary } from "../../race/sections/timeline/summary.ts";
import type { TimelineFacts } from "../../wording/timeline.ts";

type Event = TimelineSummary[number];

/** What the timeline card's sentence says: what is on today, else what comes, else what was last. */
export function timelineFacts(
  events: readonly Event[],
  textOf: (event: Event) => string,
  dayOf: (date: string) => string,
): TimelineFacts {
  const today = events.filter(({ when }) => when === "today");
  // The day of the vote is what a day is about, whatever else is on.
  const main = today.find(({ kind }) => kind === "election") ?? today[0];
  if (main) return { case: "today", text: textOf(main), more: today.length - 1 };
  const next = events.find(({ when }) => when === "next");
  const one = next ?? events.at(-1);
  if (one === undefined) return { case: "none" };
  return { case: next ? "next" : "past", text: textOf(one), when: dayOf(one.date) };
}
