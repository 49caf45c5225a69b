import { textFor } from "../../../../wording/text-for.ts";
import type { CardFacts, PictureFacts } from "./facts.ts";

/** What is on today and comes next, then what was last. */
export function timelinePicture({ race, language }: PictureFacts): CardFacts | null {
  const { timeline } = race;
  if (!timeline) return null;
  const { write, timeline: say, marks } = language;
  const tags = [marks.tag, ...race.languages];
  return {
    rows: timeline.map(({ date, text, when }) => ({
      label: textFor(text, tags),
      value: say.withYear(write.day(date), date.slice(0, 4)),
      ...(when === "today" && { tone: "a", won: false }),
    })),
    asOf: null,
    sources: timeline.map(({ source }) => source),
  };
}
