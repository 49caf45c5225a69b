import type { AverageSettings } from "../sections/polls/settings.ts";
import type { Entry } from "./entry.ts";
import { latestPerPollster } from "./latest-per-pollster.ts";
import type { Part } from "./part.ts";

/** What an internal poll weighs against one made for the public. */
export const INTERNAL_FACTOR = 0.5;

/**
 * Linear decay: the latest poll of each pollster weighs `1 - age / windowDays`, age in days
 * from the middle of its field work, and nothing from `windowDays` on; internal polls weigh
 * half. `bias` holds the points to subtract from a candidate's share in one poll, by poll id.
 */
export function decay(
  entries: readonly Entry[],
  settings: Extract<AverageSettings, { method: "decay" }>,
  day: number,
  candidates: readonly { readonly id: string }[],
): readonly Part[] {
  return latestPerPollster(entries)
    .map(({ poll, middle, shares }) => ({
      poll,
      weight:
        Math.max(0, 1 - (day - middle) / settings.windowDays) *
        (poll.internal ? INTERNAL_FACTOR : 1),
      shares: withoutBias(shares, settings.bias[poll.id] ?? [], candidates),
    }))
    .filter(({ weight }) => weight > 0);
}

function withoutBias(
  shares: Part["shares"],
  bias: readonly { readonly candidate: string; readonly points: number }[],
  candidates: readonly { readonly id: string }[],
): Part["shares"] {
  if (bias.length === 0) return shares;
  const points = new Map(bias.map((one) => [one.candidate, one.points]));
  return shares.map(({ at, share }) => ({
    at,
    share: Math.min(100, Math.max(0, share - (points.get(candidates[at]?.id ?? "") ?? 0))),
  }));
}
