import { z } from "zod";
import { asOf, date, line, localId, wording } from "../../schema/common.ts";
import { joinKey } from "../rows.ts";

/** `vacancy`: why the seat is open. `election`: a day or a period of voting. */
export const EVENT_KINDS = ["event", "vacancy", "election"] as const;
export type EventKind = (typeof EVENT_KINDS)[number];

/** One dated event in the run of a race. */
export const timelineEvent = z
  .strictObject({
    id: localId,
    kind: z.enum(EVENT_KINDS).default("event"),
    at: asOf,
    /** The last day of what takes longer than one. */
    until: date.nullable().default(null),
    /** From when readers may know of something that is still to come: when it was set. */
    announced: asOf.nullable().default(null),
    text: wording,
    source: localId,
    note: line.nullable().default(null),
  })
  .refine((row) => row.until === null || row.until >= row.at.slice(0, 10), {
    error: "must not be before at",
    path: ["until"],
  })
  .meta({ id: "TimelineEvent" });
export type TimelineEvent = z.infer<typeof timelineEvent>;

/** The timeline as an editor keeps it. */
export const timelineSource = z
  .strictObject({ events: z.array(timelineEvent) })
  .meta({ id: "TimelineSource" });
export type TimelineSource = z.infer<typeof timelineSource>;

/** What makes an event that event and no other. */
export function eventKey({ id }: TimelineEvent): string {
  return joinKey(id);
}
