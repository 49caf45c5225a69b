import type { RaceData } from "../schema/data.ts";
import {
  type Counter,
  counterPath,
  type Counters,
  countersOf,
} from "../sections/results/counters.ts";
import { turnoutDays } from "../sections/turnout/turnout-days.ts";
import type { Place } from "./doubt.ts";

/** A number that readers get and that is only ever counted upwards, all modes together. */
export type RunningCount = {
  readonly section: "results" | "turnout";
  readonly place: Place;
  readonly value: number;
  /** Added up from the areas, because no row states the whole contest. */
  readonly summed: boolean;
};

/** Every running count of a race by its path: votes, ballots and the early vote. */
export function runningCounts(data: RaceData | null): ReadonlyMap<string, RunningCount> {
  const counts = [...countersOf(data?.results).values()].filter(isCast).map((counter) => {
    const { value, summed } = counter;
    const count = { section: "results", place: placeOf(counter), value, summed } as const;
    return [counterPath(counter), count] as const;
  });
  const days = [...turnoutDays(data?.turnout).values()].map(({ date, ballots: value }) => {
    const count = { section: "turnout", place: { date }, value, summed: false } as const;
    return [`turnout.${date}`, count] as const;
  });
  return new Map<string, RunningCount>([...counts, ...days]);
}

/** Votes and ballots, which are only ever counted upwards; not the electorate they are out of. */
export function isCast({ measure }: Counter): boolean {
  return measure !== "registered";
}

/** The part of the results that a counter belongs to: all candidates of an area together. */
export function partOfCounter({ round, area, measure }: Counter): string {
  return `${round}.${area}.${measure}`;
}

/** The counters by part, in their order. */
export function byPart(counters: Iterable<Counter>): Map<string, Counter[]> {
  return Map.groupBy(counters, partOfCounter);
}

export function placeOf({ round, area, measure, candidate }: Counter): Place {
  return { round, area, measure, ...(candidate !== null && { candidate }) };
}

export function sumOf(counters: readonly Counter[]): number {
  return counters.reduce((sum, { value }) => sum + value, 0);
}

/**
 * All parts of one measure in one round, before and after: what waits where areas may have been cut
 * another way, so that old and new ones never stand side by side.
 */
export function partsOfRound({ round, measure }: Counter, ...sides: readonly Counters[]): string[] {
  const same = sides
    .flatMap((counters) => [...counters.values()])
    .filter((other) => other.round === round && other.measure === measure);
  return [...new Set(same.map(partOfCounter))];
}
