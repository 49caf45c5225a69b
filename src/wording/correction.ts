import type { VoteMode } from "./common.ts";

/** A figure that was wrong, as a sentence tells of it; `is` is null where there is none. */
export type WrongFigure =
  | {
      readonly what: "votes";
      readonly whom: string;
      readonly mode: VoteMode;
      /** Null: in the whole contest. */
      readonly area: string | null;
      readonly was: number;
      readonly is: number | null;
    }
  | {
      readonly what: "ballots";
      readonly mode: VoteMode;
      readonly date: string;
      readonly was: number;
      readonly is: number | null;
    }
  | {
      readonly what: "share";
      readonly whom: string;
      readonly pollster: string;
      readonly was: number;
      readonly is: number | null;
    }
  | { readonly what: "other" };

/** What readers had wrong, from when until when: instants, told in the race's zone. */
export type CorrectionFacts = {
  readonly figure: WrongFigure;
  readonly from: string;
  readonly until: string;
  readonly timeZone: string;
};
