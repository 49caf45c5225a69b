import type { Poll } from "../../race/sections/polls/source.ts";
import type { Mode } from "../../race/schema/common.ts";
import type { ResultMeasure } from "../../race/sections/results/source.ts";
import type { Fault } from "../text/faults.ts";

/** A contest that a file holds. */
export type ListedContest = {
  /** What `contest` names to pick it; unique inside the file. */
  readonly key: string;
  readonly title: string;
  /** Day of the election; null where the file doesn't say. */
  readonly date: string | null;
};

/** One choice of a contest, by the name the file gives it. */
export type Choice = {
  /** Unique inside its contest. */
  readonly key: string;
  /** As printed, without the marks some offices put behind it: `(I)`, `(Rep)`. */
  readonly name: string;
  /** The file's own code or name of the party, upper case; null where it says none. */
  readonly party: string | null;
  readonly writeIn: boolean;
  /**
   * Places with rows for it, where the file tells them apart: two choices of one place are two
   * people, however alike their names.
   */
  readonly places?: ReadonlySet<string>;
};

/** One count as the file gives it, not yet tied to a race's candidates. */
export type ContestCount = {
  /** A county's name as the file prints it, or `total` for the whole contest. */
  readonly area: string;
  readonly measure: ResultMeasure;
  /** A choice's key; null for every measure but `votes`. */
  readonly choice: string | null;
  readonly mode: Mode;
  readonly value: number;
};

/**
 * One contest of a results file. Its counts have one row per area, measure, choice and mode, and
 * no row repeats what others add up to: where `total` has rows for a measure, the areas are
 * detail and not to be added to them.
 */
export type Contest = ListedContest & {
  readonly choices: readonly Choice[];
  readonly counts: readonly ContestCount[];
  /** When the numbers of an area were true, by its name, where the file says it of each. */
  readonly areaTimes?: ReadonlyMap<string, string>;
  /** Why its numbers can't be used: they contradict each other, or there are none yet. */
  readonly faults: readonly Fault[];
  /** What its counts leave out. */
  readonly warnings: readonly Fault[];
};

/** All contests of one results file, and the moment the file says its numbers were true. */
export type ContestFile<C extends Contest = Contest> = {
  readonly contests: readonly C[];
  /** ISO 8601 with its zone; null where the file doesn't say. */
  readonly asOf: string | null;
};

/** A contest as a list of what a file holds names it. */
export function listedContest({ key, title, date }: ListedContest): ListedContest {
  return { key, title, date };
}

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
  /** Day of the election it is about, or its year alone; null where the file doesn't say. */
  readonly electionDate: string | null;
  readonly answers: readonly PollAnswer[];
};

/** The questions of one contest in a file of polls. */
export type PollContest = ListedContest & {
  /** Whether a party's own candidates stand against each other: that is another race than theirs. */
  readonly isPrimary: boolean;
  readonly questions: readonly PollQuestion[];
  /** What keeps its polls from being read. */
  readonly faults: readonly Fault[];
  readonly warnings: readonly Fault[];
};
