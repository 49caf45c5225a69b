import type { RaceData } from "../../schema/data.ts";
import { type Counter, counterKey, countersOf } from "../../sections/results/counters.ts";
import { areaKey, areasByKey } from "../../sections/results/listed-areas.ts";
import { WHOLE_CONTEST } from "../../sections/results/source.ts";
import { mostRegistered } from "../../sections/turnout/settings.ts";
import { latestDay, turnoutDays } from "../../sections/turnout/turnout-days.ts";
import { byPart, partsOfRound, placeOf, sumOf } from "../counts.ts";
import type { Finding, GateRule, Place, Proposal } from "../doubt.ts";
import { number, words } from "../say.ts";

/** How far above a comparable election a count may be. */
const MORE_THAN_COMPARABLE = 1.3;

/** One number and what it can't be above. */
type Excess = {
  readonly key: string;
  readonly section: "results" | "turnout";
  readonly parts: readonly string[];
  readonly place: Place;
  readonly path: string;
  readonly name: string;
  readonly ballots: number;
  readonly ceiling: number;
  /** "registered voters" */
  readonly of: string;
};

/**
 * Nobody can cast more ballots than there are voters. Where voters may register on election day it
 * can still look so: once released, the same place doesn't trip again.
 */
export const overCeiling = {
  name: "over_ceiling",
  sentence:
    "more ballots or votes than registered voters (in an area: by its file, else by `areas`), than early ballots cast, or than 1.3 times a comparable election (`gate.comparableBallots`)",
  example: "Cobb: 96,200 votes where 91,000 are registered",
  meanwhile: "that area’s numbers as they were",
  find: aboveCeiling,
} as const satisfies GateRule;

function aboveCeiling({ before, after }: Proposal): Finding[] {
  const accepted = new Set(before === null ? [] : excessesOf(before).map(({ key }) => key));
  return excessesOf(after)
    .filter(({ key }) => !accepted.has(key))
    .map(({ section, parts, place, path, name, ballots, ceiling, of }) => ({
      section,
      ...(parts[0] !== undefined && { scope: parts[0] }),
      parts,
      place,
      path,
      message: `${name}: ${number(ballots)} ballots, but only ${number(ceiling)} ${of}`,
      after: ballots,
    }));
}

function excessesOf(data: RaceData): Excess[] {
  const areas = inAreas(data);
  const explained = new Set(areas.map(({ place }) => place.round));
  // Where one area explains the sum, the sum needs no reason of its own.
  const wholes = inWhole(data).filter(({ place }) => !explained.has(place.round));
  return [...areas, ...wholes, ...inTurnout(data)];
}

/** Areas, and a whole contest that states its own registered voters. */
function inAreas({ race, results }: RaceData): Excess[] {
  const counters = countersOf(results);
  const listed = areasByKey(race.areas);
  return countedParts(counters, race).flatMap(([part, counter, ballots]) => {
    const voters = counters.get(counterKey({ ...counter, measure: "registered", candidate: null }));
    // A sum may lack the areas that don't say; each area that does is judged by itself.
    if (voters?.summed === true || counter.summed) return [];
    const { round, area } = counter;
    // The files' figure wins over that of race.json.
    const ceiling = voters?.value ?? listed.get(areaKey(area))?.registered ?? null;
    return ceiling !== null && ballots > ceiling
      ? [
          {
            key: `${round}.${area}`,
            section: "results" as const,
            parts: [part],
            place: placeOf({ ...counter, candidate: null }),
            path: `results.${round}.${area}.${counter.measure}`,
            name: `${round === 1 ? "" : `round ${round}, `}${area === WHOLE_CONTEST ? "whole contest" : area}`,
            ballots,
            ceiling,
            of: "registered voters",
          },
        ]
      : [];
  });
}

/** The whole contest against what race.json says, and against the early vote by mode. */
function inWhole({ race, results, turnout }: RaceData): Excess[] {
  const counters = countersOf(results);
  const parts = byPart(counters.values());
  const cast = latestDay(turnoutDays(turnout))?.modes;
  return countedParts(counters, race)
    .filter(([, { area }]) => area === WHOLE_CONTEST)
    .flatMap(([part, counter, ballots]) => {
      const own = counters.get(counterKey({ ...counter, measure: "registered", candidate: null }));
      const ceilings = [
        ...(own === undefined || own.summed
          ? [{ ceiling: mostRegistered(race.turnout), of: "registered voters" }]
          : []),
        {
          ceiling:
            race.gate.comparableBallots && MORE_THAN_COMPARABLE * race.gate.comparableBallots,
          of: "to be expected",
        },
      ].map((c) => ({ ...c, ballots }));
      const early =
        counter.round === 1 && counter.measure === "votes" ? earlyOf(parts.get(part)) : 0;
      ceilings.push({
        ceiling: cast?.get("early_in_person"),
        of: "cast early in person",
        ballots: early,
      });
      return ceilings.flatMap(({ ceiling, of, ballots: b }) =>
        ceiling == null || b <= ceiling
          ? []
          : [
              {
                key: `${counter.round}.${WHOLE_CONTEST}.${of}`,
                section: "results" as const,
                parts: counter.summed ? partsOfRound(counter, counters) : [part],
                place: { round: counter.round, measure: counter.measure },
                path: `results.${counter.round}.total.${counter.measure}`,
                name: `${counter.round === 1 ? "" : `round ${counter.round}, `}whole contest`,
                ballots: b,
                ceiling,
                of,
              },
            ],
      );
    });
}

function earlyOf(rivals: readonly Counter[] = []): number {
  return rivals.reduce((sum, { modes }) => sum + (modes.get("early_in_person") ?? 0), 0);
}

/** Votes and ballots by area, all candidates together: a ballot has as many votes as one may cast. */
function countedParts(
  counters: ReturnType<typeof countersOf>,
  { voteFor = 1 }: RaceData["race"],
): [string, Counter, number][] {
  return [...byPart([...counters.values()].filter((c) => c.measure !== "registered"))].flatMap(
    ([part, rivals]): [string, Counter, number][] =>
      rivals[0]
        ? [
            [
              part,
              rivals[0],
              Math.ceil(sumOf(rivals) / (rivals[0].measure === "votes" ? voteFor : 1)),
            ],
          ]
        : [],
  );
}

function inTurnout({ race, turnout }: RaceData): Excess[] {
  const ceiling = mostRegistered(race.turnout);
  if (ceiling === undefined) return [];
  const over = [...turnoutDays(turnout).values()].filter(({ ballots }) => ballots > ceiling);
  return over.map(({ date, ballots }) => ({
    key: "turnout",
    section: "turnout" as const,
    parts: [date],
    place: { date },
    path: `turnout.${date}`,
    name: words(`ballots cast by ${date}`),
    ballots,
    ceiling,
    of: "registered voters",
  }));
}
