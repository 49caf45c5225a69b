import { WHOLE_CONTEST } from "../../race/sections/results/source.ts";
import { fault, type Fault } from "../text/faults.ts";
import type { NistUnits } from "./units.ts";

/** An area of the results and the places whose counts add up to it. */
export type Slice = { readonly area: string; readonly units: readonly string[] };

export type Slices = {
  readonly slices: readonly Slice[];
  readonly faults: readonly Fault[];
  readonly warnings: readonly Fault[];
};

/**
 * Chooses which of a contest's places are told, so that no vote counts twice: a county and its
 * precincts overlap. Counties, else towns, else wards; precincts only summed, to the county they
 * lie in or to the whole. The contest's own district, where it has counts, must be their sum;
 * where it isn't, it is the whole contest and they are detail.
 *
 * @param counted places that have counts for the contest
 * @param votesOf all votes of the contest in one place
 */
export function slicesOf(
  district: string,
  counted: readonly string[],
  units: NistUnits,
  votesOf: (unit: string) => number,
): Slices {
  if (counted.length === 0) return { slices: [], faults: [], warnings: [] };
  const others = counted.filter((unit) => unit !== district);
  if (others.some((unit) => units.ancestorsOf(unit) === null))
    return refused("a place lies in more places than can be: see its ComposingGpUnitIds");
  const known = new Set(others);
  const tops = others.filter(
    (unit) => ![...(units.ancestorsOf(unit) ?? [])].some((place) => known.has(place)),
  );
  if (others.length > 0 && tops.length === 0)
    return refused("the places lie in each other in a circle");
  const sum = (slices: readonly Slice[]) =>
    slices.flatMap((slice) => slice.units).reduce((total, unit) => total + votesOf(unit), 0);
  const divisions = [largestAreas(tops, units), allAreas(tops, units), countiesOf(tops, units)];

  if (!counted.includes(district)) return withoutDistrict(tops, divisions[2] ?? null, units);
  const whole = votesOf(district);
  const fitting = divisions.find((slices) => slices !== null && sum(slices) === whole);
  if (fitting) return { slices: fitting, faults: [], warnings: [] };
  const areas = divisions[0] ?? [];
  const told = areas.length > 0 ? sum(areas) : sum([{ area: "", units: tops }]);
  if (areas.length > 0 && told > whole)
    return refused(`the areas add up to ${told} votes, the whole contest has ${whole}`);
  const warnings =
    tops.length > 0 && told !== whole
      ? [fault(`the places add up to ${told} votes, the whole contest has ${whole}, which is used`)]
      : [];
  const isArea = areas.length === 0 && units.isArea(district);
  const own = { area: isArea ? units.nameOf(district) : WHOLE_CONTEST, units: [district] };
  return { slices: [own, ...areas], faults: [], warnings };
}

/** Nothing states the whole, so every place must be known to lie outside every other. */
function withoutDistrict(
  tops: readonly string[],
  byCounty: readonly Slice[] | null,
  units: NistUnits,
): Slices {
  const tiers = new Set(tops.map((unit) => units.tierOf(unit)));
  const [largest] = [...tiers].toSorted((a, b) => (a ?? -1) - (b ?? -1));
  const vague = tops.some(
    (unit) => units.tierOf(unit) === largest && !units.get(unit)?.ComposingGpUnitIds?.length,
  );
  if (tiers.size > 1 && vague)
    return refused(
      "it has counts of places of several kinds and doesn't say which lie in which (ComposingGpUnitIds), so that they can't be added up",
    );
  const overlap = units.overlap(tops);
  if (overlap === null)
    return refused("its places are too many to find out whether two of them overlap");
  if (overlap) return refused("its places overlap, so that they can't be added up");
  const slices = allAreas(tops, units) ?? byCounty ?? [{ area: WHOLE_CONTEST, units: tops }];
  return { slices, faults: [], warnings: [] };
}

/** Only the areas of the largest kind: smaller ones may lie in them, said or not. */
function largestAreas(tops: readonly string[], units: NistUnits): Slice[] | null {
  const areas = tops.filter((unit) => units.isArea(unit));
  const tier = Math.min(...areas.map((unit) => units.tierOf(unit) ?? 0));
  return named(
    areas.filter((unit) => units.tierOf(unit) === tier),
    units,
  );
}

/** Areas of any kind, where there is nothing but areas: some states have cities beside counties. */
function allAreas(tops: readonly string[], units: NistUnits): Slice[] | null {
  return tops.every((unit) => units.isArea(unit)) ? named(tops, units) : null;
}

function named(areas: readonly string[], units: NistUnits): Slice[] | null {
  return areas.length === 0
    ? null
    : areas.map((unit) => ({ area: units.nameOf(unit), units: [unit] }));
}

/** Precincts by the county they lie in, where each lies in one; areas among them stay as they are. */
function countiesOf(tops: readonly string[], units: NistUnits): Slice[] | null {
  const counties = Map.groupBy(tops, (unit) => (units.isArea(unit) ? unit : units.areaOf(unit)));
  if (counties.size === 0 || counties.has(null)) return null;
  return [...counties].map(([county, parts]) => ({
    area: units.nameOf(county ?? ""),
    units: parts,
  }));
}

function refused(message: string): Slices {
  return { slices: [], faults: [fault(message)], warnings: [] };
}
