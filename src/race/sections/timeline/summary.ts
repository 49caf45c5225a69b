import { z } from "zod";
import { date } from "../../schema/common.ts";
import { sectionHead } from "../../schema/section-head.ts";
import { timelineEvent } from "./source.ts";

const { id, kind, at, until, text, source } = timelineEvent.shape;

export const timelineSummary = z
  .array(
    z.object({
      id,
      kind,
      at,
      /** The local date of that, the first one of a period. */
      date,
      until,
      /** Against the race's local date: a period counts as today's from its first day to its last. */
      when: z.enum(["past", "today", "next"]),
      text,
      source,
    }),
  )
  .meta({ id: "Timeline" });
export type TimelineSummary = z.infer<typeof timelineSummary>;

/** An event as readers get it: what editors note for each other is left out. */
const listedEvent = z
  .object(timelineEvent.shape)
  .omit({ note: true })
  .meta({ id: "ListedTimelineEvent" });

/** The timeline of a race in full. */
export const timelineSection = z
  .object({ ...sectionHead("timeline"), events: z.array(listedEvent) })
  .meta({ id: "TimelineSection" });
export type TimelineSection = z.infer<typeof timelineSection>;
