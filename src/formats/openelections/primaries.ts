import type { Contest } from "../match/contests.ts";

/** No state holds more primaries on one day; more parties are a column of something else. */
const MAX_PRIMARIES = 12;

/**
 * A file of primaries has all parties' candidates under one office. Where at least two parties
 * have two or more candidates, each party's are offered as a contest of their own; what counts the
 * ballots of all parties is no part of it.
 */
export function primaries(whole: Contest): Contest[] {
  const named = whole.choices.filter((choice) => !choice.writeIn && choice.party !== null);
  const parties = [...Map.groupBy(named, (choice) => choice.party)].filter(
    ([, choices]) => choices.length > 1,
  );
  if (parties.length < 2 || parties.length > MAX_PRIMARIES) return [];
  return parties.map(([party, choices]) => {
    const keys = new Set<string | null>(choices.map((choice) => choice.key));
    const counts = whole.counts.filter(
      (count) => keys.has(count.choice) || count.measure.startsWith("precincts"),
    );
    const title = `${whole.title} (${party})`;
    return { ...whole, key: title, title, choices, counts };
  });
}
