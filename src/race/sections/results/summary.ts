import { z } from "zod";
import {
  asOf,
  count,
  instant,
  line,
  localId,
  MODES,
  percent,
  wording,
} from "../../schema/common.ts";
import { COUNT_STATES, outstanding } from "../../schema/count.ts";
import { sectionHead } from "../../schema/section-head.ts";
import { CALL_OUTCOMES } from "../calls/outcomes.ts";
import { resultCount } from "./source.ts";

const tally = z.object({
  candidate: localId,
  /** Null where the count says nothing of the candidate: that isn't 0. */
  votes: count.nullable(),
  /** Percent of all votes, those of others too; null while there is none, or none is reported. */
  share: percent.nullable(),
  /** Seats that went to a list, as the office gives them out. */
  seats: count.optional(),
  /** The votes on each party's line, where the candidate stands on several. */
  lines: z.array(z.object({ party: z.string(), votes: count })).optional(),
});

/** Everybody whom the race doesn't list: write-ins, and candidates of the contest left out of it. */
const others = z
  .object({
    votes: count,
    share: percent.nullable(),
    /** How many of them the count names. */
    candidates: count,
    /** The one with most votes; null where it names nobody. */
    largest: z.object({ name: line, votes: count }).nullable(),
  })
  .meta({ id: "Others" });
export type Others = z.infer<typeof others>;

/** How much has been counted, and of what. */
export const reporting = z
  .object({
    counted: z.number().min(0),
    /** Null where the count doesn't say of how many. */
    total: z.number().min(0).nullable(),
    of: z.enum(["precincts", "counties", "areas", "expected_vote"]),
    /** Of the expected vote only: places that have reported something aren't votes counted. */
    percent: percent.nullable(),
  })
  .meta({ id: "Reporting" });

/** Somebody's estimate of how much of the vote is counted. */
const expected = z
  .object({
    /** 100 only once the office says that its count is final. */
    percent,
    /** Who estimates it, by name. */
    by: line,
    source: localId,
    asOf,
  })
  .meta({ id: "ExpectedVote" });
export type Expected = z.infer<typeof expected>;

/**
 * A figure beside votes that can't be: more precincts than there are, fewer ballots than votes, no
 * registered voters where people voted. It is left out, and votes are read.
 */
const note = z
  .object({
    round: z.int().positive(),
    /** Null for the whole contest. */
    area: line.nullable(),
    figure: z.enum(["precincts", "ballots", "registered"]),
    reason: z.enum(["above_total", "below_votes", "zero"]),
    value: count,
    against: count,
  })
  .meta({ id: "ResultsNote" });
export type ResultsNote = z.infer<typeof note>;

const tallied = {
  /** Every vote that is reported, those of others too. */
  votes: count,
  /** Null where the count has nobody but the race's candidates. */
  others: others.nullable(),
  reporting: reporting.nullable(),
  registered: count.nullable(),
  ballots: count.nullable(),
  undervotes: count.nullable(),
  overvotes: count.nullable(),
  /** Ballots that are no valid vote; missing where nobody says. */
  rejected: count.optional(),
};

/** Whether what is needed is there: null where the count doesn't say enough. */
const needed = z
  .object({
    met: z.boolean().nullable(),
    any: z.boolean(),
    each: z.array(
      z.object({
        share: z.string(),
        strict: z.boolean(),
        of: z.enum(["votes", "ballots", "registered"]),
        met: z.boolean().nullable(),
      }),
    ),
  })
  .meta({ id: "NeededOfCount" });

export const resultsSummary = z
  .object({
    /** Of the newest count; null before the first. */
    asOf: asOf.nullable(),
    /** Whose the newest votes are. */
    source: localId.nullable(),
    /** What there is to say, in one sentence that stands alone; and without how much is counted. */
    statement: wording.optional(),
    headline: wording.optional(),
    /** How far the count is, and when that was so: "AP estimates 82% counted · 10:14 p.m. EDT". */
    progress: wording.optional(),
    /** What else is worth a sentence each: what Yes means, a seat that flips, what is left to count. */
    remarks: z.array(wording).optional(),
    /** What a question, or a candidate, needs of the latest round; missing where votes alone decide. */
    needed: needed.optional(),
    rounds: z.array(
      z.object({
        n: z.int().positive(),
        /** By votes, most first. status is set by a call, never by the numbers. */
        candidates: z.array(tally.extend({ status: z.enum(CALL_OUTCOMES).nullable() })),
        ...tallied,
        /** Shares are percent of ballots: voters choose several. Missing where they are of votes. */
        sharesOf: z.literal("ballots").optional(),
        /** Ballots in percent of registered voters, where the count says both. */
        turnout: percent.nullable(),
      }),
    ),
    /** Of the latest round, as are the modes. */
    reporting: reporting.nullable(),
    /** How many areas the section has counts of, or waits for; missing where none has its own. */
    areas: z.object({ total: count, of: z.enum(["counties", "areas"]) }).optional(),
    count: z.object({
      state: z.enum(COUNT_STATES),
      expected: expected.nullable(),
      outstanding: z.array(outstanding),
      nextUpdate: instant.nullable(),
    }),
    modes: z.array(
      z.object({
        mode: z.enum(MODES),
        votes: count,
        others: others.nullable(),
        candidates: z.array(tally),
      }),
    ),
    /** Figures that can't be, and are left out. */
    notes: z.array(note),
  })
  .meta({ id: "ResultsSummary" });
export type ResultsSummary = z.infer<typeof resultsSummary>;
export type Reporting = z.infer<typeof reporting>;
export type Tally = z.infer<typeof tally>;

export const resultsArea = z
  .object({
    round: z.int().positive(),
    area: line,
    /** The race's own id of the area; null where it lists none of this name. */
    id: localId.nullable(),
    /** Whether the race lists its areas, and this is none of them. */
    unknown: z.boolean(),
    candidates: z.array(
      tally.extend({
        /** Points above or below the share that the candidate's party had there the time before. */
        change: z.number().optional(),
      }),
    ),
    /** When the time before was; missing where nobody says how the area voted then. */
    since: asOf.optional(),
    ...tallied,
  })
  .meta({ id: "ResultsArea" });
export type ResultsArea = z.infer<typeof resultsArea>;

/** The results of a race in full. */
export const resultsSection = z
  .object({
    ...sectionHead("results"),
    results: resultsSummary.nullable(),
    areas: z.array(resultsArea),
    /** Areas of the race that haven't reported anything in the latest round, by name. */
    unreported: z.array(line),
    counts: z.array(resultCount),
  })
  .meta({ id: "ResultsSection" });
export type ResultsSection = z.infer<typeof resultsSection>;
