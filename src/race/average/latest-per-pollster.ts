import type { Entry } from "./entry.ts";

/**
 * Each pollster's poll whose field work ended last. Entries come newest first, with ties in
 * the order of their ids, so the first of a pollster is the one.
 */
export function latestPerPollster(entries: readonly Entry[]): readonly Entry[] {
  const latest = new Map<string, Entry>();
  for (const entry of entries) {
    if (!latest.has(entry.poll.pollster)) latest.set(entry.poll.pollster, entry);
  }
  return [...latest.values()];
}
