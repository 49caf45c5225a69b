import { z } from "zod";
import { party } from "./candidate.ts";
import { asOf, localId, percent } from "./common.ts";

/** Shares of the vote before, by party. `notional`: worked out for borders that are new. */
export const previousVote = z
  .strictObject({
    date: asOf,
    basis: z.enum(["actual", "notional"]),
    shares: z.array(z.strictObject({ party: party.shape.code, share: percent })).min(1),
    source: localId,
  })
  .meta({ id: "PreviousVote" });
