import { z } from "zod";
import { instant, localId } from "./common.ts";

/** Votes of a round: surpluses are passed on in parts, so they may have decimals. */
const votes = z
  .number()
  .min(0, "must be 0 or more")
  .max(1e12)
  .refine((n) => Number(n.toFixed(5)) === n, "must have 5 decimals at most");

const tabulationRound = z.strictObject({
  n: z.int().positive(),
  votes: z.array(z.strictObject({ candidate: localId, votes })).min(1),
  /** Who goes out, or is in, after this round. */
  eliminated: z.array(localId).default([]),
  elected: z.array(localId).default([]),
  /** Ballots that rank nobody who is left. */
  exhausted: votes.default(0),
});

/**
 * One run over ballots that rank candidates: all its rounds. A rerun is a tabulation of its own and
 * takes the place of the one before it, whole.
 */
export const tabulation = z
  .strictObject({
    id: localId,
    at: instant,
    official: z.boolean().default(false),
    source: localId,
    /** How many votes elect, where several seats are filled. */
    quota: votes.optional(),
    rounds: z.array(tabulationRound).min(1).max(200),
  })
  .meta({ id: "Tabulation" });
export type Tabulation = z.infer<typeof tabulation>;
