import { z } from "zod";
import { sectionHead } from "../../schema/section-head.ts";
import { asOf, count, date, line, localId, percent, wording } from "../../schema/common.ts";
import { publishedAverage } from "./settings.ts";
import { poll } from "./source.ts";

/** How the first two candidates stand to each other; wording follows from it. */
export const LEAD_CASES = ["none", "few", "single", "tie", "within", "slight", "clear"] as const;

/** The ends of a 95 % interval: points of a share or of a lead. */
const interval = { low: z.number(), high: z.number() };

export const lead = z
  .object({
    /**
     * `clear` only when the whole 95 % interval of the lead is above 0, `slight` when only the
     * inner one is; `few` when the polls are too few or too old for an average.
     */
    case: z.enum(LEAD_CASES),
    /** Who is ahead in the printed shares; null when nobody is. */
    candidate: localId.nullable(),
    /** Points between the two printed shares. */
    points: z.number().nullable(),
    /** With the error that all polls share. */
    low: z.number().nullable(),
    high: z.number().nullable(),
    /** From sampling and the differences between polls alone. */
    inner: z.object(interval).nullable(),
    clear: z.boolean(),
    statement: wording,
  })
  .meta({ id: "Lead" });
export type Lead = z.infer<typeof lead>;

/** Why a poll has no part in an average; docs/averages.md explains each. */
export const LEFT_OUT_REASONS = [
  "line_up",
  "population",
  "question",
  "covered",
  "newer",
  "old",
  "partisan",
] as const;
export type LeftOutReason = (typeof LEFT_OUT_REASONS)[number];

export const averageShare = z
  .object({
    candidate: localId,
    /**
     * Null where other polls' shares can't be added to it: see `askedBy.share`. Together the shares
     * are never more than the largest sum of one poll.
     */
    share: percent.nullable(),
    /** The 95 % interval, with the error that all polls share. It is no forecast. */
    low: percent,
    high: percent,
    /** From sampling and the differences between polls alone. */
    inner: z.object({ low: percent, high: percent }),
    /** For a candidate whom only some surveys asked about: how many of all, and the mean of those. */
    askedBy: z.object({ polls: count, of: count, share: percent }).optional(),
  })
  .meta({ id: "AverageShare" });
export type AverageShare = z.infer<typeof averageShare>;

export const averageInput = z
  .object({
    poll: localId,
    weight: z.number().min(0).max(1),
    /** Among how many questions of one survey its weight is shared, where there are several. */
    of: z.int().min(2).optional(),
    /** Questions to the same people that give the shares of candidates whom this one doesn't name. */
    beside: z.array(localId).optional(),
    /** What part of its field days no newer release of the tracker covers, where not all. */
    uncovered: z.number().min(0).max(1).optional(),
    /** The one name that the stated lists give its pollster, where it isn't the printed one. */
    pollster: line.optional(),
  })
  .meta({ id: "AverageInput" });

export const average = z
  .object({
    method: z.enum(["weighted", "mean", "decay"]),
    /** The settings the method ran with, so that anyone can recompute it. */
    settings: z.record(z.string(), z.unknown()),
    asOf: date,
    /** The main candidates first, largest first; then those whom only some polls asked about. */
    shares: z.array(averageShare),
    lead,
    /**
     * Each poll's part in the average. In the polls section they are all there and sum to 1; the
     * document has those of its recent polls.
     */
    inputs: z.array(averageInput),
    /** Polls that have no part, newest first: all in the polls section, 20 in the document. */
    leftOut: z.array(z.object({ poll: localId, reason: z.enum(LEFT_OUT_REASONS) })),
    /** What the independent polls say alone, where internal or partisan ones have a part. */
    withoutPartisan: z
      .object({ shares: z.array(z.object({ candidate: localId, share: percent })) })
      .optional(),
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
    /** The average as it stood at the end of each day: the main candidates in the order of average.shares. */
    trend: z.array(z.object({ date, shares: z.array(percent) })).max(60),
  })
  .meta({ id: "PollsSummary" });
export type PollsSummary = z.infer<typeof pollsSummary>;
export type RecentPoll = z.infer<typeof recentPoll>;

/** The polls of a race in full. */
export const pollsSection = z
  .object({
    ...sectionHead("polls"),
    /** Null where it rests on polls that may not be passed on; the race document has it. */
    average: average.nullable(),
    published: z.array(publishedAverage),
    polls: z.array(listedPoll),
  })
  .meta({ id: "PollsSection" });
export type PollsSection = z.infer<typeof pollsSection>;
