import { z } from "zod";
import { asOf, count, line, localId, MODES, percent } from "../../schema/common.ts";
import { sectionHead } from "../../schema/section-head.ts";
import { CALL_OUTCOMES } from "../calls/source.ts";
import { resultCount } from "./source.ts";

const tally = z.object({
  candidate: localId,
  /** Null where the count says nothing of the candidate: that isn't 0. */
  votes: count.nullable(),
  /** Percent of the votes for all candidates; null while there is none, or none is reported. */
  share: percent.nullable(),
});

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
  votes: count,
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
    modes: z.array(z.object({ mode: z.enum(MODES), votes: count, candidates: z.array(tally) })),
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
