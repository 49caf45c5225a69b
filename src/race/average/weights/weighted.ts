import type { AverageSettings } from "../../sections/polls/settings.ts";
import type { Entry } from "../evidence/entry.ts";
import { PARTISAN_FACTOR } from "./partisan.ts";

/** A survey this old weighs half of a new one, unless the race says otherwise. */
export const HALF_LIFE_DAYS = 18;

/** A survey of this many people has a sample factor of 1. */
export const REFERENCE_SAMPLE = 600;

/** However large a survey is, its sample counts for no more than this factor. */
export const SAMPLE_CAP = 1.5;

/** A pollster's entries that ended on the day or in this many days before it share weight. */
export const CROWDING_DAYS = 90;

/**
 * The weight of one entry among all that count on a day:
 *
 *     0.5^(age / halfLifeDays) × min(√(n / 600), 1.5) ÷ √(max(1, k)) × (½ if internal or partisan)
 *
 * with age in days from the middle of its field work, n the people it counts for, and k the
 * number of that pollster's entries that ended on `day` or in the `crowdingDays` days before it.
 * An entry `halfLifeDays` old weighs exactly half of a new one.
 */
export function weightedBy(
  entries: readonly Entry[],
  settings: Extract<AverageSettings, { method: "weighted" }>,
  day: number,
): (entry: Entry, sample: number) => number {
  const crowds = new Map<string, number>();
  for (const { pollster, end } of entries) {
    if (day - end > settings.crowdingDays) continue;
    crowds.set(pollster, (crowds.get(pollster) ?? 0) + 1);
  }
  return ({ pollster, middle, partisan }, sample) => {
    const crowding = Math.sqrt(Math.max(1, crowds.get(pollster) ?? 0));
    const trust = partisan ? PARTISAN_FACTOR : 1;
    return (
      ((freshness(day - middle, settings.halfLifeDays) * sizeFactor(sample)) / crowding) * trust
    );
  };
}

/** 1 for a new survey, a half after `halfLifeDays`. */
export function freshness(ageDays: number, halfLifeDays: number): number {
  return 0.5 ** (ageDays / halfLifeDays);
}

/** The root of the sample against one of 600, at most 1.5; 1 where nobody knows it. */
export function sizeFactor(sample: number): number {
  return sample > 0 ? Math.min(Math.sqrt(sample / REFERENCE_SAMPLE), SAMPLE_CAP) : 1;
}
