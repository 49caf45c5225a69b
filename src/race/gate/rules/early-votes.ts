import { type Counter, countersOf } from "../../sections/results/counters.ts";
import { type ResultCount, WHOLE_CONTEST } from "../../sections/results/source.ts";
import { isCast } from "../counts.ts";
import type { Finding, GateRule, Proposal } from "../doubt.ts";
import { number } from "../say.ts";
import { firstCloseOf, momentOf, textOf } from "../standing.ts";

/**
 * Votes of a round that readers have none of yet, while people can still vote: a rehearsal sent to
 * the wrong race, or numbers under embargo. The close is the one that readers know.
 */
export const earlyVotes = {
  name: "early_votes",
  sentence: "votes or ballots of a count before the first polls have closed",
  example: "results at 18:40 where polls close at 19:00",
  meanwhile: "no results",
  find: votesBeforeClose,
} as const satisfies GateRule;

function votesBeforeClose({ before, after, now }: Proposal): Finding[] {
  const known = before ?? after;
  const { asOf } = known.race;
  const closes = firstCloseOf(known);
  if (momentOf(known, now) >= Date.parse(closes)) return [];
  const seen = new Set(cast(before?.results).map(({ round }) => round));
  const early = cast(after.results).filter(({ round }) => !seen.has(round));
  return [...Map.groupBy(early, ({ round }) => round)].map(([round, counters]) => {
    const whole = counters.filter(({ area }) => area === WHOLE_CONTEST);
    const votes = whole.filter(({ measure }) => measure === "votes");
    const told = Math.max(sum(votes), ...whole.map(({ value }) => value));
    return {
      section: "results",
      scope: `${round}`,
      parts: partsOf(round, before?.results?.counts ?? [], after.results?.counts ?? []),
      place: { round },
      path: `results.${round}`,
      message: `${number(told)} votes or ballots in round ${round}, but polls close at ${closes}${asOf === null ? "" : ` and this race's clock is pinned at ${asOf}`}`,
      after: told,
    };
  });
}

function cast(results: Proposal["after"]["results"] | undefined): Counter[] {
  return [...countersOf(results).values()].filter((c) => isCast(c) && c.value > 0);
}

function sum(counters: readonly Counter[]): number {
  return counters.reduce((total, { value }) => total + value, 0);
}

/** Everything of the round that is new, but for what says how many there are to count. */
function partsOf(
  round: number,
  before: readonly ResultCount[],
  after: readonly ResultCount[],
): string[] {
  const known = new Set(before.map(textOf));
  const rows = after.filter(
    (row) =>
      row.round === round &&
      row.measure !== "registered" &&
      row.measure !== "precincts_total" &&
      !known.has(textOf(row)),
  );
  return [...new Set(rows.map(({ area, measure }) => `${round}.${area}.${measure}`))];
}
