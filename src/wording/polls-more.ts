import type { AverageMethod, LeftOutReason } from "./polls.ts";

/** What the polls card says only once somebody opens its method. */
export type PollsMoreWording = {
  readonly poll: string;
  /** How many of the average's surveys asked about a candidate. */
  readonly askedBy: (polls: number, of: number) => string;
  /** Explains the short forms LV, RV, A and V. */
  readonly populations: string;
  /** The average of the independent polls alone: each candidate's name and share. */
  readonly withoutPartisan: (shares: string) => string;
  /** Says that a poll has no part in the average, and why: one of `reasons`. */
  readonly leftOut: (reason: string) => string;
  readonly reasons: Readonly<Record<LeftOutReason, string>>;
  readonly methods: Readonly<Record<AverageMethod, string>>;
  /** What a poll counts for, in percent of all. */
  readonly weight: (percent: number) => string;
};
