import type { Average } from "../../race/sections/polls/summary.ts";
import type { CardLanguage } from "../../wording/language.ts";
import type { PollsWording } from "../../wording/polls.ts";
import type { CandidateStyle } from "../candidate-style.ts";

/** What each graphic of the polls is drawn from: the average's first few candidates, and words. */
export type ShownAverage = {
  readonly shares: readonly (Average["shares"][number] & CandidateStyle)[];
  readonly language: CardLanguage;
  readonly say: PollsWording;
};
