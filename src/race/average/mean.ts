import { roundHalfUp } from "../rounding.ts";
import type { AverageSettings } from "../sections/polls/settings.ts";
import type { Entry } from "./entry.ts";
import { latestPerPollster } from "./latest-per-pollster.ts";
import type { Part } from "./part.ts";

/**
 * The plain mean: the latest poll of each pollster whose field work ended on `day` or in the
 * `windowDays` days before it, all with equal weight. With `roundInputs` each share is
 * rounded to a whole number first, halves up.
 */
export function mean(
  entries: readonly Entry[],
  settings: Extract<AverageSettings, { method: "mean" }>,
  day: number,
): readonly Part[] {
  const recent = entries.filter(({ end }) => day - end <= settings.windowDays);
  return latestPerPollster(recent).map(({ poll, shares }) => ({
    poll,
    weight: 1,
    shares: settings.roundInputs
      ? shares.map(({ at, share }) => ({ at, share: roundHalfUp(share, 0) }))
      : shares,
  }));
}
