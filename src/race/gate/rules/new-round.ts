import type { RaceData } from "../../schema/data.ts";
import { type Counter, countersOf } from "../../sections/results/counters.ts";
import { callsBy } from "../../sections/calls/source.ts";
import { WHOLE_CONTEST } from "../../sections/results/source.ts";
import { isCast, partOfCounter, sumOf } from "../counts.ts";
import type { GateRule } from "../doubt.ts";
import { momentOf } from "../standing.ts";

/** Most files count one round; a wrong `round` would draw the same votes as another vote. */
export const newRound = {
  name: "new_round",
  sentence:
    "votes of a round without the one before it, or without a reason: a `rule` that wants a majority which nobody had or counts in rounds, or a call that sends candidates to a runoff",
  example: "votes in round 2 of a race that most votes decide",
  meanwhile: "the rounds before it",
  find: ({ before, after, now }) => {
    const seen = new Set(countedIn(before).map(({ round }) => round));
    const coming = Map.groupBy(
      countedIn(after).filter(({ round }) => round > 1 && !seen.has(round)),
      ({ round }) => round,
    );
    return [...coming].flatMap(([round, counters]) => {
      const missing = whyNot(after, round, now);
      if (missing === null) return [];
      return [
        {
          section: "results" as const,
          scope: `${round}`,
          parts: [...new Set(counters.filter(({ summed }) => !summed).map(partOfCounter))],
          place: { round },
          path: `results.${round}`,
          message: `votes in round ${round}, but ${missing}`,
        },
      ];
    });
  },
} as const satisfies GateRule;

/** Rules by which votes are counted in rounds. */
const ROUND_BY_ROUND: ReadonlySet<string> = new Set(["ranked_choice", "stv"]);

/** What speaks against a round; null where the one before it asks for it. */
function whyNot(after: RaceData, round: number, now: string): string | null {
  const last = round - 1;
  const earlier = countedIn(after).filter(
    (counter) =>
      counter.round === last && counter.area === WHOLE_CONTEST && counter.measure === "votes",
  );
  if (earlier.length === 0) return `round ${last} has none`;
  // A call that is dated ahead, or was taken back, says nothing yet, or nothing any more.
  const moment = new Date(momentOf(after, now)).toISOString();
  const sent = callsBy(after.calls, moment).some(
    ({ round: of, outcome }) => of === last && (outcome === "runoff" || outcome === "advances"),
  );
  if (sent || ROUND_BY_ROUND.has(after.race.rule)) return null;
  if (after.race.rule !== "majority_runoff")
    return `most votes decide (\`rule\`), and nobody calls a runoff of round ${last}`;
  const most = Math.max(...earlier.filter((c) => c.candidate !== null).map(({ value }) => value));
  return 2 * most > sumOf(earlier) ? `a candidate has the majority in round ${last}` : null;
}

function countedIn(data: RaceData | null): Counter[] {
  return [...countersOf(data?.results).values()].filter((c) => isCast(c) && c.value > 0);
}
