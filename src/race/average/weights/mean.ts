import { roundHalfUp } from "../../rounding.ts";
import type { AverageSettings } from "../../sections/polls/settings.ts";
import type { Entry } from "../evidence/entry.ts";
import type { Adjust } from "../evidence/question.ts";

type Settings = Extract<AverageSettings, { method: "mean" }>;

/**
 * The entries of the plain mean: the latest of each pollster whose field work ended on `day` or
 * in the `windowDays` days before it. All have equal weight.
 */
export function meanEntries(
  entries: readonly Entry[],
  { windowDays }: Settings,
  day: number,
): readonly Entry[] {
  return latestPerPollster(entries.filter(({ end }) => day - end <= windowDays));
}

/** With `roundInputs` each share is rounded to a whole number first, halves up. */
export function meanShare({ roundInputs }: Settings): Adjust {
  return (share) => (roundInputs ? roundHalfUp(share, 0) : share);
}

/**
 * Each pollster's entry whose field work ended last. Entries come newest first, with ties in
 * the order of their ids, so the first of a pollster is the one.
 */
export function latestPerPollster(entries: readonly Entry[]): readonly Entry[] {
  const latest = new Map<string, Entry>();
  for (const entry of entries) {
    if (!latest.has(entry.pollster)) latest.set(entry.pollster, entry);
  }
  return [...latest.values()];
}
