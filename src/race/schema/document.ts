import { z } from "zod";
import {
  asOf,
  count,
  date,
  instant,
  line,
  localId,
  MODES,
  percent,
  raceId,
  SECTIONS,
  wording,
} from "./common.ts";
import {
  candidate,
  correction,
  publishedAverage,
  raceSource,
  reference,
  registered,
  source,
} from "./race.ts";
import { poll } from "../sections/polls/source.ts";
import { moneySummary } from "../sections/money/summary.ts";
import { resultsSummary } from "../sections/results/summary.ts";

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

/** A poll as the document carries it: what says nothing is left out, and so are notes. */
export const recentPoll = z
  .object({
    ...poll.shape,
    survey: localId.optional(),
    sponsor: line.optional(),
    undecided: percent.optional(),
    partisan: z.string().optional(),
    internal: z.literal(true).optional(),
    publishedAt: asOf.optional(),
    url: z.string().optional(),
  })
  .omit({ note: true })
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

export const turnoutSummary = z
  .object({
    /** Ballots cast so far, all modes. */
    ballots: count,
    asOf: date,
    rounded: z.boolean(),
    source: localId,
    modes: z.array(z.object({ mode: z.enum(MODES), ballots: count, percent })),
    registered: registered.nullable(),
    /** Ballots in percent of registered voters; low and high differ when that number is a range. */
    share: z.object({ low: percent, high: percent }).nullable(),
    reference: reference.extend({ ratio: z.number().nullable() }).nullable(),
    daily: z.array(z.object({ date, ballots: count, rounded: z.boolean(), source: localId })),
  })
  .meta({ id: "TurnoutSummary" });
export type TurnoutSummary = z.infer<typeof turnoutSummary>;

export const STATUSES = ["upcoming", "voting", "counting", "called", "certified"] as const;
export const status = z.enum(STATUSES);
export type Status = z.infer<typeof status>;

export const raceDocument = z
  .object({
    schema: z.literal(1),
    id: raceId,
    title: line,
    office: line,
    es: raceSource.shape.es,
    jurisdiction: raceSource.shape.jurisdiction,
    timeZone: z.string(),
    electionDate: date,
    voting: z.object({ opens: instant, closes: instant }),
    electionType: raceSource.shape.electionType,
    rule: raceSource.shape.rule,
    status,
    test: z.boolean(),
    /** The moment everything here is computed for. */
    asOf: instant,
    candidates: z.array(candidate.omit({ aliases: true })),
    polls: pollsSummary.optional(),
    turnout: turnoutSummary.optional(),
    results: resultsSummary.optional(),
    money: moneySummary.optional(),
    sources: z.array(source),
    corrections: z.array(correction),
    certified: raceSource.shape.certified,
    revision: count,
    publication: count,
    updatedAt: instant,
    /** Per section, until when it counts as fresh; null means it doesn't age. */
    staleAfter: z.partialRecord(z.enum(SECTIONS), instant.nullable()),
    /** Seconds after which a card should ask again; 0: never. */
    next: count,
  })
  .meta({ id: "Race" });
export type RaceDocument = z.infer<typeof raceDocument>;
