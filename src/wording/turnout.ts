/**
 * What the sentence over the turnout is about. `none`: no ballots. `cast`: not all of them were cast
 * early. `early`: all were, and nothing is compared. The others compare them with the ballots that
 * were cast before the reference round; its `label` is a noun phrase with its article.
 */
export type TurnoutFacts =
  | { readonly case: "none" }
  | ({ readonly case: "cast" | "early" } & Ballots)
  | ({ readonly case: "same"; readonly label: string } & Ballots)
  /** More, or with a negative percent fewer. */
  | ({ readonly case: "percent"; readonly percent: number; readonly label: string } & Ballots)
  /** So many times as many, to one decimal. */
  | ({ readonly case: "times"; readonly times: number; readonly label: string } & Ballots);

type Ballots = { readonly ballots: number; readonly rounded: boolean };

/** What only the turnout card says. Dates arrive written out. */
export type TurnoutWording = {
  readonly ballots: string;
  readonly total: string;
  /** Names the total of the reference round at the same stage. */
  readonly totalBefore: (label: string) => string;
  readonly shareOf: (percent: string) => string;
  /** The title of the running count; a label names its dashed line, if it has one. */
  readonly running: (label: string | null) => string;
  readonly rounded: string;
  readonly byDay: string;
};

/** What the turnout card says only once somebody opens its count day by day. */
export type TurnoutMoreWording = {
  readonly date: string;
};
