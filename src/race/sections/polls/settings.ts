import { z } from "zod";
import { asOf, date, line, localId, share } from "../../schema/common.ts";

/** How our own average is made. The formulas are in src/race/average. */
export const averageSettings = z.discriminatedUnion("method", [
  z.strictObject({
    method: z.literal("weighted"),
    /** A survey this old weighs half of a new one. */
    halfLifeDays: z.number().positive().default(18),
    /** A pollster's surveys of this many days share weight. */
    crowdingDays: z.int().min(0).default(90),
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

/** Who the race's main candidates are from a date on: the line-up that a poll must have asked. */
export const mainCandidates = z
  .strictObject({ from: date, candidates: z.array(localId).min(1) })
  .meta({ id: "MainCandidates" });

/** One pollster's name, and the other names under which lists of polls have it. */
export const pollsterNames = z
  .strictObject({ name: line, aliases: z.array(line).min(1) })
  .meta({ id: "PollsterNames" });

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
    /** The main candidates from a date on; left out, those whom most polls ask about. */
    main: z.array(mainCandidates).default([]),
    /** Names of one pollster: `Emerson*` stands for Emerson and what goes on after the word. */
    pollsters: z.array(pollsterNames).default([]),
    published: z.array(publishedAverage).default([]),
  })
  .prefault({});
