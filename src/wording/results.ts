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
      /** What they have of the seats, where those go to lists. */
      readonly seats?: readonly [number, number];
    };

/** What is left out of a count where it can't be. */
export type LeftOutFigure = "precincts" | "ballots" | "registered";

/** What only the results card says. Moments and percents arrive written out. */
export type ResultsWording = {
  /** Who called it, each with the moment. */
  readonly calledBy: (
    candidates: readonly string[],
    calls: readonly { readonly caller: string; readonly when: string }[],
  ) => string;
  readonly certifiedBy: (by: string, when: string) => string;
  readonly notCalled: string;
  /** The same of a question, which nobody wins. */
  readonly undecided: string;
  /** Heads lists of parties, and answers to a question. */
  readonly heads: Readonly<Record<"party" | "choice", string>>;
  /** The answers themselves. */
  readonly choices: Readonly<Record<"yes" | "no", string>>;
  /** An office lowered its own count by so many votes; null for the whole contest. */
  readonly lowered: (area: string | null, votes: number) => string;
  /** Heads what somebody projects, which is no count. */
  readonly projections: (projections: number) => string;
  readonly majority: string;
  readonly votes: string;
  /** In the place of a candidate's votes, where those of others are reported. */
  readonly notReported: string;
  /** In the place of votes of who stands alone. */
  readonly unopposed: string;
  /** Beside a name, how they stand on the ballot. */
  readonly ballot: Readonly<Record<"write_in" | "withdrawn" | "deceased", string>>;
  /** What a dashed line stands for, written out. */
  readonly needed: (share: string) => string;
  readonly seatsOf: (seats: number) => string;
  readonly rounds: string;
  /** Heads a table of so many areas. */
  readonly byArea: (of: "counties" | "areas", total: number) => string;
  /** A number that stays as it was while somebody looks; null for the whole. */
  readonly review: (area: string | null, since: string) => string;
  readonly pinned: (area: string | null, since: string, why: string) => string;
  /** "1 vote", "2 votes" */
  readonly counted: (votes: number) => string;
  /** Beside the name of a candidate for whom somebody has called. */
  readonly outcomes: Readonly<Record<CallOutcome, string>>;
};

/** What the results card says only once somebody opens a table. Moments, dates and percents arrive written out. */
export type ResultsMoreWording = {
  /** Heads the areas' names. */
  readonly area: Readonly<Record<"counties" | "areas", string>>;
  /** Heads how far each area is. */
  readonly reporting: string;
  /** "35 of 46" precincts; null where nobody says of how many. */
  readonly reported: (counted: number, total: number | null) => string;
  /** Somebody's estimate of how much of the vote is counted. */
  readonly estimated: (percent: string) => string;
  /** Of an area that hasn't said anything. */
  readonly unreported: string;
  /** Of an area of which a number stays as it was while somebody looks. */
  readonly review: (since: string) => string;
  /** Who has most votes in an area, where that isn’t in the table. */
  readonly most: (name: string, votes: string) => string;
  /** Unfolds a long table. */
  readonly all: (areas: number) => string;
  /** Why a table ends. */
  readonly first: (areas: number, of: number) => string;
  /** The areas are of another moment than the numbers above; null where the moment isn't known. */
  readonly otherTime: (when: string | null) => string;
  readonly none: string;
  /** Heads how people voted. */
  readonly mode: string;
  /** Whose projection it is, and of when; that it is none of the count. */
  readonly projectedBy: (by: string, when: string) => string;
  readonly seats: string;
  /** What numbers with a sign are. */
  readonly change: (since: string) => string;
  /** Votes that are enough for a seat, written out. */
  readonly quota: (votes: string) => string;
  readonly elected: string;
  readonly eliminated: string;
  /** Heads ballots that rank nobody who is left. */
  readonly exhausted: string;
};
