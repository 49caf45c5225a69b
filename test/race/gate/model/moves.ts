import * as fc from "fast-check";
import { mergeSource } from "../../../../src/race/merge.ts";
import type { Sender } from "../../../../src/race/gate/doubt.ts";
import type { RaceData } from "../../../../src/race/schema/data.ts";
import { SECTIONS } from "../../../../src/race/sections/index.ts";
import { aPoll } from "../../fixtures.ts";
import { oneCount, otherTurnout, scrambled, withdrawn } from "./tampered-counts.ts";
import { otherCalls, otherRace } from "./tampered-race.ts";

const KINDS = [
  "put",
  "merge",
  "feed",
  "feedMerge",
  "feedCalls",
  "delete",
  "withdraw",
  "restore",
  "race",
  "calls",
  "polls",
  "turnout",
  "clock",
] as const;

/** What somebody with a `publish` token sends, or a feed, made out of what the race is by then. */
export type Move = {
  readonly kind: (typeof KINDS)[number];
  /** Numbers that the kind makes something of. */
  readonly a: number;
  readonly b: number;
  readonly c: number;
};

export const move: fc.Arbitrary<Move> = fc.record({
  // What is tried most is what most walks around a gate begin with.
  kind: fc.constantFrom(...KINDS, "put", "merge", "merge", "feed", "race", "race"),
  a: fc.nat(9999),
  b: fc.nat(9999),
  c: fc.nat(9999),
});

/** A moment's race, the clock, and every race there was before. */
export type Scene = {
  readonly data: RaceData;
  readonly now: number;
  readonly past: readonly RaceData[];
};

/** Who sends a move, and whether they say that they take something away. */
export function senderOf({ kind }: Move): { readonly by: Sender; readonly withdraws: boolean } {
  return { by: kind.startsWith("feed") ? "feed" : "person", withdraws: kind === "withdraw" };
}

/** What the race would be if it passed; null where the move is about the clock alone. */
export function proposalOf(scene: Scene, { kind, a, b, c }: Move): RaceData | null {
  const { data } = scene;
  switch (kind) {
    case "put":
    case "feed":
      return { ...data, results: { counts: scrambled(scene, a, b, c) } };
    case "merge":
    case "feedMerge": {
      const counts = [oneCount(scene, a, b, c)];
      return { ...data, results: mergeSource("results", data.results, { counts }) };
    }
    case "delete":
      return { ...data, [SECTIONS[a % SECTIONS.length] ?? "results"]: null };
    case "withdraw":
      return { ...data, results: { counts: withdrawn(scene, a, b, c) } };
    case "restore": {
      const old = scene.past[a % Math.max(1, scene.past.length)];
      if (old === undefined) return data;
      const names = ["results", "race", "calls", "polls", "turnout"] as const;
      const name = names[b % names.length] ?? "results";
      return { ...data, [name]: old[name] };
    }
    case "race":
      return { ...data, race: otherRace(scene, a, b) };
    case "calls":
    case "feedCalls":
      return { ...data, calls: { calls: otherCalls(scene, a, b) } };
    case "polls":
      return { ...data, polls: { polls: (data.polls?.polls ?? []).slice(a % 5) } };
    case "turnout":
      return { ...data, turnout: otherTurnout(scene, a, b, c) };
    case "clock":
      return null;
  }
}

/** How far the clock goes on with a move, in milliseconds. */
export function passing({ kind, b }: Move): number {
  return kind === "clock" ? (b % 600) * 60_000 : (b % 30) * 1000;
}

/** Polls for the race to begin with. */
export const POLLS = [1, 2, 3, 4].map((n) => aPoll(`p${n}`, "2026-10-20", 50 - n, 45));
