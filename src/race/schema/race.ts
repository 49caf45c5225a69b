import { z } from "zod";
import {
  asOf,
  count,
  date,
  instant,
  line,
  localId,
  raceId,
  share,
  SECTIONS,
  webAddress,
  wording,
} from "./common.ts";
import { feeds } from "./feeds.ts";
import { gateSettings } from "./gate.ts";

export const candidate = z
  .strictObject({
    id: localId,
    name: line,
    /** The name used in running text and narrow tables: "Handel". */
    shortName: line,
    party: z.strictObject({ code: z.string().min(1).max(8), name: line }),
    incumbent: z.boolean().default(false),
    /** Other spellings under which files name this candidate. Never shown. */
    aliases: z.array(line).default([]),
  })
  .meta({ id: "Candidate" });

/** Whoever published a number. */
export const source = z
  .strictObject({ id: localId, name: line, url: webAddress.optional() })
  .meta({ id: "Source" });

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

/**
 * The earlier round that the early vote is measured against. Its label goes into sentences after
 * "before": a noun phrase with its article, like "the April first round".
 */
export const reference = z
  .strictObject({ label: wording, ballots: count, source: localId, asOf })
  .meta({ id: "TurnoutReference" });

/** A statement by a named caller. Nothing computed ever makes one. */
export const call = z
  .strictObject({
    round: z.int().positive().default(1),
    candidate: localId,
    outcome: z.enum(["won", "runoff"]).default("won"),
    caller: line,
    at: instant,
    source: localId,
  })
  .meta({ id: "Call" });

/** What was wrong and has been put right, as readers see it. */
export const correction = z
  .strictObject({ at: instant, section: z.enum(["race", ...SECTIONS]), text: line })
  .meta({ id: "Correction" });

/** race.json: what an editor keeps about a race that isn't a row in a table. */
export const raceSource = z
  .strictObject({
    schema: z.literal(1).default(1),
    id: raceId,
    title: line,
    office: line,
    /** The same names in Spanish, where they differ. */
    es: z.strictObject({ title: line.optional(), office: line.optional() }).default({}),
    jurisdiction: z.strictObject({
      name: line,
      ocdId: z
        .string()
        .regex(
          /^ocd-division\/country:[a-z]{2}(\/[a-z_]+:[^/\s]+)*$/,
          "must be an Open Civic Data division id",
        ),
    }),
    timeZone: z.string().refine(isTimeZone, "must be a time zone name like America/New_York"),
    electionDate: date,
    voting: z
      .strictObject({ opens: instant, closes: instant })
      .refine((v) => Date.parse(v.opens) < Date.parse(v.closes), "opens must be before closes"),
    electionType: z.enum([
      "general",
      "primary",
      "special",
      "runoff",
      "special_runoff",
      "primary_runoff",
      "referendum",
    ]),
    /** How a winner is found: most votes, or more than half with a runoff otherwise. */
    rule: z.enum(["plurality", "majority_runoff"]).default("plurality"),
    /** A rehearsal: its cards carry a mark that page styles can't remove. */
    test: z.boolean().default(false),
    /** Pins the race's clock; null lets it run. */
    asOf: instant.nullable().default(null),
    candidates: z.array(candidate).min(1).max(100),
    sources: z.array(source).default([]),
    polls: z
      .strictObject({
        average: averageSettings.prefault({ method: "weighted" }),
        published: z.array(publishedAverage).default([]),
      })
      .prefault({}),
    turnout: z
      .strictObject({
        registered: registered.nullable().default(null),
        reference: reference.nullable().default(null),
      })
      .prefault({}),
    calls: z.array(call).default([]),
    /** Set when an office certifies the count: who, when, and where it says so. */
    certified: z.strictObject({ by: line, at: instant, source: localId }).nullable().default(null),
    corrections: z.array(correction).default([]),
    feeds: feeds.default([]),
    gate: gateSettings.prefault({}),
  })
  .meta({ id: "RaceSource" });

export type RaceSource = z.infer<typeof raceSource>;
export type RaceSourceInput = z.input<typeof raceSource>;
export type Candidate = z.infer<typeof candidate>;
export type Source = z.infer<typeof source>;
export type PublishedAverage = z.infer<typeof publishedAverage>;
export type Registered = z.infer<typeof registered>;
export type TurnoutReference = z.infer<typeof reference>;
export type Call = z.infer<typeof call>;
export type Correction = z.infer<typeof correction>;

function isTimeZone(name: string): boolean {
  try {
    return Intl.DateTimeFormat("en", { timeZone: name }) !== undefined;
  } catch {
    return false;
  }
}
