import { sumOf } from "../match/count-tally.ts";
import { type Fault, fault } from "../text/faults.ts";
import { bearsCountyName } from "./names.ts";
import { type Cell, countKey, type Unit } from "./unit.ts";

/** The units whose votes add up to the contest, and what is to be said of the others. */
export type WithoutTotals = {
  readonly places: readonly Unit[];
  readonly faults: readonly Fault[];
  readonly warnings: readonly Fault[];
};

/** Others that must have votes, before the sum of them is told from a large place. */
const MIN_OTHERS = 3;

/**
 * Takes out the units that repeat the sum of others. Those that are named as totals are never
 * places: one that equals the sum, or several that do together, check it; a total that differs is a
 * fault. A place is taken for a total only if it alone equals the sum of the others for every
 * candidate. A total of nothing else is all that the file has. Voters and ballots whose total differs
 * are left out, and the votes beside them stay.
 */
export function withoutTotals(
  units: readonly Unit[],
  isInDoubt: (unit: Unit) => boolean,
  at: (cell: Cell, message: string) => Fault,
): WithoutTotals {
  const counties = Map.groupBy(
    units.filter(({ total }) => total?.of !== "file"),
    ({ county }) => county,
  );
  const ofFile = units.filter(({ total }) => total?.of === "file");
  const warnings: Fault[] = [];
  const faults: Fault[] = [];
  const check = (places: readonly Unit[], totals: readonly Unit[]) => {
    // What is in doubt is in a total, but in no sum of the others.
    if (places.some(isInDoubt) || totals.some(isInDoubt)) return;
    const found = checkTotals(places, totals, at);
    faults.push(...found.faults);
    warnings.push(...found.warnings);
  };
  const byCounty = [...counties.values()].map((all) => {
    const named = all.filter(({ total }) => total !== null);
    const places = all.filter(({ total }) => total === null);
    if (places.length === 0) {
      check(named.slice(0, 1), named.slice(1));
      return named.slice(0, 1);
    }
    const hidden = hiddenTotal(places.map((unit) => [unit])) ?? namesake(places);
    const kept = hidden === null ? places : places.filter((unit) => !hidden.includes(unit));
    warnings.push(...aboutNames(places, hidden));
    check(kept, named);
    return kept;
  });
  const hidden = hiddenTotal(byCounty);
  if (hidden !== null)
    warnings.push(fault(`left out: ${hidden[0]?.countyName}, which is the sum of all others`));
  const places = byCounty.filter((county) => county !== hidden).flat();
  if (places.length === 0) {
    check(ofFile.slice(0, 1), ofFile.slice(1));
    return { places: ofFile.slice(0, 1), faults, warnings };
  }
  check(places, ofFile);
  return { places, faults, warnings };
}

type Sums = ReadonlyMap<string, number>;

function sumsOf(units: readonly Unit[]): Sums {
  const sums = new Map<string, number>();
  for (const { cells } of units)
    for (const cell of cells.values())
      for (const party of new Set([cell.party, null])) {
        const key = countKey(cell, party);
        sums.set(key, (sums.get(key) ?? 0) + (cell.modes ? sumOf(cell.modes) : 0));
      }
  return sums;
}

/** The one group of units that has, of each count, as much as all others together. */
function hiddenTotal(groups: readonly (readonly Unit[])[]): readonly Unit[] | null {
  if (groups.length <= MIN_OTHERS) return null;
  const votes = (units: readonly Unit[]) => votesOf(units);
  const all = votes(groups.flat());
  const isSum = (own: Sums) => [...all].every(([key, sum]) => 2 * (own.get(key) ?? 0) === sum);
  const counted = groups
    .map((units) => ({ units, own: votes(units) }))
    .filter(({ own }) => [...own.values()].some((value) => value > 0));
  const [only, ...more] = counted.filter(({ own }) => isSum(own));
  return only && more.length === 0 && counted.length > MIN_OTHERS ? only.units : null;
}

/** A place of its county's name needs only two others to be told from a large place. */
function namesake(places: readonly Unit[]): readonly Unit[] | null {
  const [only, ...more] = places.filter(({ place, countyName }) =>
    bearsCountyName(place ?? "", countyName),
  );
  if (only === undefined || more.length > 0) return null;
  const others = places.filter((unit) => unit !== only);
  const [own, all] = [votesOf([only]), votesOf(places)];
  const counted = others.filter((unit) => [...votesOf([unit]).values()].some((value) => value > 0));
  const isSum = [...all].every(([key, sum]) => 2 * (own.get(key) ?? 0) === sum);
  return counted.length >= 2 && all.size >= 2 && isSum ? [only] : null;
}

/** Votes by choice, of all parties. */
function votesOf(units: readonly Unit[]): Sums {
  const sums = new Map<string, number>();
  for (const { cells } of units)
    for (const { measure, choice, modes } of cells.values())
      if (measure === "votes" && modes !== null)
        sums.set(choice, (sums.get(choice) ?? 0) + sumOf(modes));
  return sums;
}

function aboutNames(places: readonly Unit[], hidden: readonly Unit[] | null): readonly Fault[] {
  return places.flatMap((unit) => {
    const name = unit.place ?? "";
    if (hidden?.includes(unit))
      return [fault(`left out: ${name} in ${unit.countyName}, which is the sum of all others`)];
    return places.length > 1 && bearsCountyName(name, unit.countyName)
      ? [
          fault(
            `counted as a place: ${name} in ${unit.countyName}, which isn't the sum of the others`,
          ),
        ]
      : [];
  });
}

function checkTotals(
  places: readonly Unit[],
  totals: readonly Unit[],
  at: (cell: Cell, message: string) => Fault,
): Pick<WithoutTotals, "faults" | "warnings"> {
  const sums = sumsOf(places);
  const wrong = totals
    .filter(({ total }) => total?.all)
    .flatMap((unit) => wrongCells([unit], sums));
  const said = ({ cell, stated, sum }: WrongCell) =>
    `says ${stated} in all for ${cell.candidate || cell.measure}, the rows add up to ${sum}`;
  const faults = wrong
    .filter(({ cell }) => cell.measure === "votes")
    .map((one) => at(one.cell, `${said(one)}: mend what is wrong, or remove the total`));
  const doubtful = wrong.filter(({ cell }) => cell.measure !== "votes");
  for (const { cell } of doubtful) leaveOut(places, cell.measure);
  const parts = totals.filter(({ total }) => total && !total.all);
  const fits = wrongCells(parts, sums).length === 0;
  const unfit = fits ? [] : parts.filter((unit) => wrongCells([unit], sums).length > 0);
  const unchecked = unfit.map(({ total }) =>
    fault(`left out: ${total?.name}, a sum that can't be checked`),
  );
  const without = doubtful.map((one) => at(one.cell, `${said(one)}: ${one.cell.measure} left out`));
  return { faults, warnings: [...without, ...unchecked] };
}

/** Takes a measure from places, as if they hadn't given it. */
function leaveOut(places: readonly Unit[], measure: Cell["measure"]): void {
  for (const { cells } of places)
    for (const [key, cell] of cells)
      if (cell.measure === measure) cells.set(key, { ...cell, modes: null });
}

type WrongCell = { readonly cell: Cell; readonly stated: number; readonly sum: number };

/** Where some totals together differ from the sums; what none of them has isn't compared. */
function wrongCells(totals: readonly Unit[], sums: Sums): readonly WrongCell[] {
  const stated = new Map<string, { cell: Cell; stated: number }>();
  for (const { cells } of totals)
    for (const cell of cells.values()) {
      if (cell.modes === null) continue;
      const key = countKey(cell, cell.party);
      const before = stated.get(key)?.stated ?? 0;
      stated.set(key, { cell, stated: before + sumOf(cell.modes) });
    }
  return [...stated].flatMap(([key, found]) => {
    const sum = sums.get(key) ?? 0;
    return found.stated === sum ? [] : [{ ...found, sum }];
  });
}
