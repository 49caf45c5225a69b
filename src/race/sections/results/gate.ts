import type { Proposal, Reason } from "../../gate/reason.ts";
import { allGone, falls, jumps, MIN_COUNT, number, words } from "../../gate/say.ts";
import type { RaceFacts } from "../../schema/race-facts.ts";
import { type Counter, counterKey, counterName, counterPath, countersOf } from "./counters.ts";
import { type ResultsSource, WHOLE_CONTEST } from "./source.ts";

export type ResultsData = { readonly race: RaceFacts; readonly results: ResultsSource | null };

/** Votes are counted upwards: a count that falls, or is gone, is a slip or a recount. */
export function fallingResults({ before, after }: Proposal<ResultsData>): Reason[] {
  if (!before?.results) return [];
  const then = countersOf(before.results);
  const counts = [...then.values()].filter((c) => c.measure !== "registered" && c.value > 0);
  const now = countersOf(after.results);
  if (counts.length > 0 && now.size === 0) return [allGone("results")];
  const reasons: Reason[] = [];
  const fallen = new Set<string>();
  // Areas first: where one explains the fall of the sum, the sum needs no reason of its own.
  for (const old of counts.toSorted((a, b) => Number(a.summed) - Number(b.summed))) {
    if (old.summed && fallen.has(wholeKey(old))) continue;
    const reason = fall(old, now.get(counterKey(old)), before);
    if (!reason) continue;
    reasons.push(reason);
    fallen.add(wholeKey(old));
  }
  return reasons;
}

function wholeKey(counter: Counter): string {
  return counterKey({ ...counter, area: WHOLE_CONTEST });
}

function fall(old: Counter, next: Counter | undefined, data: ResultsData): Reason | null {
  const path = counterPath(old);
  if (!next) {
    const message = `${counterName(old, data)}: ${number(old.value)} would be gone`;
    return { rule: "counter_falls", path, message, before: old.value };
  }
  if (next.value < old.value) return falls(path, counterName(old, data), old.value, next.value);
  for (const [mode, value] of old.modes) {
    const later = next.modes.get(mode);
    // What was unspecified may be told apart later; that isn't a fall.
    if (mode !== "unspecified" && later !== undefined && later < value)
      return falls(`${path}.${mode}`, `${counterName(old, data)}, ${words(mode)}`, value, later);
  }
  return null;
}

/** A count that multiplies at once: most often a digit too many, or two files added up. */
export function jumpingResults({ before, after }: Proposal<ResultsData>): Reason[] {
  if (before === null) return [];
  const { jumpFactor } = after.race.gate;
  const then = countersOf(before.results);
  const jumped = [...countersOf(after.results).values()].flatMap((counter) => {
    const old = then.get(counterKey(counter))?.value ?? 0;
    const tooMuch =
      counter.measure !== "registered" && old >= MIN_COUNT && counter.value > old * jumpFactor;
    return tooMuch ? [{ counter, old }] : [];
  });
  const parts = new Set(
    jumped
      .filter(({ counter }) => !counter.summed)
      .map(({ counter }) => counterKey({ ...counter, area: WHOLE_CONTEST })),
  );
  return jumped
    .filter(({ counter }) => !(counter.summed && parts.has(counterKey(counter))))
    .map(({ counter, old }) =>
      jumps(counterPath(counter), counterName(counter, after), old, counter.value),
    );
}

/**
 * Votes of a round that readers have none of yet, while people can still vote: a rehearsal sent
 * to the wrong race, or numbers under embargo. Polls have closed once they have by the real time
 * and by the race's own, where it is pinned: readers of such a race are still before that moment.
 */
export function earlyVotes({ before, after, now }: Proposal<ResultsData>): Reason[] {
  const { asOf, voting } = after.race;
  const at = Math.min(Date.parse(now), Date.parse(asOf ?? now));
  if (at >= Date.parse(voting.closes)) return [];
  const known = votesByRound(before);
  return [...votesByRound(after)]
    .filter(([round]) => !known.has(round))
    .map(([round, votes]) => ({
      rule: "early_results",
      path: `results.${round}`,
      message: `${number(votes)} votes or ballots in round ${round}, but polls close at ${voting.closes}${asOf === null ? "" : ` and this race's clock is pinned at ${asOf}`}`,
      after: votes,
    }));
}

/** The most that any measure counts in each round; rounds without a single vote are left out. */
function votesByRound(data: ResultsData | null): Map<number, number> {
  const rounds = new Map<number, number>();
  for (const { round, measure, value } of countersOf(data?.results).values())
    if (measure !== "registered" && value > 0)
      rounds.set(round, Math.max(rounds.get(round) ?? 0, value));
  return rounds;
}
