import { z } from "zod";
import { joinKey } from "../rows.ts";
import { asOf, line, localId, mode } from "../../schema/common.ts";

/** What a row of a count counts. Only `votes` and `seats` are somebody's. */
export const RESULT_MEASURES = [
  "votes",
  "seats",
  "ballots",
  "registered",
  "undervotes",
  "overvotes",
  "rejected",
  "precincts_reported",
  "precincts_total",
  "expected_percent",
] as const;
export type ResultMeasure = (typeof RESULT_MEASURES)[number];

/** The area name of the whole contest. Where it has no row, the areas are summed. */
export const WHOLE_CONTEST = "total";

/** The `other` of write-ins that nobody has told apart by name, or not yet. */
export const WRITE_INS = "write-ins";

export const resultCount = z
  .strictObject({
    round: z.int().positive().default(1),
    /** A county, town or ward by its one name, or `total`. */
    area: line,
    measure: z.enum(RESULT_MEASURES),
    /** A candidate's id; null for every measure but `votes`, and for votes of others. */
    candidate: localId.nullable().default(null),
    /** Whose votes these are, where it is nobody of the race's: a name, or `write-ins`. */
    other: line.nullable().default(null),
    /** The party on whose line these votes are, where a candidate stands on several. */
    line: z.string().min(1).max(8).optional(),
    mode: mode.default("unspecified"),
    value: z.number().min(0, "must be 0 or more"),
    asOf,
    source: localId,
  })
  .refine(
    ({ measure, candidate, other }) =>
      Number(candidate !== null) + Number(other !== null) === Number(isSomebodys(measure)),
    {
      error:
        "votes and seats need a candidate, or whom else they are of (other); nothing else takes either",
      path: ["candidate"],
    },
  )
  .refine(
    (row) =>
      row.measure === "expected_percent" ? row.value <= 100 : Number.isSafeInteger(row.value),
    {
      error: "must be a whole number (or a percent up to 100 for expected_percent)",
      path: ["value"],
    },
  )
  .refine(({ line: party, measure, candidate }) => {
    return party === undefined || (measure === "votes" && candidate !== null);
  }, "only a candidate’s votes are on a party’s line")
  .meta({ id: "ResultCount" });
export type ResultCount = z.infer<typeof resultCount>;

/** Whether such a number is a candidate’s, or of others. */
export function isSomebodys(measure: ResultMeasure): boolean {
  return measure === "votes" || measure === "seats";
}

/** The results section as an editor keeps it. */
export const resultsSource = z
  .strictObject({ counts: z.array(resultCount) })
  .meta({ id: "ResultsSource" });
export type ResultsSource = z.infer<typeof resultsSource>;

/** What makes a count that count and no other. */
export function resultCountKey(row: ResultCount): string {
  const { round, area, measure, candidate, other, mode: how, line: party } = row;
  return joinKey(
    round,
    area,
    measure,
    candidate,
    other,
    how,
    ...(party === undefined ? [] : [party]),
  );
}

/** The area's votes for all candidates, or one other measure of it: `1.Cobb.votes`. */
export function resultPart({ round, area, measure }: ResultCount): string {
  return `${round}.${area}.${measure}`;
}
