import { WHOLE_CONTEST } from "../../race/sections/results/source.ts";
import type { CountTally } from "../match/count-tally.ts";
import { plainWords } from "../match/vote-mode.ts";
import { type Fault, fault } from "../text/faults.ts";
import type { OpenElectionsTurnout } from "./turnout.ts";
import type { Unit } from "./unit.ts";

/** Ballots that some counties list as if they came from a place. */
const NO_PRECINCT = /^(absentee|advance|early|provisional|mail|federal|uocava|overseas|military)\b/;

/** Adds one county's places to the whole, with its voters and ballots where all of them give these. */
export function tallyArea(
  tally: CountTally,
  all: readonly Unit[],
  options: {
    readonly turnout: OpenElectionsTurnout;
    readonly hasPrecincts: boolean;
    /** Places whose votes contradict themselves don't count. */
    readonly isInDoubt: (unit: Unit) => boolean;
  },
): Fault[] {
  const { turnout, hasPrecincts, isInDoubt } = options;
  const [first] = all;
  if (first === undefined) return [];
  const units = all.filter((unit) => !isInDoubt(unit));
  const area = first.county === "" ? WHOLE_CONTEST : first.countyName;
  const own = new Map<string, number>();
  for (const { cells } of units)
    for (const { measure, choice, modes } of cells.values()) {
      if (measure === "unused" || modes === null) continue;
      own.set(measure, (own.get(measure) ?? 0) + 1);
      if (measure === "registered" || measure === "ballots") continue;
      tally.addModes({ area, measure, choice: choice === "" ? null : choice }, modes);
    }
  const warnings: Fault[] = [];
  for (const measure of ["registered", "ballots"] as const) {
    const given = own.get(measure) ?? 0;
    const from = `${measure} of ${area}`;
    if (given === 0) warnings.push(...turnout.addTo(tally, measure, { area, units }));
    else if (given < units.length)
      warnings.push(
        fault(`left out: ${from}, given for only ${given} of its ${units.length} precincts`),
      );
    else
      for (const { cells } of units)
        for (const cell of cells.values())
          if (cell.measure === measure && cell.modes)
            tally.addModes({ area, measure, choice: null }, cell.modes);
  }
  if (hasPrecincts && first.total === null) addPrecincts(tally, area, all, isInDoubt);
  return warnings;
}

function addPrecincts(
  tally: CountTally,
  area: string,
  units: readonly Unit[],
  isInDoubt: (unit: Unit) => boolean,
): void {
  const precincts = units.filter(({ place }) => !NO_PRECINCT.test(plainWords(place ?? "")));
  const reported = precincts.filter(
    (unit) => !isInDoubt(unit) && [...unit.cells.values()].some(({ modes }) => modes),
  );
  tally.addMeasure(area, "precincts_total", precincts.length);
  tally.addMeasure(area, "precincts_reported", reported.length);
}
