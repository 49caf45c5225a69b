import * as fc from "fast-check";
import { MODES } from "../../../../src/race/schema/common.ts";
import type { RaceData } from "../../../../src/race/schema/data.ts";
import { raceSource, type RaceSource } from "../../../../src/race/schema/race.ts";
import type { ResultCount } from "../../../../src/race/sections/results/source.ts";
import { mergeSource } from "../../../../src/race/merge.ts";
import { aCall, aPoll, counted, votes } from "../../fixtures.ts";

/** What somebody with a `publish` token sends, made out of what the race is at that moment. */
export type Move = {
  readonly kind: "put" | "merge" | "delete" | "restore" | "race" | "calls" | "polls" | "clock";
  /** Numbers that the kind makes something of. */
  readonly a: number;
  readonly b: number;
  readonly c: number;
};

export const move: fc.Arbitrary<Move> = fc.record({
  kind: fc.constantFrom(
    "put",
    "put",
    "merge",
    "merge",
    "delete",
    "restore",
    "race",
    "race",
    "calls",
    "polls",
    "clock",
  ),
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

const AREAS = ["Ash", "Birch", "Cedar", "total"] as const;
const CANDIDATES = ["ada", "bo"] as const;

/** What the race would be if it passed; null where the move is about the clock alone. */
export function proposalOf(scene: Scene, { kind, a, b, c }: Move): RaceData | null {
  const { data } = scene;
  switch (kind) {
    case "put":
      return { ...data, results: { counts: scrambled(scene, a, b, c) } };
    case "merge": {
      const counts = [oneCount(scene, a, b, c)];
      return { ...data, results: mergeSource("results", data.results, { counts }) };
    }
    case "delete":
      return a % 2 === 0 ? { ...data, results: null } : { ...data, polls: null };
    case "restore": {
      const old = scene.past[a % Math.max(1, scene.past.length)];
      if (old === undefined) return data;
      return b % 2 === 0 ? { ...data, results: old.results } : { ...data, race: old.race };
    }
    case "race":
      return { ...data, race: otherRace(scene, a, b) };
    case "calls":
      return { ...data, calls: { calls: otherCalls(scene, a, b) } };
    case "polls":
      return { ...data, polls: { polls: (data.polls?.polls ?? []).slice(a % 5) } };
    case "clock":
      return null;
  }
}

/** How far the clock goes on with a move, in milliseconds. */
export function passing({ kind, b }: Move): number {
  return kind === "clock" ? (b % 600) * 60_000 : (b % 30) * 1000;
}

function oneCount(scene: Scene, a: number, b: number, c: number): ResultCount {
  const area = AREAS[a % AREAS.length] ?? "Ash";
  const candidate = CANDIDATES[b % 2] ?? "ada";
  const mode = a % 7 === 0 ? (MODES[c % MODES.length] ?? "unspecified") : "unspecified";
  const rows = scene.data.results?.counts ?? [];
  const old = rows.find((row) => row.area === area && row.candidate === candidate);
  const asOf = new Date(scene.now + ((c % 9) - 4) * 5 * 60_000).toISOString();
  if (b % 11 === 0) return { ...counted(area, "registered", 2000 + c * 3), asOf };
  return votes(area, candidate, tampered(old?.value ?? 500, b, c), { asOf, mode });
}

/** The old figure as slips and lies make it another: lower, with a digit more, multiplied. */
function tampered(value: number, b: number, c: number): number {
  const digits = String(value);
  switch (b % 8) {
    case 0:
      return Math.max(0, value - (c % 40));
    case 1:
      return Math.floor(value * (c / 9999));
    case 2: {
      const at = c % (digits.length + 1);
      return Number(digits.slice(0, at) + String(1 + (c % 9)) + digits.slice(at));
    }
    case 3:
      return value * 12;
    default:
      return value + (c % 900);
  }
}

function scrambled(scene: Scene, a: number, b: number, c: number): ResultCount[] {
  const rows = scene.data.results?.counts ?? [];
  const changed = oneCount(scene, a, b, c);
  switch (c % 5) {
    case 0:
      return rows.filter((_, i) => i !== a % Math.max(1, rows.length));
    case 1:
      return rows.map((row) => ({
        ...row,
        area: row.area === "total" ? "total" : `${row.area} 2`,
      }));
    case 2:
      return [...rows.filter((row) => row.area === "total"), changed].filter(unique);
    default:
      return rows.map((row, i) => ({
        ...row,
        value: (i + a) % 3 === 0 ? tampered(row.value, b + i, c) : row.value,
      }));
  }
}

function unique(row: ResultCount, i: number, rows: readonly ResultCount[]): boolean {
  const key = (r: ResultCount) => `${r.area} ${r.measure} ${r.candidate} ${r.mode}`;
  return rows.findIndex((other) => key(other) === key(row)) === i;
}

function otherRace({ data, now }: Scene, a: number, b: number): RaceSource {
  const { race } = data;
  const at = (ms: number) => new Date(now + ms).toISOString();
  const changes: readonly Partial<RaceSource>[] = [
    { voting: { ...race.voting, closes: at((b - 5000) * 20_000) } },
    { asOf: b % 2 === 0 ? null : at((b - 5000) * 20_000) },
    { timeZone: "America/Los_Angeles" },
    { test: !race.test },
    { rule: "majority_runoff" },
    {
      candidates: race.candidates.toReversed().map((c, i) => ({ ...c, id: CANDIDATES[i] ?? c.id })),
    },
    { candidates: race.candidates.slice(0, 1) },
    { certified: [{ by: "Office", at: at((b - 5000) * 20_000), source: "office" }] },
    { certified: [] },
    { gate: { ...race.gate, jumpFactor: 1 + (b % 99) + 1 } },
    { title: `Title ${b}` },
  ];
  const parsed = raceSource.safeParse({ ...race, ...changes[a % changes.length] });
  return parsed.success ? parsed.data : race;
}

function otherCalls({ data, now }: Scene, a: number, b: number) {
  const calls = data.calls?.calls ?? [];
  const call = aCall({
    candidate: CANDIDATES[a % 2] ?? "ada",
    caller: `Caller ${b % 2}`,
    at: new Date(now + ((b % 50) - 40) * 60_000).toISOString(),
  });
  if (a % 3 === 0) return calls.slice(1);
  return [...calls.filter(({ caller }) => caller !== call.caller), call];
}

/** Polls for the race to begin with. */
export const POLLS = [1, 2, 3, 4].map((n) => aPoll(`p${n}`, "2026-10-20", 50 - n, 45));
