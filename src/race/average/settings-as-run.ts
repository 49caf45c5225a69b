import type { AverageSettings } from "../sections/polls/settings.ts";
import { PARTISAN_FACTOR, PARTISAN_LIMIT } from "./weights/partisan.ts";
import { SHARED_ERROR } from "./uncertainty.ts";
import type { Weighed } from "./weights/weigh.ts";
import { REFERENCE_SAMPLE, SAMPLE_CAP } from "./weights/weighted.ts";

/** What one needs beside the polls to recompute the weights and the intervals. */
export function settingsAsRun(
  settings: AverageSettings,
  { medianSample, partisanScale }: Weighed,
): Record<string, unknown> {
  const { method, ...own } = settings;
  const common = {
    ...own,
    partisanLimit: PARTISAN_LIMIT,
    partisanScale,
    medianSample,
    sharedError: SHARED_ERROR,
  };
  switch (method) {
    case "mean":
      return common;
    case "decay":
      return { ...common, partisanFactor: PARTISAN_FACTOR };
    case "weighted":
      return {
        ...common,
        partisanFactor: PARTISAN_FACTOR,
        referenceSample: REFERENCE_SAMPLE,
        sampleCap: SAMPLE_CAP,
      };
  }
}
