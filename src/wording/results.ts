/** What a caller says of candidates, or of a question. */
export type CallOutcome =
  | "won"
  | "advances"
  | "runoff"
  | "passed"
  | "failed"
  | "retained"
  | "removed";

/** The same said of `candidates` by all `callers`. */
export type CallFacts = {
  readonly outcome: CallOutcome;
  readonly candidates: readonly string[];
  readonly callers: readonly string[];
};

/**
 * How far a count is: places that have reported something, of how many where that is known; or what
 * `by` estimates to be counted, which arrives written out.
 */
export type ProgressFacts =
  | {
      readonly of: "precincts" | "counties" | "areas";
      readonly counted: number;
      readonly total: number | null;
    }
  | { readonly of: "expected"; readonly percent: string; readonly by: string };

/** Who stands how. Shares arrive written out: near 0 and 100 they say so. */
export type FiguresFacts =
  | {
      readonly case: "only";
      readonly name: string;
      readonly votes: number;
      /** Whether there is nobody else, or nothing is reported of the others. */
      readonly sole: boolean;
    }
  | { readonly case: "tie"; readonly names: readonly string[]; readonly votes: number }
  | {
      readonly case: "two";
      readonly names: readonly [string, string];
      readonly shares: readonly [string, string];
      /** How many votes lie between two shares that print alike, else null. */
      readonly apart: number | null;
    };

/**
 * What the results card's sentence is about. `voting`: polls are open until `closes`, which arrives
 * written out. `none`: no votes yet. `called`: it is for callers to say. `certified`: the final
 * count, whoever called it. `counting`: the figures so far; `complete` when all of it is counted.
 */
export type ResultsFacts =
  | { readonly case: "voting"; readonly closes: string }
  | { readonly case: "none" }
  | { readonly case: "called"; readonly calls: readonly CallFacts[] }
  | {
      readonly case: "certified";
      readonly figures: FiguresFacts;
      readonly calls: readonly CallFacts[];
    }
  | {
      readonly case: "counting";
      readonly figures: FiguresFacts;
      readonly progress: ProgressFacts | null;
      /** Less than half is counted, as far as anybody says. */
      readonly early: boolean;
      readonly complete: boolean;
    };

/** What is left out of a count where it can't be. */
export type LeftOutFigure = "precincts" | "ballots" | "registered";

/** What only the results card says. Moments and percents arrive written out. */
export type ResultsWording = {
  readonly headline: (facts: ResultsFacts) => string;
  /** How far the count is, as the beginning of a sentence; null when nobody says. */
  readonly progress: (progress: ProgressFacts | null) => string;
  /** Votes of whom the race doesn't list; `largest` has most of those that are named. */
  readonly others: (votes: number, share: string, largest: string | null) => string;
  readonly ballots: (ballots: number) => string;
  /** Figures that can't be, by area, and are left out. */
  readonly leftOut: (figure: LeftOutFigure, areas: readonly string[]) => string;
  readonly ofRegistered: (percent: string, registered: number) => string;
  /** Who called it, each with the moment. */
  readonly calledBy: (
    candidates: readonly string[],
    calls: readonly { readonly caller: string; readonly when: string }[],
  ) => string;
  readonly certifiedBy: (by: string, when: string) => string;
  readonly notCalled: string;
  readonly majority: string;
  readonly votes: string;
  /** In the place of a candidate's votes, where those of others are reported. */
  readonly notReported: string;
  /** "1 vote", "2 votes" */
  readonly counted: (votes: number) => string;
  /** Beside the name of a candidate for whom somebody has called. */
  readonly outcomes: Readonly<Record<CallOutcome, string>>;
};
