import { z } from "zod";
import { asOf, count, localId, wording } from "../../schema/common.ts";

/** How many people are registered, and in whose words: a count, or the range in which sources put it. */
export const registered = z
  .union(
    [
      z.strictObject({ count, basis: wording, source: localId, asOf }),
      z
        .strictObject({ low: count, high: count, basis: wording, source: localId, asOf })
        .refine((range) => range.low <= range.high, "low must not be above high"),
    ],
    "needs a count, or low and high",
  )
  .meta({ id: "Registered" });
export type Registered = z.infer<typeof registered>;

/**
 * The earlier round that the early vote is measured against. Its label goes into sentences after
 * "before": a noun phrase with its article, like "the April first round".
 */
export const reference = z
  .strictObject({ label: wording, ballots: count, source: localId, asOf })
  .meta({ id: "TurnoutReference" });
export type TurnoutReference = z.infer<typeof reference>;

/** What race.json says about turnout. */
export const turnoutSettings = z
  .strictObject({
    registered: registered.nullable().default(null),
    reference: reference.nullable().default(null),
  })
  .prefault({});
export type TurnoutSettings = z.infer<typeof turnoutSettings>;

/** How many people may be registered: the upper end where sources give a range. */
export function mostRegistered({ registered: given }: TurnoutSettings): number | undefined {
  if (given === null) return undefined;
  return "count" in given ? given.count : given.high;
}
