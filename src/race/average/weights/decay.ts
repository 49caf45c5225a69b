import type { AverageSettings } from "../../sections/polls/settings.ts";
import type { Entry } from "../evidence/entry.ts";
import { PARTISAN_FACTOR } from "./partisan.ts";
import type { Adjust } from "../evidence/question.ts";

type Settings = Extract<AverageSettings, { method: "decay" }>;

/**
 * Linear decay: an entry weighs `1 - age / windowDays`, age in days from the middle of its field
 * work, and nothing from `windowDays` on; internal and partisan ones weigh half. Only the latest
 * of each pollster is asked for its weight.
 */
export function decayWeight({ windowDays }: Settings, day: number): (entry: Entry) => number {
  return ({ middle, partisan }) =>
    Math.max(0, 1 - (day - middle) / windowDays) * (partisan ? PARTISAN_FACTOR : 1);
}

/** Subtracts the points that `bias` holds for a candidate in one poll, by poll id. */
export function withoutBias({ bias }: Settings): Adjust {
  return (share, candidate, poll) => {
    const found = bias[poll]?.find((one) => one.candidate === candidate);
    return found === undefined ? share : Math.min(100, Math.max(0, share - found.points));
  };
}
