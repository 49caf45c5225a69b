import type { RaceFacts } from "../schema/race-facts.ts";
import type { Reason } from "./reason.ts";

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

export function falls(path: string, name: string, before: number, after: number): Reason {
  const message = `${name}: would fall from ${number(before)} to ${number(after)}`;
  return { rule: "counter_falls", path, message, before, after };
}

export function allGone(section: string): Reason {
  return { rule: "counter_falls", path: section, message: `all ${section} would be gone` };
}

/** A file with a header and no rows, as a feed sends it on a bad day. */
export function emptied(
  section: string,
  before: readonly unknown[] = [],
  after: readonly unknown[] = [],
): Reason[] {
  return before.length > 0 && after.length === 0 ? [allGone(section)] : [];
}

export function jumps(
  path: string,
  name: string,
  before: number,
  after: number,
  print: (value: number) => string = number,
): Reason {
  const message = `${name}: would go from ${print(before)} to ${print(after)} at once`;
  return { rule: "jump", path, message, before, after };
}

export function overRegistered(
  path: string,
  name: string,
  ballots: number,
  registered: number,
): Reason {
  const message = `${name}: ${number(ballots)} ballots, but only ${number(registered)} registered voters`;
  return { rule: "over_registered", path, message, after: ballots };
}
