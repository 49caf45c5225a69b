import type { RaceData } from "../schema/data.ts";
import { WHOLE_CONTEST } from "../sections/results/source.ts";
import { counterKey, countersOf } from "./counters.ts";
import type { GateRule, Reason } from "./reason.ts";
import { turnoutDays } from "./turnout-days.ts";
import { number } from "./words.ts";

/** More ballots than voters, in one place. */
type Excess = {
  readonly path: string;
  readonly name: string;
  readonly ballots: number;
  readonly registered: number;
};

/**
 * Nobody can cast more ballots than there are registered voters. Where voters may register on
 * election day it can still look so: once released, the same place doesn't trip again.
 */
export const overRegistered: GateRule = ({ before, after }) => {
  const accepted = new Set(before === null ? [] : excesses(before).map((excess) => excess.path));
  return excesses(after)
    .filter((excess) => !accepted.has(excess.path))
    .map(({ path, name, ballots, registered }): Reason => ({
      rule: "over_registered",
      path,
      message: `${name}: ${number(ballots)} ballots, but only ${number(registered)} registered voters`,
      after: ballots,
    }));
};

function excesses(data: RaceData): Excess[] {
  const areas = countedAreas(data).filter((area) => area.ballots > area.registered);
  const parts = areas.filter((area) => area.area !== WHOLE_CONTEST);
  const explained = new Set(parts.map((area) => area.round));
  // Where one area explains the sum, the sum needs no reason of its own.
  const wholes = areas.filter((area) => area.area === WHOLE_CONTEST && !explained.has(area.round));
  return [...parts, ...wholes, ...castBallots(data)];
}

function countedAreas(data: RaceData) {
  const counters = countersOf(data.results);
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
    const registered = voters?.value ?? (whole ? mostRegistered(data) : undefined);
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

function castBallots(data: RaceData): Excess[] {
  const registered = mostRegistered(data);
  if (registered === undefined) return [];
  const over = [...turnoutDays(data.turnout).values()].find((day) => day.ballots > registered);
  if (!over) return [];
  const name = `ballots cast by ${over.date}`;
  return [{ path: "turnout", name, ballots: over.ballots, registered }];
}

/** The race's own number of registered voters, the upper end where sources give a range. */
function mostRegistered({ race }: RaceData): number | undefined {
  const { registered } = race.turnout;
  if (registered === null) return undefined;
  return "count" in registered ? registered.count : registered.high;
}
