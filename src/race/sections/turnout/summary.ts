import { z } from "zod";
import { sectionHead } from "../../schema/section-head.ts";
import { count, date, localId, MODES, percent, wording } from "../../schema/common.ts";
import { reference, registered } from "./settings.ts";
import { ballotCount } from "./source.ts";

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
    /** The sentence over it: how many have voted, against the reference round. */
    statement: wording,
    daily: z.array(z.object({ date, ballots: count, rounded: z.boolean(), source: localId })),
  })
  .meta({ id: "TurnoutSummary" });
export type TurnoutSummary = z.infer<typeof turnoutSummary>;

/** A count as readers get it: what editors note for each other is left out. */
const listedCount = z
  .object(ballotCount.shape)
  .omit({ note: true })
  .meta({ id: "ListedBallotCount" });

/** The turnout of a race in full. */
export const turnoutSection = z
  .object({
    ...sectionHead("turnout"),
    turnout: turnoutSummary.nullable(),
    counts: z.array(listedCount),
  })
  .meta({ id: "TurnoutSection" });
export type TurnoutSection = z.infer<typeof turnoutSection>;
