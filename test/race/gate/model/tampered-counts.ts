import { MODES } from "../../../../src/race/schema/common.ts";
import type { RaceData } from "../../../../src/race/schema/data.ts";
import { resultCount, type ResultCount } from "../../../../src/race/sections/results/source.ts";
import type { TurnoutSource } from "../../../../src/race/sections/turnout/source.ts";
import { counted, votes } from "../../fixtures.ts";

/** The data and the clock that slips and lies are made out of. */
type At = { readonly data: RaceData; readonly now: number };

const AREAS = ["Ash", "Birch", "Cedar", "Dale", "total"] as const;
const CANDIDATES = ["ada", "bo"] as const;

/** One count that somebody sends: any area, candidate, mode, round or source. */
export function oneCount({ data, now }: At, a: number, b: number, c: number): ResultCount {
  const area = AREAS[a % AREAS.length] ?? "Ash";
  const candidate = CANDIDATES[b % 2] ?? "ada";
  const mode = a % 7 === 0 ? (MODES[c % MODES.length] ?? "unspecified") : "unspecified";
  const round = a % 13 === 0 ? 2 : 1;
  const source = a % 5 === 0 ? "wire" : "office";
  const rows = data.results?.counts ?? [];
  const old = rows.find((row) => row.area === area && row.candidate === candidate);
  const asOf = new Date(now + ((c % 9) - 4) * 5 * 60_000).toISOString();
  if (b % 11 === 0) return { ...counted(area, "registered", 2000 + c * 3), asOf };
  const value = tampered(old?.value ?? 500, b, c);
  if (b % 17 === 0)
    return resultCount.parse({
      area,
      measure: "votes",
      other: c % 2 === 0 ? "write-ins" : "Cy Coe",
      value,
      asOf,
      source: "office",
    });
  return votes(area, candidate, value, { asOf, mode, round, source });
}

/** The old figure as slips and lies make it another: lower, with a digit more, multiplied. */
export function tampered(value: number, b: number, c: number): number {
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

/** A whole file: rows left out, areas renamed, sources swapped, figures tampered with. */
export function scrambled(at: At, a: number, b: number, c: number): ResultCount[] {
  const rows = at.data.results?.counts ?? [];
  const changed = oneCount(at, a, b, c);
  switch (c % 7) {
    case 0:
      return rows.filter((_, i) => i !== a % Math.max(1, rows.length));
    case 1:
      return rows.map((row) => ({
        ...row,
        area: row.area === "total" ? "total" : `${row.area} 2`,
      }));
    case 2:
      return [...rows.filter((row) => row.area === "total"), changed].filter(unique);
    case 3:
      return rows.map((row) => ({ ...row, source: "office" }));
    case 4:
      return rows.map((row) => ({ ...row, round: 2 }));
    default:
      return rows.map((row, i) => ({
        ...row,
        value: (i + a) % 3 === 0 ? tampered(row.value, b + i, c) : row.value,
      }));
  }
}

/** What is taken away on purpose, and what a liar says beside it. */
export function withdrawn(at: At, a: number, b: number, c: number): ResultCount[] {
  const rows = at.data.results?.counts ?? [];
  const kept = rows.filter((row) => row.area !== AREAS[a % AREAS.length]);
  return b % 3 === 0 ? [...kept, oneCount(at, a, b, c)].filter(unique) : kept;
}

/** The early vote by day, tampered with: days that go, fall, or get a digit more. */
export function otherTurnout({ data }: At, a: number, b: number, c: number): TurnoutSource {
  const counts = data.turnout?.counts ?? [];
  if (a % 4 === 0) return { counts: counts.slice(0, -1) };
  return {
    counts: counts.map((row, i) =>
      i === a % Math.max(1, counts.length) ? { ...row, ballots: tampered(row.ballots, b, c) } : row,
    ),
  };
}

function unique(row: ResultCount, i: number, rows: readonly ResultCount[]): boolean {
  const key = (r: ResultCount) =>
    `${r.round} ${r.area} ${r.measure} ${r.candidate} ${r.other} ${r.mode}`;
  return rows.findIndex((other) => key(other) === key(row)) === i;
}
