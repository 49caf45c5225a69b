import type { Proposal, Reason } from "../../gate/reason.ts";
import { overRegistered } from "../../gate/say.ts";
import { mostRegistered } from "../turnout/settings.ts";
import { counterKey, countersOf } from "./counters.ts";
import type { ResultsData } from "./gate.ts";
import { WHOLE_CONTEST } from "./source.ts";

/**
 * Nobody can cast more ballots than there are registered voters. Where voters may register on
 * election day it can still look so: once released, the same place doesn't trip again.
 */
export function resultsOverRegistered({ before, after }: Proposal<ResultsData>): Reason[] {
  const accepted = new Set(before === null ? [] : excesses(before).map(({ path }) => path));
  return excesses(after)
    .filter(({ path }) => !accepted.has(path))
    .map(({ path, name, ballots, registered }) => overRegistered(path, name, ballots, registered));
}

function excesses(data: ResultsData) {
  const areas = countedAreas(data).filter((area) => area.ballots > area.registered);
  const parts = areas.filter((area) => area.area !== WHOLE_CONTEST);
  const explained = new Set(parts.map((area) => area.round));
  // Where one area explains the sum, the sum needs no reason of its own.
  const wholes = areas.filter((area) => area.area === WHOLE_CONTEST && !explained.has(area.round));
  return [...parts, ...wholes];
}

function countedAreas({ race, results }: ResultsData) {
  const counters = countersOf(results);
  const places = new Map(
    [...counters.values()].map(({ round, area }) => [
      JSON.stringify([round, area]),
      { round, area },
    ]),
  );
  const votes = new Map<string, number>();
  for (const { round, area, measure, value } of counters.values()) {
    const place = JSON.stringify([round, area]);
    if (measure === "votes") votes.set(place, (votes.get(place) ?? 0) + value);
  }
  return [...places].flatMap(([place, { round, area }]) => {
    const measured = (measure: "ballots" | "registered") =>
      counters.get(counterKey({ round, area, measure, candidate: null }));
    const whole = area === WHOLE_CONTEST;
    const voters = measured("registered");
    // A sum may lack the areas that don't say; each area that does is judged by itself.
    if (voters?.summed) return [];
    const registered = voters?.value ?? (whole ? mostRegistered(race.turnout) : undefined);
    if (registered === undefined) return [];
    return [
      {
        round,
        area,
        path: `results.${round}.${area}.ballots`,
        name: `${round === 1 ? "" : `round ${round}, `}${whole ? "whole contest" : area}`,
        // A vote is on a ballot, so votes alone can show it too.
        ballots: Math.max(measured("ballots")?.value ?? 0, votes.get(place) ?? 0),
        registered,
      },
    ];
  });
}
