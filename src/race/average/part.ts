import type { CandidateShare, EligiblePoll } from "./eligible.ts";

/** One poll's part in an average: its weight, and its shares as the method takes them. */
export type Part = {
  readonly poll: EligiblePoll;
  /** Relative: the parts of one average need not sum to anything in particular. */
  readonly weight: number;
  readonly shares: readonly CandidateShare[];
};
