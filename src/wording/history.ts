/** What was voted on: this seat, or an office of which the district's own votes are known. */
export type PastContest = "seat" | "president" | "governor" | "senate" | "other";

/**
 * What the history card's sentence is about. Parties are codes. `none`: nothing is known. `held`:
 * one party has had the seat since a year, or for longer. `person`: the same of somebody without a
 * party. `flipped`: the seat went from one party to the other in that year. `last`: who won it last,
 * with the share written out. `votes`: only other offices' votes are known.
 */
export type HistoryFacts =
  | { readonly case: "none" | "votes" }
  | {
      readonly case: "held" | "person";
      /** A party, or a name. */
      readonly by: string;
      readonly since: number;
      readonly atLeast: boolean;
    }
  | { readonly case: "flipped"; readonly from: string; readonly to: string; readonly since: number }
  | {
      readonly case: "last";
      readonly name: string;
      readonly year: number;
      readonly share: string | null;
    };

/** What only the history card says. */
export type HistoryWording = {
  readonly headline: (facts: HistoryFacts) => string;
  readonly contests: Readonly<Record<Exclude<PastContest, "other">, string>>;
  readonly votes: string;
  /** How far somebody was ahead, where only that is known. */
  readonly ahead: (points: number, lessThan: boolean) => string;
  /** After the name of somebody of whose victory no more is known. */
  readonly won: string;
  /** Said where rows from inside other borders are shown: the years in which they changed. */
  readonly borders: (years: readonly string[]) => string;
  /** Marks such a contest. */
  readonly otherBorders: string;
  readonly earlier: string;
  readonly holders: string;
  /** Heads the years for which somebody had the seat. */
  readonly years: string;
  readonly since: (year: string) => string;
};
