import * as fc from "fast-check";
import type { RaceData } from "../../../../src/race/schema/data.ts";
/** What somebody with a `publish` token sends, made out of what the race is at that moment. */
export type Move = {
  readonly kind: "put" | "merge" | "delete" | "restore" | "race" | "calls" | "polls" | "clock";
  /** Numbers that the kind makes something of. */
  readonly a: number;
  readonly b: number;
  readonly c: number;
};
export declare const move: fc.Arbitrary<Move>;
/** A moment's race, the clock, and every race there was before. */
export type Scene = {
  readonly data: RaceData;
  readonly now: number;
  readonly past: readonly RaceData[];
};
/** What the race would be if it passed; null where the move is about the clock alone. */
export declare function proposalOf(scene: Scene, { kind, a, b, c }: Move): RaceData | null;
/** How far the clock goes on with a move, in milliseconds. */
export declare function passing({ kind, b }: Move): number;
/** Polls for the race to begin with. */
export declare const POLLS: {
  id: string;
  survey: string;
  pollster: string;
  sponsor: string | null;
  field:
    | {
        start: string;
        end: string;
      }
    | {
        middle: string;
      };
  sample: number | null;
  population: "a" | "lv" | "rv" | "v" | null;
  marginOfError: number | null;
  shares: {
    candidate: string;
    share: number;
  }[];
  undecided: number | null;
  partisan: string | null;
  internal: boolean;
  publishedAt: string | null;
  source: string;
  url: string | null;
  note: string | null;
}[];
