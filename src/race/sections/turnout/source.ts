import { z } from "zod";
import { joinKey } from "../rows.ts";
import { count, date, line, localId, mode } from "../../schema/common.ts";

/** Ballots of one mode, counted from the start of voting to the end of one day. */
export const ballotCount = z
  .strictObject({
    date,
    mode,
    ballots: count,
    /** The source printed a rounded figure ("more than 75,000"). */
    rounded: z.boolean().default(false),
    source: localId,
    note: line.nullable().default(null),
  })
  .meta({ id: "BallotCount" });
export type BallotCount = z.infer<typeof ballotCount>;

/**
 * The turnout section as an editor keeps it. The rows of one date are one complete count:
 * its total is their sum, so a date has either modes or one `unspecified` total.
 */
export const turnoutSource = z
  .strictObject({ counts: z.array(ballotCount) })
  .meta({ id: "TurnoutSource" });
export type TurnoutSource = z.infer<typeof turnoutSource>;

/** What makes a count that count and no other. */
export function ballotCountKey(row: BallotCount): string {
  return joinKey(row.date, row.mode);
}
