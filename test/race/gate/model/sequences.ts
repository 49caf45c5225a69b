import * as fc from "fast-check";
import { checkRaceData } from "../../../../src/race/check.ts";
import { judge } from "../../../../src/race/gate/judge.ts";
import type { Highs } from "../../../../src/race/gate/highs.ts";
import type { RaceData } from "../../../../src/race/schema/data.ts";
import { turnout as turnoutDays } from "../fixtures.ts";
import { aRace, counted, someData, votes } from "../../fixtures.ts";
import { type Move, move, passing, POLLS, proposalOf, type Scene, senderOf } from "./moves.ts";
import { forbidden } from "./oracle.ts";

const EVENING = Date.parse("2026-11-03T21:00:00-05:00");
const MORNING = Date.parse("2026-11-03T10:00:00-05:00");

/** How a sequence begins. */
export type Beginning = {
  /** Polls are still open, and nothing is counted. */
  readonly isOpen: boolean;
  /** A law silences exit polls, and the wire's figures may only be shown. */
  readonly hasTerms: boolean;
  /** race.json lists the areas, with their registered voters. */
  readonly listsAreas: boolean;
};

const TERMS = {
  quiet: [
    {
      what: "exit_polls",
      from: "2026-11-03T07:00:00-05:00",
      to: "2026-11-04T12:00:00-05:00",
      law: "TEST Act, s. 1",
    },
  ],
  sources: [
    { id: "office", name: "Testville Election Office" },
    { id: "wire", name: "Test Wire", redistribution: "card" },
  ],
} as const;
const AREAS = ["Ash", "Birch", "Cedar", "Dale"].map((name) => ({
  id: name.toLowerCase(),
  name,
  registered: 20_000,
}));

/** A race in the middle of its count, or before it. */
export function beginning({ isOpen, hasTerms, listsAreas }: Beginning): Scene {
  const race = aRace({
    ...(hasTerms && { quiet: [...TERMS.quiet], sources: [...TERMS.sources] }),
    ...(listsAreas && { areas: AREAS }),
  });
  const counts = ["Ash", "Birch", "Cedar"].flatMap((area, i) => [
    votes(area, "ada", 4000 + 900 * i),
    votes(area, "bo", 4200 + 700 * i),
    ...(listsAreas ? [] : [counted(area, "registered", 30_000)]),
  ]);
  if (hasTerms) counts.push(votes("Dale", "ada", 2100, { source: "wire" }));
  const turnout = turnoutDays(["2026-10-28", 4000], ["2026-10-29", 9366], ["2026-10-30", 14_000]);
  const results = { counts };
  const data = someData({ race, polls: { polls: POLLS }, turnout, ...(isOpen ? {} : { results }) });
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
      const sender = senderOf(next);
      const verdict = judge({ before, after, now, ...sender, highs });
      ({ highs } = verdict);
      const [wrong] = forbidden({ before, after: verdict.accepted, now, ...sender, most });
      if (wrong !== undefined) return `move ${i}, ${JSON.stringify(next)}: ${wrong}`;
      const past: readonly RaceData[] = [...scene.past, before];
      scene = { ...scene, data: verdict.accepted, past };
    }
    scene = { ...scene, now: scene.now + passing(next) };
  }
  return null;
}

/** Any way for a sequence to begin. */
export const begun: fc.Arbitrary<Beginning> = fc.record({
  isOpen: fc.boolean(),
  hasTerms: fc.boolean(),
  listsAreas: fc.boolean(),
});

/** Tries so many sequences of a dishonest sender; says the shortest that gets through, if one does. */
export function trySequences(numRuns: number, seed?: number): string | null {
  const sequences = fc.tuple(begun, fc.array(move, { minLength: 1, maxLength: 12 }));
  const tried = fc.check(
    fc.property(sequences, ([start, moves]) => {
      const wrong = play(beginning(start), moves);
      if (wrong !== null) throw new Error(wrong);
    }),
    { numRuns, ...(seed !== undefined && { seed }) },
  );
  if (!tried.failed) return null;
  return `seed ${tried.seed}: ${String(tried.errorInstance)} after ${JSON.stringify(tried.counterexample)}`;
}
