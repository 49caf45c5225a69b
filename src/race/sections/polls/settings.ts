import { z } from "zod";
import { asOf, line, localId, share } from "../../schema/common.ts";

/** How our own average is made. The formulas are in src/race/average. */
export const averageSettings = z.discriminatedUnion("method", [
  z.strictObject({
    method: z.literal("weighted"),
    halfLifeDays: z.number().positive().default(14),
  }),
  z.strictObject({
    method: z.literal("mean"),
    windowDays: z.int().positive().default(21),
    roundInputs: z.boolean().default(false),
  }),
  z.strictObject({
    method: z.literal("decay"),
    windowDays: z.int().positive().default(30),
    /** Points to subtract from each candidate's share in one poll, by poll id. */
    bias: z
      .record(localId, z.array(z.strictObject({ candidate: localId, points: z.number() })))
      .default({}),
  }),
]);
export type AverageSettings = z.infer<typeof averageSettings>;

/** An average that somebody else published: a fact, kept as printed, never mixed into ours. */
export const publishedAverage = z
  .strictObject({
    publisher: line,
    asOf,
    shares: z.array(share).min(1),
    /** The publisher's own words or figures, as printed: "Handel 49, Ossoff 48". */
    text: line,
    source: localId,
  })
  .meta({ id: "PublishedAverage" });

export type PublishedAverage = z.infer<typeof publishedAverage>;

/** What race.json says about polls. */
export const pollsSettings = z
  .strictObject({
    average: averageSettings.prefault({ method: "weighted" }),
    published: z.array(publishedAverage).default([]),
  })
  .prefault({});
