import { areaKey } from "../../race/sections/results/listed-areas.ts";
import { fault, type Fault } from "../text/faults.ts";
import type { ApUnit } from "./answer.ts";

/** A contest's units: the whole, and one cut of it into parts. */
export type ApUnits = {
  /** Null where the answer has the parts alone. */
  readonly whole: ApUnit | null;
  /** By names that are each one place's. */
  readonly parts: ReadonlyMap<string, ApUnit>;
  readonly warnings: readonly Fault[];
};

/** Levels that give the same votes cut another way, the one that is taken first. */
const CUTS = ["subunit", "ru", "fipscode", "county", "district"];

/** Parts that add up to so many times the whole count something else. */
const OTHER_MEASURE = 1.1;

/**
 * Tells the unit of the whole contest from its parts. A state's unit repeats what its counties or
 * towns add up to, districts are another cut of the same votes, and a district at large repeats the
 * state: of all these only the whole and one cut are taken.
 */
export function apUnits(units: readonly ApUnit[]): ApUnits {
  const byLevel = Map.groupBy(units, ({ level }) => level.toLowerCase());
  const states = byLevel.get("state") ?? [];
  const [nation] = byLevel.get("national") ?? [];
  if (nation || states.length > 1)
    return { whole: nation ?? null, ...named(states, ({ stateName }) => stateName), warnings: [] };
  const [whole = null] = states;
  const cuts = [...byLevel]
    .filter(([level]) => level !== "state")
    .map(([level, all]) => ({ level, parts: all.filter((unit) => !isAtLarge(unit)) }))
    .filter(({ parts }) => parts.length > 0)
    .toSorted((a, b) => rank(a.level) - rank(b.level));
  const stated = whole && votesOf([whole]);
  const cut = cuts.find(({ parts }) => votesOf(parts) === stated) ?? cuts[0];
  const left = cuts.filter((other) => other !== cut).map(({ level }) => level);
  const { parts } = named(cut?.parts ?? [], ({ reportingunitName }) => reportingunitName);
  const sum = votesOf([...parts.values()]);
  // Caucuses count people in places, and delegates in the state.
  if (stated !== null && sum > stated * OTHER_MEASURE)
    return {
      whole,
      parts: new Map(),
      warnings: [
        fault(`left out: the areas, which count ${sum} of something that is ${stated} in all`),
      ],
    };
  return {
    whole,
    parts,
    warnings: [
      ...(left.length > 0
        ? [fault(`left out: the units of level ${left.join(", ")}, the same votes cut another way`)]
        : []),
      ...(stated !== null && parts.size > 0 && stated !== sum
        ? [fault(`the areas add up to ${sum} votes and AP says ${stated} in all, which is used`)]
        : []),
    ],
  };
}

function rank(level: string): number {
  const place = CUTS.indexOf(level);
  return place < 0 ? CUTS.length : place;
}

/** A state's delegates at large are decided by all of its votes. */
function isAtLarge({ districtType, reportingunitName }: ApUnit): boolean {
  const plain = (text: string | null | undefined) => (text ?? "").toLowerCase().replace(/\W/g, "");
  return plain(districtType) === "atlarge" || plain(reportingunitName) === "atlarge";
}

/** Two places of one name are told apart by AP's own ids of them. */
function named(
  units: readonly ApUnit[],
  nameOf: (unit: ApUnit) => string | null | undefined,
): Pick<ApUnits, "parts"> {
  const printed = (unit: ApUnit) =>
    nameOf(unit)?.trim() || unit.reportingunitID || unit.fipsCode || "an area without a name";
  const times = Map.groupBy(units, (unit) => areaKey(printed(unit)));
  const parts = new Map(
    units.map((unit) => {
      const name = printed(unit);
      const isShared = (times.get(areaKey(name))?.length ?? 0) > 1;
      return [isShared ? `${name} (${unit.reportingunitID ?? unit.fipsCode})` : name, unit];
    }),
  );
  return { parts };
}

function votesOf(units: readonly ApUnit[]): number {
  let sum = 0;
  for (const { candidates } of units)
    for (const { voteCount } of candidates ?? []) sum += voteCount ?? 0;
  return sum;
}
