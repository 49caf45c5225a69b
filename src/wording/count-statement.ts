import type { CallFacts, CallOutcome, FiguresFacts, LeftOutFigure } from "./results.ts";

/** How far a count is. Percents and counts are as they are stored. */
export type CountedFacts =
  | {
      readonly of: "precincts" | "counties" | "areas";
      readonly counted: number;
      readonly total: number | null;
    }
  | { readonly of: "expected"; readonly percent: number; readonly by: string };

/** One thing that is needed: a share, written out, of votes, ballots or registered voters. */
export type NeededFacts = {
  readonly share: string;
  readonly strict: boolean;
  readonly of: "votes" | "ballots" | "registered";
};

/** Who stands how in a count. Shares arrive written out. */
export type StandingFacts =
  | { readonly case: "figures"; readonly figures: FiguresFacts }
  /** The first `places` in a count, of which each gets one: no two with the same votes on both sides. */
  | {
      readonly case: "top";
      readonly names: readonly string[];
      readonly places: number;
      readonly of: "seats" | "advance";
    }
  /** As many votes on both sides of the last place. */
  | {
      readonly case: "last_tied";
      readonly names: readonly string[];
      readonly votes: number;
      readonly of: "seats" | "advance";
    }
  /** What a question needs, and what it has; `met` is null where that can't be known. */
  | {
      readonly case: "need";
      readonly name: string;
      readonly share: string;
      /** What that share is of. */
      readonly of: NeededFacts["of"];
      readonly met: boolean | null;
      readonly needed: readonly NeededFacts[];
      readonly any: boolean;
    };

/**
 * What one sentence says of a count, the most important first. Nobody wins by the numbers: that is
 * for callers to say, and `trailing` says that others have more votes so far.
 */
export type CountFacts =
  | { readonly case: "none" }
  | {
      readonly case: "voting";
      readonly closes: { readonly at: string; readonly timeZone: string; readonly today: boolean };
    }
  | { readonly case: "unopposed"; readonly names: readonly string[] }
  | { readonly case: "retracted"; readonly callers: readonly string[] }
  | { readonly case: "recount"; readonly points: string | null }
  | { readonly case: "lot"; readonly votes: number }
  | {
      readonly case: "called";
      readonly calls: readonly CallFacts[];
      readonly question: string;
      readonly trailing: boolean;
      readonly runoffDate: string | null;
    }
  | { readonly case: "certified"; readonly date: string; readonly standing: StandingFacts }
  | { readonly case: "too_early" }
  | { readonly case: "too_close"; readonly apart: number | null }
  | {
      readonly case: "ranked";
      readonly round: number;
      readonly of: number;
      readonly official: boolean;
      readonly name: string;
      readonly share: string;
    }
  | {
      readonly case: "counting";
      readonly standing: StandingFacts;
      /** Less than half is counted, as far as anybody says. */
      readonly early: boolean;
      /** Null where nobody says, or where that stands beside the sentence. */
      readonly counted: CountedFacts | null;
      /** All places are counted, and nobody has called. */
      readonly complete: boolean;
    };

/** A moment, and the zone in which a race's clocks show it. */
export type Moment = { readonly at: string; readonly timeZone: string };

/** The line over a count: how far it is, and when that was so. */
export type CountLineFacts = {
  readonly counted: CountedFacts | null;
  readonly paused: boolean;
  /** All is counted, and no office has certified it. */
  readonly unofficial: boolean;
  /** Null where only the day is known. */
  readonly at: Moment | null;
};

/** What a count's kind of contest, and its circumstances, make worth a sentence. */
export type RemarkFacts =
  | { readonly say: "means"; readonly yes: string | null; readonly no: string | null }
  | { readonly say: "seats"; readonly seats: number; readonly voteFor: number }
  | { readonly say: "of_ballots" }
  /** Votes and bars are of first choices: later rounds stand apart. */
  | { readonly say: "first_choices" }
  /** The share that a list needs for seats, and who is exempt. */
  | { readonly say: "hurdle"; readonly share: string; readonly except: readonly string[] }
  /** Counts only if another contest, by its id, ends so. */
  | { readonly say: "depends"; readonly contest: string; readonly outcome: CallOutcome }
  /** Figures that can't be, by area, and are left out. */
  | { readonly say: "left_out"; readonly figure: LeftOutFigure; readonly areas: readonly string[] }
  /** The few areas that haven't reported. */
  | { readonly say: "unreported"; readonly areas: readonly string[] }
  | { readonly say: "advance"; readonly places: number }
  | { readonly say: "turnout"; readonly share: string; readonly met: boolean | null }
  | { readonly say: "flip"; readonly before: string }
  | {
      readonly say: "gone";
      readonly name: string;
      readonly how: "withdrawn" | "deceased";
      readonly since: string | null;
    }
  | { readonly say: "declared"; readonly by: string; readonly at: Moment }
  | { readonly say: "majority"; readonly votes: number }
  | {
      readonly say: "swing";
      readonly from: string;
      readonly to: string;
      readonly points: string;
      readonly notional: boolean;
    }
  | { readonly say: "recount"; readonly by: string | null; readonly within: string | null }
  | {
      readonly say: "retracted";
      readonly caller: string;
      readonly at: Moment;
      readonly why: string | null;
    }
  | { readonly say: "decided"; readonly by: "lot" | "court" }
  | { readonly say: "open"; readonly by: string; readonly why: string | null }
  | {
      readonly say: "outstanding";
      readonly ballots: number;
      readonly kind: string;
      readonly area: string | null;
    }
  | { readonly say: "next"; readonly at: Moment }
  /** How far the first two are apart. Points and percents arrive written out. */
  | { readonly say: "apart"; readonly points: string }
  | {
      readonly say: "ballots";
      readonly ballots: number;
      /** Of how many registered voters, and what part that is. */
      readonly of: { readonly percent: string; readonly registered: number } | null;
    }
  /** Votes of whom the race doesn't list, and who has most of those that are named. */
  | {
      readonly say: "others";
      readonly votes: number;
      readonly share: string;
      readonly largest: { readonly name: string; readonly votes: number } | null;
    };
