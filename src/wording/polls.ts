export type AverageMethod = "weighted" | "mean" | "decay";

/** Why a poll has no part in the average. */
export type LeftOutReason =
  | "line_up"
  | "population"
  | "question"
  | "covered"
  | "newer"
  | "old"
  | "partisan";

/** What only the polls card says. */
export type PollsWording = {
  readonly average: string;
  readonly interval: string;
  readonly trend: string;
  readonly latest: string;
  /** Heads how much the first had more than the second. */
  readonly lead: string;
  /** Both had the same. */
  readonly even: string;
  /** Heads what is known of a poll but its shares. */
  readonly details: string;
  readonly noSample: string;
  readonly noPopulation: string;
  readonly noMargin: string;
  /** Stands in place of a margin of error where the sample is no probability sample. */
  readonly noProbability: string;
  readonly forSponsor: (sponsor: string) => string;
  readonly internal: string;
  readonly partisan: (party: string) => string;
  /** What opens the table of polls with their weights. */
  readonly method: (shown: number, of: number) => string;
  /** Names the two intervals of the graphic: its lines and its bars. */
  readonly intervalNote: string;
};
