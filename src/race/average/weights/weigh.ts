import type { AverageSettings } from "../../sections/polls/settings.ts";
import { decayWeight } from "./decay.ts";
import { countedOn, type Entry } from "../evidence/entry.ts";
import { whyTooFew, type TooFew } from "./few.ts";
import { latestPerPollster, meanEntries } from "./mean.ts";
import { partisanScale } from "./partisan.ts";
import { medianSample } from "../evidence/sample.ts";
import { uncoveredParts } from "../evidence/tracker.ts";
import { REFERENCE_SAMPLE, weightedBy } from "./weighted.ts";

/** One entry's part in an average. */
export type Part = {
  readonly entry: Entry;
  /** Relative: the parts of one average need not sum to anything in particular. */
  readonly weight: number;
  /** People it counts for; null where neither it nor any other entry says how many it asked. */
  readonly sample: number | null;
  /** How much of its field days no newer release of the same tracker covers, 0 to 1. */
  readonly uncovered: number;
};

/** The parts of the average at the end of one day, and what one needs to weigh them again. */
export type Weighed = {
  /** Newest first; none where the polls are too few for an average. */
  readonly parts: readonly Part[];
  readonly few: TooFew | null;
  /** The median sample of the entries that counted on that day. */
  readonly medianSample: number | null;
  /** By what internal and partisan entries were multiplied. */
  readonly partisanScale: number;
};

/** Weighs a race's entries by the race's method, as they counted at the end of `day`. */
export function weigh(entries: readonly Entry[], settings: AverageSettings, day: number): Weighed {
  const counted = countedOn(entries, day);
  const median = medianSample(counted.map(({ sample }) => sample));
  const parts = partsOf(counted, settings, day, median).filter(({ weight }) => weight > 0);
  const few = whyTooFew(
    parts.map(({ entry }) => entry),
    settings,
    day,
  );
  const scale = partisanScale(parts);
  return {
    parts:
      few !== null
        ? []
        : parts.map((part) =>
            part.entry.partisan ? { ...part, weight: part.weight * scale } : part,
          ),
    few,
    medianSample: median,
    partisanScale: scale,
  };
}

function partsOf(
  counted: readonly Entry[],
  settings: AverageSettings,
  day: number,
  median: number | null,
): readonly Part[] {
  switch (settings.method) {
    case "mean":
      return meanEntries(counted, settings, day).map((entry) => ({
        entry,
        weight: 1,
        sample: peopleOf(entry, 1, median),
        uncovered: 1,
      }));
    case "decay": {
      const weightOf = decayWeight(settings, day);
      return latestPerPollster(counted).map((entry) => ({
        entry,
        weight: weightOf(entry),
        sample: peopleOf(entry, 1, median),
        uncovered: 1,
      }));
    }
    case "weighted": {
      const parts = uncoveredParts(counted);
      const taken = counted.filter((entry) => parts.get(entry) !== 0);
      const weightOf = weightedBy(taken, settings, day);
      return taken.map((entry) => {
        const uncovered = parts.get(entry) ?? 1;
        const sample = peopleOf(entry, uncovered, median);
        return {
          entry,
          weight: weightOf(entry, sample ?? REFERENCE_SAMPLE * uncovered),
          sample,
          uncovered,
        };
      });
    }
  }
}

/** The people an entry counts for; without a sample of its own it is one of ordinary size. */
function peopleOf(entry: Entry, uncovered: number, median: number | null): number | null {
  const asked = entry.sample ?? (median === null ? null : Math.min(median, entry.bound));
  return asked === null ? null : asked * uncovered;
}
