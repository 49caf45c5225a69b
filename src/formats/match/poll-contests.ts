import type { Poll } from "../../race/sections/polls/source.ts";
import type { Fault } from "../text/faults.ts";

/** One answer of a poll, by the name the file gives it. */
export type PollAnswer = {
  /** Every name under which a race may know it; the first is the one to show. */
  readonly names: readonly string[];
  readonly share: number;
};

/** One question as the file gives it, not yet tied to a race's candidates or to a source. */
export type PollQuestion = {
  /** The line on which it starts. */
  readonly line: number;
  readonly poll: Omit<Poll, "shares" | "source">;
  readonly answers: readonly PollAnswer[];
};

/** The questions of one contest in a file of polls. */
export type PollContest = {
  /** What `contest` names to pick it; unique inside the file. */
  readonly key: string;
  readonly title: string;
  /** The election's date; null where the file doesn't say. */
  readonly date: string | null;
  readonly questions: readonly PollQuestion[];
  /** What keeps its polls from being read. */
  readonly faults: readonly Fault[];
  readonly warnings: readonly Fault[];
};
