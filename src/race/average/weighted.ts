import type { AverageSettings } from "../sections/polls/settings.ts";
import type { Entry } from "./entry.ts";
import type { Part } from "./part.ts";

/** A poll of this many people has a sample factor of 1. */
export const REFERENCE_SAMPLE = 600;

/** However large a poll is, its sample counts for no more than this factor. */
export const SAMPLE_CAP = 1.5;

/** A pollster's polls that ended on the day or in this many days before it share weight. */
export const CROWDING_DAYS = 14;

/** What an internal or partisan poll weighs against an independent one. */
export const PARTISAN_FACTOR = 0.5;

/**
 * Every poll, weighed by
 *
 *     0.5^(age / halfLifeDays) × min(√(n / 600), 1.5) ÷ √(max(1, k)) × (½ if internal or partisan)
 *
 * with age in days from the middle of its field work, n its sample (or the median sample where
 * it gives none), and k the number of that pollster's polls that ended on `day` or in the 14
 * days before it. A poll `halfLifeDays` old weighs exactly half of a new one.
 */
export function weighted(
  entries: readonly Entry[],
  settings: Extract<AverageSettings, { method: "weighted" }>,
  day: number,
  medianSample: number | null,
): readonly Part[] {
  const crowds = new Map<string, number>();
  for (const { poll, end } of entries) {
    if (day - end > CROWDING_DAYS) continue;
    crowds.set(poll.pollster, (crowds.get(poll.pollster) ?? 0) + 1);
  }
  return entries.map(({ poll, middle, shares }) => {
    const sample = poll.sample ?? medianSample ?? REFERENCE_SAMPLE;
    const freshness = 0.5 ** ((day - middle) / settings.halfLifeDays);
    const size = Math.min(Math.sqrt(sample / REFERENCE_SAMPLE), SAMPLE_CAP);
    const crowding = Math.sqrt(Math.max(1, crowds.get(poll.pollster) ?? 0));
    const trust = poll.internal || poll.partisan !== null ? PARTISAN_FACTOR : 1;
    return { poll, weight: ((freshness * size) / crowding) * trust, shares };
  });
}
