import type { Poll } from "../sections/polls/source.ts";
import type { CandidateShare } from "./entry.ts";

/** One poll's part in an average: its weight, and its shares as the method takes them. */
export type Part = {
  readonly poll: Poll;
  /** Relative: the parts of one average need not sum to anything in particular. */
  readonly weight: number;
  readonly shares: readonly CandidateShare[];
};
