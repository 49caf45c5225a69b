export type AverageMethod = "weighted" | "mean" | "decay";

/** What only the polls card says. */
export type PollsWording = {
  readonly average: string;
  readonly interval: string;
  readonly trend: string;
  readonly latest: string;
  readonly poll: string;
  /** Heads what is known of a poll but its shares. */
  readonly details: string;
  readonly noSample: string;
  readonly noPopulation: string;
  readonly noMargin: string;
  /** Explains the short forms LV, RV, A and V. */
  readonly populations: string;
  readonly forSponsor: (sponsor: string) => string;
  readonly internal: string;
  readonly partisan: (party: string) => string;
  /** What opens the table of polls with their weights. */
  readonly method: (shown: number, of: number) => string;
  /** How many of the average's surveys asked about a candidate. */
  readonly askedBy: (polls: number, of: number) => string;
  readonly intervalNote: string;
  readonly methods: Readonly<Record<AverageMethod, string>>;
  /** What a poll counts for, in percent of all. */
  readonly weight: (percent: number) => string;
};
