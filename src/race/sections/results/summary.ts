import { z } from "zod";
import { asOf, count, line, localId, MODES, percent } from "../../schema/common.ts";
import { sectionHead } from "../../schema/section-head.ts";
import { CALL_OUTCOMES } from "../calls/source.ts";
import { resultCount } from "./source.ts";

const tally = z.object({
  candidate: localId,
  /** Null where the count says nothing of the candidate: that isn't 0. */
  votes: count.nullable(),
  /** Percent of all votes, those of others too; null while there is none, or none is reported. */
  share: percent.nullable(),
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

/**
 * How much has been counted, and of what. `percent` is 0 or 100 only when nothing or
 * everything is: a fraction in between never rounds to either.
 */
export const reporting = z
  .object({
    counted: z.number().min(0),
    total: z.number().min(0),
    of: z.enum(["precincts", "expected_vote"]),
    percent,
  })
  .meta({ id: "Reporting" });

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
};

export const resultsSummary = z
  .object({
    asOf,
    source: localId,
    rounds: z.array(
      z.object({
        n: z.int().positive(),
        /** By votes, most first. status is set by a call, never by the numbers. */
        candidates: z.array(tally.extend({ status: z.enum(CALL_OUTCOMES).nullable() })),
        ...tallied,
        /** Ballots in percent of registered voters, where the count says both. */
        turnout: percent.nullable(),
      }),
    ),
    /** Of the latest round, as are the modes. */
    reporting: reporting.nullable(),
    modes: z.array(
      z.object({
        mode: z.enum(MODES),
        votes: count,
        others: others.nullable(),
        candidates: z.array(tally),
      }),
    ),
  })
  .meta({ id: "ResultsSummary" });
export type ResultsSummary = z.infer<typeof resultsSummary>;
export type Reporting = z.infer<typeof reporting>;
export type Tally = z.infer<typeof tally>;

export const resultsArea = z
  .object({
    round: z.int().positive(),
    area: line,
    candidates: z.array(tally),
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
    counts: z.array(resultCount),
  })
  .meta({ id: "ResultsSection" });
export type ResultsSection = z.infer<typeof resultsSection>;
