import { type Move, type Scene } from "./moves.ts";
/** A race in the middle of its count, and one whose polls are still open. */
export declare function beginning(isOpen: boolean): Scene;
/** Plays moves one after the other through the gate, and gives the first thing a reader mustn't see. */
export declare function play(start: Scene, moves: readonly Move[]): string | null;
/** Tries so many sequences of a dishonest sender; throws with the shortest that gets through. */
export declare function trySequences(numRuns: number, seed?: number): void;
