import type { RaceFacts } from "../schema/race-facts.ts";

/** Below this a count says too little to speak of a jump: the first precincts multiply it. */
export const MIN_COUNT = 1000;

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
export function candidateName(
  { race }: { readonly race: Pick<RaceFacts, "candidates"> },
  id: string,
): string {
  return race.candidates.find((candidate) => candidate.id === id)?.shortName ?? id;
}
