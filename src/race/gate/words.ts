import type { RaceData } from "../schema/data.ts";
import { WHOLE_CONTEST } from "../sections/results/source.ts";
import type { Counter } from "./counters.ts";

const NUMBER = new Intl.NumberFormat("en-US", { maximumFractionDigits: 2 });

/** "134,799" */
export function number(value: number): string {
  return NUMBER.format(value);
}

/** "$1,250,000" */
export function money(value: number): string {
  return `$${number(value)}`;
}

/** "early in person" */
export function words(name: string): string {
  return name.replaceAll("_", " ");
}

/** The name that running text uses for a candidate of the race; the id of one it hasn't. */
export function candidateName({ race }: RaceData, id: string): string {
  return race.candidates.find((candidate) => candidate.id === id)?.shortName ?? id;
}

/** "Fulton, votes for Handel"; a later round is named. */
export function counterName(counter: Counter, data: RaceData): string {
  const { candidate, measure, round } = counter;
  const what = candidate === null ? measure : `votes for ${candidateName(data, candidate)}`;
  const where = counter.area === WHOLE_CONTEST ? "whole contest" : counter.area;
  return `${round === 1 ? "" : `round ${round}, `}${where}, ${what}`;
}

export function counterPath({ round, area, measure, candidate }: Counter): string {
  return ["results", round, area, candidate ?? measure].join(".");
}
