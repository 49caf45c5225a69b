import { z } from "zod";
import { CALL_OUTCOMES } from "../sections/calls/outcomes.ts";
import { party } from "./candidate.ts";
import { count, date, instant, line, localId, percent, raceId, wording } from "./common.ts";
import { fraction, need } from "./need.ts";
import { previousVote } from "./previous-vote.ts";
import { tabulation } from "./tabulation.ts";

/**
 * How a winner is found: most votes; more than half (or `need`) with a runoff otherwise; what
 * `need` says, as measures do; ballots that rank, for one seat or several; seats for lists.
 */
export const RULES_OF_WINNING = [
  "plurality",
  "majority_runoff",
  "threshold",
  "ranked_choice",
  "stv",
  "list",
] as const;

/** What readers have to know, from the moment it was said: hours extended, a mistake on ballots. */
export const notice = z
  .strictObject({ at: instant, area: line.optional(), text: z.union([line, wording]) })
  .meta({ id: "Notice" });
export type Notice = z.infer<typeof notice>;

const recount = z
  .strictObject({
    /** When there may be one: two places within that share of the votes. */
    trigger: z
      .strictObject({
        within: fraction,
        of: z.enum(["votes", "ballots"]).default("votes"),
        automatic: z.boolean().default(false),
      })
      .optional(),
    state: z.enum(["possible", "requested", "under_way", "finished"]),
    requestedBy: line.optional(),
  })
  .meta({ id: "Recount" });

/** What somebody projects: never mixed with counts. */
const projection = z
  .strictObject({
    by: line,
    at: instant,
    source: localId,
    shares: z.array(z.strictObject({ candidate: localId, share: percent })).default([]),
    seats: z.array(z.strictObject({ candidate: localId, seats: count })).default([]),
  })
  .meta({ id: "Projection" });

/**
 * What race.json says of the kind of contest. All of it may be absent: then one seat goes to the
 * person with most votes. Readers get what is there under the same names.
 */
export const contestShape = {
  /** How many are elected; absent: 1. */
  seats: z.int().min(1, "must be 1 or more").max(2000).optional(),
  /** How many each voter may choose; absent: 1. */
  voteFor: z.int().min(1, "must be 1 or more").max(200).optional(),
  /** What shares are percent of, where voters choose several; absent: of votes. */
  sharesOf: z.enum(["votes", "ballots"]).optional(),
  /** How many go on to the next round: 2 in a top-two primary. */
  advance: z.int().min(1, "must be 1 or more").max(100).optional(),
  /** When the runoff is, or would be. */
  runoffDate: date.optional(),
  need: need.optional(),
  /** The part of registered voters who have to take part, for the vote to count. */
  minTurnout: fraction.optional(),
  /** Counts come whole or not at all, when a returning officer declares them. */
  declaredWhole: z.literal(true).optional(),
  declared: z.strictObject({ at: instant, by: line, source: localId }).optional(),
  /** What Yes and No do, in a few words. Other languages stand in `translations`. */
  yesMeans: line.optional(),
  noMeans: line.optional(),
  /** Counts only if another contest ends so: a successor is elected if the recall passes. */
  dependsOn: z.strictObject({ contest: raceId, outcome: z.enum(CALL_OUTCOMES) }).optional(),
  recount: recount.optional(),
  /** What ended a race that votes didn't. */
  decidedBy: z.enum(["votes", "lot", "court"]).optional(),
  /** The party that has had the seat: who wins for another one flips it. */
  heldBy: party.optional(),
  previous: previousVote.optional(),
  /** Germany: votes for people (`erst`) or for lists (`zweit`). */
  votes: z.strictObject({ kind: z.enum(["erst", "zweit"]) }).optional(),
  /** The share that a list needs for seats, and who is exempt, in words. */
  hurdle: z
    .strictObject({ share: fraction, exceptions: z.array(line).max(10).default([]) })
    .optional(),
  projections: z.array(projection).max(20).optional(),
  notices: z.array(notice).max(50).optional(),
  tabulations: z.array(tabulation).max(20).optional(),
} as const;

const contest = z.object(contestShape);
export type Contest = z.infer<typeof contest>;
