import * as fc from "fast-check";
import { checkRaceData } from "../../../../src/race/check.ts";
import { judge } from "../../../../src/race/gate/judge.ts";
import type { Highs } from "../../../../src/race/gate/highs.ts";
import type { RaceData } from "../../../../src/race/schema/data.ts";
import { aRace, counted, someData, votes } from "../../fixtures.ts";
import { type Move, move, passing, POLLS, proposalOf, type Scene } from "./moves.ts";
import { forbidden } from "./oracle.ts";

const EVENING = Date.parse("2026-11-03T21:00:00-05:00");
const MORNING = Date.parse("2026-11-03T10:00:00-05:00");

/** A race in the middle of its count, and one whose polls are still open. */
export function beginning(isOpen: boolean): Scene {
  const race = aRace();
  const counts = ["Ash", "Birch", "Cedar"].flatMap((area, i) => [
    votes(area, "ada", 4000 + 900 * i),
    votes(area, "bo", 4200 + 700 * i),
    counted(area, "registered", 30_000),
  ]);
  const results = { counts };
  const data = someData({ race, polls: { polls: POLLS }, ...(isOpen ? {} : { results }) });
  return { data, now: isOpen ? MORNING : EVENING, past: [] };
}

/** Plays moves one after the other through the gate, and gives the first thing a reader mustn't see. */
export function play(start: Scene, moves: readonly Move[]): string | null {
  let scene = start;
  let highs: Highs = {};
  const most = new Map<string, number>();
  for (const [i, next] of moves.entries()) {
    const now = new Date(scene.now).toISOString();
    const after = proposalOf(scene, next);
    if (after !== null && checkRaceData(after).ok) {
      const before = scene.data;
      const verdict = judge({ before, after, now, by: "person", withdraws: false, highs });
      ({ highs } = verdict);
      const [wrong] = forbidden({ before, after: verdict.accepted, now, most });
      if (wrong !== undefined) return `move ${i}, ${JSON.stringify(next)}: ${wrong}`;
      const past: readonly RaceData[] = [...scene.past, before];
      scene = { ...scene, data: verdict.accepted, past };
    }
    scene = { ...scene, now: scene.now + passing(next) };
  }
  return null;
}

/** Tries so many sequences of a dishonest sender; says the shortest that gets through, if one does. */
export function trySequences(numRuns: number, seed?: number): string | null {
  const sequences = fc.tuple(fc.boolean(), fc.array(move, { minLength: 1, maxLength: 12 }));
  const tried = fc.check(
    fc.property(sequences, ([isOpen, moves]) => {
      const wrong = play(beginning(isOpen), moves);
      if (wrong !== null) throw new Error(wrong);
    }),
    { numRuns, ...(seed !== undefined && { seed }) },
  );
  if (!tried.failed) return null;
  return `seed ${tried.seed}: ${String(tried.errorInstance)} after ${JSON.stringify(tried.counterexample)}`;
}
