import type { RaceFacts, Source } from "../../schema/race-facts.ts";
import type { ReadersCall } from "../calls/source.ts";
import type { ListedArea } from "./listed-areas.ts";

/** What results need to know of their race. */
export type ResultsFacts = {
  readonly candidates: readonly string[];
  /** The kind of contest; one seat by most votes where it isn't said. */
  readonly contest?: Pick<
    RaceFacts,
    "candidates" | "voteFor" | "sharesOf" | "need" | "electionType"
  >;
  /** Whether there is something to say before anything is counted. */
  readonly speaks?: boolean;
  /** Whether polls are open: then it says when they close. */
  readonly isVoting?: boolean;
  readonly calls: readonly ReadersCall[];
  readonly sources?: readonly Source[];
  /** All areas that count; none where the race lists none. */
  readonly areas?: readonly ListedArea[];
  /** What the office says of its count. */
  readonly count?: RaceFacts["count"];
  /** Whether the count is final by its own office. */
  readonly isFinal?: boolean;
};

/** Whether shares are percent of ballots: told so, or because the one thing that is needed is. */
export function sharesAreOfBallots(contest: ResultsFacts["contest"]): boolean {
  const { sharesOf, need } = contest ?? {};
  return sharesOf === "ballots" || (sharesOf === undefined && need?.of === "ballots");
}
