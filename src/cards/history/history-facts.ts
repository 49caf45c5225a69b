import type { HistorySummary } from "../../race/sections/history/summary.ts";
import type { CardLanguage } from "../../wording/language.ts";
import type { HistoryFacts } from "../../wording/history.ts";

/** What the history card's sentence says. */
export function historyFacts(
  { seat, last, contests, holders }: HistorySummary,
  { write }: Pick<CardLanguage, "write">,
): HistoryFacts {
  if (seat !== null) {
    const { who, party, since, atLeast, before } = seat;
    if (party === null) return { case: "person", by: who, since, atLeast };
    // With the last holder the seat went over to another party.
    if (before !== null && holders[0]?.from.startsWith(`${since}`))
      return { case: "flipped", from: before, to: party, since };
    return { case: "held", by: party, since, atLeast };
  }
  if (last !== null) {
    const { who, party, year, share } = last;
    const written = share === null ? null : write.percent(write.count(share));
    return { case: "last", name: party ? `${who} (${party})` : who, year, share: written };
  }
  return { case: contests.length > 0 ? "votes" : "none" };
}
