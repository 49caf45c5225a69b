import type { AverageSettings } from "../sections/polls/settings.ts";
import { decay } from "./decay.ts";
import { countedOn, type Entry } from "./entry.ts";
import { mean } from "./mean.ts";
import { medianSample } from "./median-sample.ts";
import { inMillionths } from "./millionths.ts";
import type { Part } from "./part.ts";
import { weighted } from "./weighted.ts";

/** The parts of the average at the end of one day, and the median sample of what counted then. */
export type Weighed = { readonly parts: readonly Part[]; readonly medianSample: number | null };

/** Weighs a race's polls by the race's method, as they counted at the end of `day`. */
export function weigh(
  entries: readonly Entry[],
  settings: AverageSettings,
  candidates: readonly { readonly id: string }[],
  day: number,
): Weighed {
  const counted = countedOn(entries, day);
  const median = medianSample(counted.map(({ poll }) => poll));
  switch (settings.method) {
    case "mean":
      return { parts: mean(counted, settings, day), medianSample: median };
    case "weighted":
      return {
        parts: inMillionths(weighted(counted, settings, day, median)),
        medianSample: median,
      };
    case "decay":
      return {
        parts: inMillionths(decay(counted, settings, day, candidates)),
        medianSample: median,
      };
  }
}
