import type { RaceData } from "../schema/data.ts";
import { countersOf } from "./counters.ts";
import type { GateRule, Proposal, Reason } from "./reason.ts";
import { number } from "./words.ts";

/** What can't be known yet, since people can still vote. */
export const earlyResults: GateRule = (proposal) => [
  ...earlyVotes(proposal),
  ...earlyCalls(proposal),
];

/** A winner named before the polls close, by the call's own time: a date mistyped in a hurry. */
function earlyCalls({ before, after }: Proposal): Reason[] {
  const known = new Set(before?.race.calls.map((call) => JSON.stringify(call)));
  const { calls, voting } = after.race;
  return calls
    .filter((call) => !known.has(JSON.stringify(call)))
    .filter(({ at }) => Date.parse(at) < Date.parse(voting.closes))
    .map(({ candidate, caller, at }) => ({
      rule: "early_results",
      path: `race.calls.${candidate}`,
      message: `${caller} calls it for ${candidate} at ${at}, but polls close at ${voting.closes}`,
      after: at,
    }));
}

/**
 * Votes of a round that readers have none of yet, while people can still vote: a rehearsal sent
 * to the wrong race, or numbers under embargo. Polls have closed once they have by the real time
 * and by the race's own, where it is pinned: readers of such a race are still before that moment.
 */
function earlyVotes({ before, after, now }: Proposal): Reason[] {
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
function votesByRound(data: RaceData | null): Map<number, number> {
  const rounds = new Map<number, number>();
  for (const { round, measure, value } of countersOf(data?.results).values())
    if (measure !== "registered" && value > 0)
      rounds.set(round, Math.max(rounds.get(round) ?? 0, value));
  return rounds;
}
