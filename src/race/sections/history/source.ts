import { z } from "zod";
import { joinKey } from "../rows.ts";
import { count, date, line, localId, percent, wording } from "../../schema/common.ts";

/** What was voted on: this seat, or another office of which the district's own votes are known. */
export const CONTESTS = ["seat", "president", "governor", "senate", "other"] as const;
export type Contest = (typeof CONTESTS)[number];

/** `vote`: what somebody got in an earlier election. `held`: a time for which somebody had the seat. */
export const PAST_KINDS = ["vote", "held"] as const;

export const pastRow = z
  .strictObject({
    kind: z.enum(PAST_KINDS),
    /** The day of the election, or the first day in the seat. */
    date,
    /** The last day in the seat; null while it isn't known, or not over. */
    until: date.nullable().default(null),
    contest: z.enum(CONTESTS).default("seat"),
    /** What a contest that is `other` is called. */
    name: wording.optional(),
    who: line,
    /** The code of the party: `R`. */
    party: z.string().min(1).max(8).nullable().default(null),
    won: z.boolean().default(false),
    votes: count.nullable().default(null),
    /** In percent, as its source prints it. */
    share: percent.nullable().default(null),
    /** Points ahead of the next, where a source says that and no shares. */
    margin: percent.nullable().default(null),
    /** The margin is less than the number given: "by less than 2 points". */
    lessThan: z.boolean().default(false),
    source: localId,
    note: line.nullable().default(null),
  })
  .refine((row) => row.contest !== "other" || row.name !== undefined, {
    error: "needs a name: what was voted on?",
    path: ["name"],
  })
  .refine((row) => row.kind === "vote" || row.contest === "seat", {
    error: "must be seat where somebody held it",
    path: ["contest"],
  })
  .refine((row) => row.kind === "held" || row.until === null, {
    error: "is only for rows that are held",
    path: ["until"],
  })
  .refine((row) => row.until === null || row.until >= row.date, {
    error: "must not be before date",
    path: ["until"],
  })
  .refine((row) => !row.lessThan || row.margin !== null, {
    error: "needs a margin",
    path: ["lessThan"],
  })
  .meta({ id: "PastRow" });
export type PastRow = z.infer<typeof pastRow>;

/** The history section as an editor keeps it. */
export const historySource = z
  .strictObject({ past: z.array(pastRow) })
  .meta({ id: "HistorySource" });
export type HistorySource = z.infer<typeof historySource>;

/** What makes a row that row and no other. */
export function pastKey({ kind, date: day, contest, name, who }: PastRow): string {
  return joinKey(kind, day, contest, ...Object.values(name ?? {}), who);
}

/** The vote that a row belongs to, or that it is about who had the seat. */
export function pastPart({ kind, date: day, contest }: PastRow): string {
  return kind === "held" ? "who held the seat" : `${contest}, ${day}`;
}
