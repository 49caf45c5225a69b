import { dateOf, dayOf, localDate } from "../dates.ts";
import { roundHalfUp } from "../rounding.ts";
import type { PollsSummary } from "../sections/polls/summary.ts";
import type { Poll } from "../sections/polls/source.ts";
import { combine, rank } from "./combine.ts";
import { inputsOf } from "./inputs.ts";
import { preparePolls, type AverageOptions } from "./evidence/prepare.ts";
import { weigh } from "./weights/weigh.ts";

/** A line of 60 points is as fine as a card can draw. */
export const MAX_TREND_POINTS = 60;

/**
 * The average as it stood at the end of each day, from the first poll's to that of `asOf`
 * (which ends at `asOf`, so the last point is the average itself). Where that makes more than
 * 60 days, 60 of them, evenly spaced, first and last included. One line-up serves all days:
 * today's. Shares are its candidates', in the order of the average's. A day without an average,
 * or on which one of them had no counted poll, has no point: nothing could be said, and a 0 would
 * be read as a share.
 */
export function trend(polls: readonly Poll[], options: AverageOptions): PollsSummary["trend"] {
  const { settings, candidates, asOf, timeZone } = options;
  const { entries, lineUp } = preparePolls(polls, options);
  const last = dayOf(localDate(asOf, timeZone));
  const first = entries.reduce((day, { enters }) => Math.min(day, enters), Infinity);
  if (first > last) return [];

  const meansOn = (day: number) => {
    const inputs = inputsOf(weigh(entries, settings, day), settings.method);
    const means = combine(inputs, candidates.length);
    return lineUp.map((at) => means[at] ?? null);
  };
  const order = rank(meansOn(last)).map(({ at }) => lineUp.indexOf(at));
  return daysBetweenEvenly(first, last).flatMap((day) => {
    const means = meansOn(day);
    const shares = order.flatMap((at) => {
      const mean = means[at];
      return mean ? roundHalfUp(mean.share, 1) : [];
    });
    return order.length > 0 && shares.length === order.length ? { date: dateOf(day), shares } : [];
  });
}

function daysBetweenEvenly(first: number, last: number): readonly number[] {
  const points = Math.min(last - first + 1, MAX_TREND_POINTS);
  const step = points === 1 ? 0 : (last - first) / (points - 1);
  return Array.from({ length: points }, (_, n) => first + Math.round(n * step));
}
