import { dayOf, localDate } from "../dates.ts";
import { leadOf } from "../lead.ts";
import { roundHalfUp } from "../rounding.ts";
import type { Average } from "../sections/polls/summary.ts";
import type { Poll } from "../sections/polls/source.ts";
import type { AverageSettings } from "../sections/polls/settings.ts";
import { combine } from "./combine.ts";
import { INTERNAL_FACTOR } from "./decay.ts";
import type { Moment } from "./eligible.ts";
import { entriesOf } from "./entry.ts";
import { inMillionths, MILLION } from "./millionths.ts";
import { effectiveSample, leadHalfWidth, shareHalfWidth } from "./uncertainty.ts";
import { weigh } from "./weigh.ts";
import { CROWDING_DAYS, PARTISAN_FACTOR, REFERENCE_SAMPLE, SAMPLE_CAP } from "./weighted.ts";

export type AverageOptions = Moment & {
  readonly settings: AverageSettings;
  /** The race's candidates; equal shares keep this order. */
  readonly candidates: readonly { readonly id: string; readonly shortName: string }[];
};

/**
 * The race's own average at one moment: shares in percent to one decimal, largest first, with
 * their 95 % intervals; the lead between the first two printed shares; and each poll's weight,
 * to six decimals, summing to 1. Candidates that no counted poll names are left out. With no
 * poll to count, shares and inputs are empty and the lead's case is `none`.
 */
export function averagePolls(polls: readonly Poll[], options: AverageOptions): Average {
  const { settings, candidates, asOf, timeZone } = options;
  const date = localDate(asOf, timeZone);
  const entries = entriesOf(polls, options);
  const { parts, medianSample } = weigh(entries, settings, candidates, dayOf(date));

  const exact = combine(parts, candidates.length);
  const ranking = rank(exact);
  const shares = ranking.flatMap((at) => {
    const share = exact[at];
    const id = candidates[at]?.id;
    const half = shareHalfWidth(parts, at, medianSample);
    if (typeof share !== "number" || id === undefined || half === null) return [];
    return {
      candidate: id,
      share: roundHalfUp(share, 1),
      low: roundHalfUp(Math.max(0, share - half), 1),
      high: roundHalfUp(Math.min(100, share + half), 1),
    };
  });

  const [first, second] = ranking;
  const between =
    first === undefined || second === undefined
      ? null
      : leadHalfWidth(parts, first, second, medianSample);
  const people = effectiveSample(parts, medianSample);
  return {
    method: settings.method,
    settings: settingsAsRun(settings, medianSample),
    asOf: date,
    shares,
    lead: leadOf(shares, between, candidates, { polled: entries.length > 0 }),
    inputs: inMillionths(parts).map(({ poll, weight }) => ({
      poll: poll.id,
      weight: weight / MILLION,
    })),
    effectiveSample: people === null ? null : Math.round(people),
  };
}

/** Places of the candidates that have a share, by printed share, then as the race lists them. */
export function rank(exact: readonly (number | null)[]): readonly number[] {
  return exact
    .flatMap((share, at) => (share === null ? [] : [{ at, printed: roundHalfUp(share, 1) }]))
    .toSorted((a, b) => b.printed - a.printed || a.at - b.at)
    .map(({ at }) => at);
}

/** What one needs beside the polls to recompute the weights. */
function settingsAsRun(
  settings: AverageSettings,
  medianSample: number | null,
): Record<string, unknown> {
  const { method, ...own } = settings;
  switch (method) {
    case "mean":
      return { ...own, medianSample };
    case "decay":
      return { ...own, internalFactor: INTERNAL_FACTOR, medianSample };
    case "weighted":
      return {
        ...own,
        referenceSample: REFERENCE_SAMPLE,
        sampleCap: SAMPLE_CAP,
        crowdingDays: CROWDING_DAYS,
        partisanFactor: PARTISAN_FACTOR,
        medianSample,
      };
  }
}
