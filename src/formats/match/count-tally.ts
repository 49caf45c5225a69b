import type { Mode } from "../../race/schema/common.ts";
import type { ResultMeasure } from "../../race/sections/results/source.ts";
import { isEither } from "../sheet/local-numbers.ts";
import type { ContestCount } from "./contests.ts";

/** More than any count of people or precincts, and far below where sums lose their exactness. */
export const MAX_COUNT = 1e10;

/** A count as files print it, `1,234`, `1 234` and `815.0` included; null for anything else. */
export function parseCount(text: string): number | null {
  const [, plain] = COUNT.exec(text.trim()) ?? [];
  if (plain === undefined) return null;
  const value = Number(plain.replace(/\D/g, ""));
  return value <= MAX_COUNT ? value : null;
}

/** Thousands are parted by one mark, commas, spaces or apostrophes; three decimals may be thousands. */
const COUNT = /^(\d{1,3}(?:([, \u00A0\u202F'’])\d{3})(?:\2\d{3})*|\d+)(?:\.0{1,2}|\.0{4,6})?$/;

/** What to say of a cell that is no count. */
export function notACount(found: string): string {
  const wanted = `must be a whole number, found ${JSON.stringify(found)}`;
  return isEither(found)
    ? `${wanted}: if that is ${found.replace(/\D/g, "")}, write it so`
    : wanted;
}

/** Adds up counts of the same area, measure, choice and mode: precincts to their county. */
export class CountTally {
  readonly #rows = new Map<string, ContestCount>();

  add({ area, measure, choice, mode, value }: ContestCount): void {
    const key = JSON.stringify([area, measure, choice, mode]);
    const before = this.#rows.get(key)?.value ?? 0;
    this.#rows.set(key, { area, measure, choice, mode, value: before + value });
  }

  /** A count that has neither candidate nor mode; null, which is unknown, adds nothing. */
  addMeasure(area: string, measure: ResultMeasure, value: number | null): void {
    if (value !== null) this.add({ area, measure, choice: null, mode: "unspecified", value });
  }

  addModes(
    count: Pick<ContestCount, "area" | "measure" | "choice">,
    modes: Iterable<readonly [Mode, number]>,
  ): void {
    for (const [mode, value] of modes) this.add({ ...count, mode, value });
  }

  /** In the order in which they were first added. */
  rows(): ContestCount[] {
    return [...this.#rows.values()];
  }
}

/** The sum of a count's modes. */
export function sumOf(modes: ReadonlyMap<Mode, number>): number {
  return [...modes.values()].reduce((sum, value) => sum + value, 0);
}

/** Adds to a count's modes; the map is changed in place. */
export function addTo(modes: Map<Mode, number>, mode: Mode, value: number): void {
  modes.set(mode, (modes.get(mode) ?? 0) + value);
}

/**
 * Modes that add up to a stated total: what the total has beyond them is `unspecified`. Null where
 * they exceed it, which no total can explain. Without a stated total they are complete.
 */
export function completed(
  modes: ReadonlyMap<Mode, number>,
  total: number | null,
): ReadonlyMap<Mode, number> | null {
  const rest = total === null ? 0 : total - sumOf(modes);
  if (rest < 0) return null;
  if (rest === 0 && modes.size > 0) return modes;
  return new Map(modes).set("unspecified", (modes.get("unspecified") ?? 0) + rest);
}
