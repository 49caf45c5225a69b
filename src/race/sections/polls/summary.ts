import { z } from "zod";
import { sectionHead } from "../../schema/section-head.ts";
import { asOf, count, date, line, localId, percent, wording } from "../../schema/common.ts";
import { publishedAverage } from "./settings.ts";
import { poll } from "./source.ts";

/** How the first two candidates stand to each other; wording follows from it. */
export const LEAD_CASES = ["none", "single", "tie", "within", "clear"] as const;

export const lead = z
  .object({
    /** `clear` only when the whole 95 % interval of the lead is above 0. */
    case: z.enum(LEAD_CASES),
    /** Who is ahead in the printed shares; null when nobody is. */
    candidate: localId.nullable(),
    /** Points between the two printed shares. */
    points: z.number().nullable(),
    low: z.number().nullable(),
    high: z.number().nullable(),
    clear: z.boolean(),
    statement: wording,
  })
  .meta({ id: "Lead" });
export type Lead = z.infer<typeof lead>;

export const average = z
  .object({
    method: z.enum(["weighted", "mean", "decay"]),
    /** The settings the method ran with, so that anyone can recompute it. */
    settings: z.record(z.string(), z.unknown()),
    asOf: date,
    /** low and high bound the 95 % interval: how well polls of this size can know, no forecast. */
    shares: z.array(z.object({ candidate: localId, share: percent, low: percent, high: percent })),
    lead,
    /**
     * Each poll's part in the average. In the polls section they are all there and sum to 1; the
     * document has those of its recent polls.
     */
    inputs: z.array(z.object({ poll: localId, weight: z.number().min(0).max(1) })),
    /** People a single simple random poll would need to be as sure as these are together. */
    effectiveSample: count.nullable(),
  })
  .meta({ id: "Average" });
export type Average = z.infer<typeof average>;

/** A poll as readers get it: what editors note for each other is left out. */
const listedPoll = z.object(poll.shape).omit({ note: true }).meta({ id: "ListedPoll" });

/** A poll as the document carries it: what says nothing is left out. */
export const recentPoll = z
  .object({
    ...listedPoll.shape,
    survey: localId.optional(),
    sponsor: line.optional(),
    undecided: percent.optional(),
    partisan: z.string().optional(),
    internal: z.literal(true).optional(),
    publishedAt: asOf.optional(),
    url: z.string().optional(),
  })
  .meta({ id: "RecentPoll" });

export const pollsSummary = z
  .object({
    average,
    published: z.array(publishedAverage),
    /** Said when our average and a published one disagree on who is ahead. */
    disagreement: wording.nullable(),
    recent: z.array(recentPoll).max(20),
    /** How many polls the section holds in all. */
    count,
    /** The average as it stood at the end of each day; shares in the order of average.shares. */
    trend: z.array(z.object({ date, shares: z.array(percent) })).max(60),
  })
  .meta({ id: "PollsSummary" });
export type PollsSummary = z.infer<typeof pollsSummary>;
export type RecentPoll = z.infer<typeof recentPoll>;

/** The polls of a race in full. */
export const pollsSection = z
  .object({
    ...sectionHead("polls"),
    average,
    published: z.array(publishedAverage),
    polls: z.array(listedPoll),
  })
  .meta({ id: "PollsSection" });
export type PollsSection = z.infer<typeof pollsSection>;
