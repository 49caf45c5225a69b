import type { ListedContest } from "../../formats/match/contests.ts";
import type { FoundSteps } from "./step.ts";

/** One race of a push of many. */
export type Job = {
  readonly race: string;
  /** What it gets, for people: a contest's title, a folder. */
  readonly what: string;
  readonly find: () => Promise<FoundSteps>;
};

/** What there is to send to many races, and what nobody takes. */
export type ManyJobs = {
  readonly jobs: readonly Job[];
  /** Races that the file has nothing for, and why. */
  readonly without: readonly { readonly race: string; readonly reason: string }[];
  /** Contests that are no race's. */
  readonly notTaken: readonly ListedContest[];
};
