import type { EligiblePoll } from "./eligible.ts";

/**
 * Each pollster's poll whose field work ended last. `polls` come newest first, with ties in
 * the order of their ids, so the first of a pollster is the one.
 */
export function latestPerPollster(polls: readonly EligiblePoll[]): readonly EligiblePoll[] {
  const seen = new Set<string>();
  return polls.filter(({ pollster }) => !seen.has(pollster) && seen.add(pollster));
}
