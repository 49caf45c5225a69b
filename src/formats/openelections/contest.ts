import { areaKey } from "../../race/sections/results/listed-areas.ts";
import { choiceName } from "../match/choice-name.ts";
import type { Choice, Contest } from "../match/contests.ts";
import { addTo, CountTally } from "../match/count-tally.ts";
import { plainWords } from "../match/vote-mode.ts";
import { WHOLE_CONTEST } from "../../race/sections/results/source.ts";
import { faultAt } from "../text/csv.ts";
import { type Fault, fault } from "../text/faults.ts";
import type { OpenElectionsColumns } from "./columns.ts";
import type { RowMeasure } from "./names.ts";
import { primaries } from "./primaries.ts";
import type { OpenElectionsRow } from "./row.ts";
import { withoutTotals } from "./totals.ts";
import type { OpenElectionsTurnout } from "./turnout.ts";
import { type Cell, countKey, type Unit } from "./unit.ts";

/** Ballots that some counties list as if they came from a place. */
const NO_PRECINCT = /^(absentee|advance|early|provisional|mail|federal|uocava|overseas|military)\b/;

/** Names of left-out rows that are shown. */
const MAX_SHOWN = 5;

/** Gathers one contest's rows, place by place. */
export class OpenElectionsContest {
  readonly faults: Fault[] = [];
  readonly #title: string;
  readonly #columns: OpenElectionsColumns;
  readonly #choices = new Map<string, Choice & { places: Set<string> }>();
  readonly #units = new Map<string, Unit>();
  readonly #unused = new Set<string>();
  readonly #unknown = new Map<string, number>();
  #repeats = 0;

  constructor(title: string, columns: OpenElectionsColumns) {
    this.#title = title;
    this.#columns = columns;
  }

  /** A row that can't be read still says who stands in the contest. */
  addFaulty(candidate: string, party: string, found: Fault): void {
    this.faults.push(found);
    if (candidate !== "") this.#choice(candidate, party);
  }

  add(row: OpenElectionsRow, measure: RowMeasure): void {
    const { candidate, modes } = row;
    if (measure === "unused") {
      this.#unused.add(candidate);
      return;
    }
    for (const [name, votes] of row.unknown)
      this.#unknown.set(name, (this.#unknown.get(name) ?? 0) + votes);
    const { writeIn, party } = choiceName(candidate, row.party);
    const unit = this.#unitOf(row);
    const choice = measure === "votes" ? this.#choice(candidate, row.party) : null;
    if (row.total === null) choice?.places.add(placeKey(unit));
    const cell = { row: row.row, candidate, choice: choice?.key ?? "", measure, party, modes };
    const key = countKey(cell, party);
    const before = unit.cells.get(key);
    if (before === undefined) unit.cells.set(key, cell);
    // Several write-ins of one name are several people.
    else if (writeIn) unit.cells.set(key, { ...before, modes: added(before.modes, modes) });
    else if (sameCounts(before.modes, modes)) this.#repeats++;
    else
      this.faults.push(
        this.#at(cell, `says otherwise than line ${before.row.line}: keep one of the two`),
      );
  }

  /** The contest whole, and beside it each party's primary where it seems to be several. */
  finish(turnout: OpenElectionsTurnout): Contest[] {
    const units = [...this.#units.values()];
    const { places, ...said } = withoutTotals(units, (cell, message) => this.#at(cell, message));
    const tally = new CountTally();
    const kept = new Set(places);
    const sums = units.filter((unit) => !kept.has(unit)).flatMap(({ cells }) => [...cells.keys()]);
    const warnings = [...said.warnings, ...this.#leftOut(sums.length)];
    for (const all of Map.groupBy(places, ({ county }) => county).values())
      warnings.push(...this.#addArea(tally, all, turnout));
    const counts = tally.rows();
    if (this.#columns.modes.length > 0) warnings.push(...this.#unspecified(counts));
    const whole = {
      key: this.#title,
      title: this.#title,
      date: null,
      choices: [...this.#choices.values()],
      counts,
      faults: [...this.faults, ...said.faults],
      warnings,
    };
    return [whole, ...primaries(whole)];
  }

  #addArea(tally: CountTally, units: readonly Unit[], turnout: OpenElectionsTurnout): Fault[] {
    const [first] = units;
    if (first === undefined) return [];
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
    if (this.#columns.hasPrecincts && first.total === null) addPrecincts(tally, area, units);
    return warnings;
  }

  #unitOf({ county, place, total }: OpenElectionsRow): Unit {
    const key = total?.of === "file" ? "" : areaKey(county);
    const name = total?.name ?? place ?? "";
    const id = JSON.stringify([key, total?.of ?? null, plainWords(name) || name]);
    const known = this.#units.get(id);
    if (known !== undefined) return known;
    const unit = { county: key, countyName: county, place, total, cells: new Map<string, Cell>() };
    this.#units.set(id, unit);
    return unit;
  }

  #choice(candidate: string, partyField: string): Choice & { places: Set<string> } {
    const key = plainWords(candidate);
    const known = this.#choices.get(key);
    if (known !== undefined) return known;
    const choice = { key, ...choiceName(candidate, partyField), places: new Set<string>() };
    this.#choices.set(key, choice);
    return choice;
  }

  #leftOut(totals: number): Fault[] {
    const names = [...this.#unused].slice(0, MAX_SHOWN).join(", ");
    return [
      ...(totals > 0 ? [fault(`left out: ${totals} rows of totals`)] : []),
      ...(this.#unused.size > 0 ? [fault(`left out: rows of ${names}`)] : []),
      ...(this.#repeats > 0
        ? [fault(`taken once: ${this.#repeats} rows that repeat an earlier one`)]
        : []),
      ...[...this.#unknown].map(([name, votes]) =>
        fault(`counted as unspecified: ${votes} votes of the column ${name}`),
      ),
    ];
  }

  #unspecified(counts: Contest["counts"]): Fault[] {
    const told = [...this.#unknown.values()].reduce((sum, votes) => sum + votes, 0);
    const rest = counts
      .filter((count) => count.measure === "votes" && count.mode === "unspecified")
      .reduce((sum, count) => sum + count.value, -told);
    const message = `counted as unspecified: ${rest} votes that no column of a known way of voting has`;
    return rest > 0 ? [fault(message)] : [];
  }

  #at({ row }: Pick<Cell, "row">, message: string): Fault {
    return faultAt(this.#columns.header, row, this.#columns.votes, message);
  }
}

/** A place that some of the choices have votes in. */
export function placeKey({ county, place }: Pick<Unit, "county" | "place">): string {
  return JSON.stringify([county, plainWords(place ?? "") || (place ?? "")]);
}

function addPrecincts(tally: CountTally, area: string, units: readonly Unit[]): void {
  const precincts = units.filter(({ place }) => !NO_PRECINCT.test(plainWords(place ?? "")));
  const reported = precincts.filter(({ cells }) => [...cells.values()].some(({ modes }) => modes));
  tally.addMeasure(area, "precincts_total", precincts.length);
  tally.addMeasure(area, "precincts_reported", reported.length);
}

function sameCounts(a: Cell["modes"], b: Cell["modes"]): boolean {
  if (a === null || b === null) return a === b;
  return a.size === b.size && [...a].every(([mode, value]) => b.get(mode) === value);
}

function added(a: Cell["modes"], b: Cell["modes"]): Cell["modes"] {
  if (a === null || b === null) return a ?? b;
  const modes = new Map(a);
  for (const [mode, value] of b) addTo(modes, mode, value);
  return modes;
}
