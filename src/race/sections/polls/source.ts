import { z } from "zod";
import { asOf, date, line, localId, percent, share, webAddress } from "../../schema/common.ts";

/** When a poll was in the field: both days, or the one middle day that some lists give. */
export const field = z.union(
  [
    z
      .strictObject({ start: date, end: date })
      .refine((f) => f.start <= f.end, "the field work must not end before it starts"),
    z.strictObject({ middle: date }),
  ],
  "needs start and end, or middle, as dates like 2017-06-20",
);
export type Field = z.infer<typeof field>;

/** Whom a poll speaks for: likely voters, registered voters, adults, voters; null is unknown. */
export const POPULATIONS = ["lv", "rv", "a", "v"] as const;
export type Population = (typeof POPULATIONS)[number];

/**
 * Somebody whom a poll names and the race doesn't list. No name has a semicolon: in polls.csv it
 * stands between two of them.
 */
export const otherShare = z
  .strictObject({
    name: line.refine((name) => !name.includes(";"), "must not have a semicolon"),
    share: percent,
  })
  .meta({ id: "OtherShare" });
export type OtherShare = z.infer<typeof otherShare>;

/**
 * What else a pollster discloses of how it asked (AAPOR’s code of ethics, 2021), as printed. What
 * isn't known is left out.
 */
export const disclosure = z.object({
  /** The question's own words. */
  question: line.optional(),
  /** How people were interviewed: "live phone", "online panel". */
  mode: line.optional(),
  /** From which list the sample was drawn. */
  frame: line.optional(),
  /** Whether everybody in the frame had a known chance; without one there is no margin of error. */
  probability: z.boolean().optional(),
  /** What the answers were weighted by. */
  weighting: line.optional(),
  /** Who paid, where that isn't the sponsor. */
  funder: line.optional(),
  /** The pollster's own report. */
  reportUrl: webAddress.optional(),
});

/** One question asked of one population by one pollster over field dates. */
export const poll = z
  .strictObject({
    /** Given once, at first import, and never recomputed: `538:73993:138823`. */
    id: localId,
    /** Questions of the same survey share this id. */
    survey: localId,
    pollster: line,
    sponsor: line.nullable().default(null),
    field,
    sample: z.int("must be a whole number").min(1, "must be 1 or more").nullable().default(null),
    population: z.enum(POPULATIONS).nullable().default(null),
    /** Points at 95 % confidence, as the pollster printed it. */
    marginOfError: z.number().positive().max(50).nullable().default(null),
    shares: z.array(share).min(1),
    undecided: percent.nullable().default(null),
    /** Whom else the question named: people who aren't candidates of the race. */
    others: z
      .array(otherShare, 'must be names with their shares, like "Ann Oak: 9; Bo Elm: 4.5"')
      .min(1, "must name somebody or be left out")
      .optional(),
    /** Code of the party whose side paid for or made the poll. */
    partisan: z.string().min(1).max(8).nullable().default(null),
    /** Made for a candidate's own campaign. */
    internal: z.boolean().default(false),
    /** When readers could first know it. */
    publishedAt: asOf.nullable().default(null),
    source: localId,
    url: webAddress.nullable().default(null),
    ...disclosure.shape,
    note: line.nullable().default(null),
  })
  .meta({ id: "Poll" });
export type Poll = z.infer<typeof poll>;

/** The polls section as an editor keeps it. */
export const pollsSource = z.strictObject({ polls: z.array(poll) }).meta({ id: "PollsSource" });
export type PollsSource = z.infer<typeof pollsSource>;
