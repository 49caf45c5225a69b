/** An amount in dollars, and how sure its source is of it. */
export type DollarsFacts = {
  readonly amount: number;
  /** "up to" */
  readonly atMost: boolean;
  /** "more than" */
  readonly atLeast: boolean;
  readonly rounded: boolean;
};

/**
 * What the money card's sentence is about. `none`: no figures. `total`: what the whole race cost, as
 * somebody said it. `raised`: who raised most, and the next. `known`: other figures only.
 */
export type MoneyFacts =
  | { readonly case: "none" | "known" }
  | { readonly case: "total"; readonly total: DollarsFacts }
  | {
      readonly case: "raised";
      readonly first: { readonly name: string; readonly raised: DollarsFacts };
      readonly next: { readonly name: string; readonly raised: DollarsFacts } | null;
    };

/** What only the money card says. */
export type MoneyWording = {
  readonly headline: (facts: MoneyFacts) => string;
  /** "more than $2 million" */
  readonly dollars: (facts: DollarsFacts) => string;
  readonly thisRace: string;
  readonly raised: string;
  readonly spent: string;
  readonly onHand: string;
  readonly through: string;
  /** Heads what others spent for somebody, and against them. */
  readonly outsideFor: string;
  readonly outsideAgainst: string;
  readonly outsideTotal: (dollars: string) => string;
  /** What national party committees gave to somebody's side. */
  readonly committees: (name: string, dollars: string) => string;
  /** Heads the whole cost beside the most before. */
  readonly total: string;
  readonly before: string;
  /** What opens the table of all that candidates filed. */
  readonly filings: string;
};
