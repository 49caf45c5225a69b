import type { AverageShare } from "../../race/sections/polls/summary.ts";
import type { CardLanguage } from "../../wording/language.ts";
import type { PollsWording } from "../../wording/polls.ts";
import type { CandidateStyle } from "../candidate-style.ts";

/** A main candidate's share of the average. */
export type MainShare = AverageShare & { readonly share: number };

/** A candidate who has a column in a table of polls. */
export type ShownCandidate = CandidateStyle & { readonly candidate: string };

/** What each graphic of the polls is drawn from: the average's first few main candidates, and words. */
export type ShownAverage = {
  readonly shares: readonly (MainShare & ShownCandidate)[];
  readonly language: CardLanguage;
  readonly say: PollsWording;
};

/** Whether every poll of the average asked about the candidate: only those can be drawn together. */
export function isMain(share: AverageShare): share is MainShare {
  return share.askedBy === undefined && share.share !== null;
}
