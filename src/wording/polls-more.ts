import type { AverageMethod, LeftOutReason } from "./polls.ts";

/** The settings that an average ran with, as far as they say how polls are weighed. */
export type WeightFacts = {
  /** What internal and partisan polls may have together, as a part of 1. */
  readonly partisanLimit: number;
} & (
  | {
      readonly method: "weighted";
      readonly halfLifeDays: number;
      readonly crowdingDays: number;
      readonly referenceSample: number;
      readonly sampleCap: number;
      readonly partisanFactor: number;
    }
  | { readonly method: "mean"; readonly windowDays: number; readonly roundInputs: boolean }
  | { readonly method: "decay"; readonly windowDays: number; readonly partisanFactor: number }
);

/** Where the two intervals come from. */
export type IntervalFacts = {
  /** Standard deviations, in points, of the error that all polls share. */
  readonly shared: { readonly share: number; readonly lead: number };
  /** People whom one simple random poll would need to be as sure; null where no poll says how many it asked. */
  readonly people: number | null;
};

type Interval = { readonly low: number; readonly high: number };

/** The lead of the first over the second in points, with both intervals. */
export type LeadIntervalFacts = Interval & {
  readonly first: string;
  readonly second: string;
  readonly points: number;
  readonly inner: Interval;
};

/** Polls by whom they speak for; `unknown` where that isn't stated. */
export type PopulationCounts = readonly (readonly [
  population: "lv" | "rv" | "v" | "a" | "unknown",
  polls: number,
])[];

/** What a pollster may disclose of how it asked, after AAPOR's code of ethics. */
export type Disclosed =
  | "question"
  | "mode"
  | "frame"
  | "probability"
  | "weighting"
  | "payer"
  | "report";

/** What the polls card says only once somebody opens its method. */
export type PollsMoreWording = {
  readonly poll: string;
  /** How many of the average's surveys asked about a candidate. */
  readonly askedBy: (polls: number, of: number) => string;
  /** How many of the listed polls speak for whom, which explains the short forms LV, RV, A and V. */
  readonly populations: (polls: PopulationCounts) => string;
  /** The average of the independent polls alone: each candidate's name and share. */
  readonly withoutPartisan: (shares: string) => string;
  /** Says that a poll has no part in the average, and why: one of `reasons`. */
  readonly leftOut: (reason: string) => string;
  /** The polls without a part, by reason; `others` are those that aren't in the table. */
  readonly allLeftOut: (
    groups: readonly { readonly reason: string; readonly polls: readonly string[] }[],
    others: number,
  ) => string;
  readonly reasons: Readonly<Record<LeftOutReason, string>>;
  /** The method in plain words. */
  readonly methods: Readonly<Record<AverageMethod, string>>;
  /** The same in numbers. */
  readonly weights: (facts: WeightFacts) => string;
  readonly intervals: (facts: IntervalFacts) => string;
  readonly leadInterval: (facts: LeadIntervalFacts) => string;
  /** What a poll counts for, in percent of all. */
  readonly weight: (percent: number) => string;
  /** Names what is disclosed, before what a pollster says of it and in lists of what is missing. */
  readonly disclosed: Readonly<Record<Disclosed, string>>;
  readonly probability: string;
  readonly notStated: (what: readonly Disclosed[]) => string;
  readonly neverStated: (what: readonly Disclosed[]) => string;
  /** Heads the days on which the average changed. */
  readonly byDay: string;
};
