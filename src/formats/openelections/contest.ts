import { areaKey } from "../match/areas.ts";
import { choiceName } from "../match/choice-name.ts";
import type { Choice, Contest } from "../match/contests.ts";
import { type CsvRow, faultAt } from "../text/csv.ts";
import { fault, type Fault } from "../text/faults.ts";
import type { OpenElectionsColumns, OpenElectionsRow } from "./row.ts";
import type { OpenElectionsTurnout } from "./turnout.ts";
import { CountTally, sumOf } from "../match/count-tally.ts";
import { plainWords } from "../match/vote-mode.ts";

/** Ballots that some counties list as if they came from a place. */
const NO_PRECINCT = /^(absentee|advance|early|provisional|mail|federal|uocava|overseas|military)\b/;

/** No state holds more primaries on one day; more parties are a column of something else. */
const MAX_PRIMARIES = 12;

/** Area of total rows that name no county. */
const WHOLE_FILE = "";

type Total = { readonly row: CsvRow; readonly stated: number; readonly what: string };

/** Gathers one contest's rows, precinct by precinct, into its counties. */
export class OpenElectionsContest {
  readonly faults: Fault[] = [];
  readonly #title: string;
  readonly #columns: OpenElectionsColumns;
  readonly #tally = new CountTally();
  readonly #choices = new Map<string, Choice>();
  readonly #lines = new Map<string, number>();
  /** Counties by their key, as first spelled, with the precincts that have rows or votes. */
  readonly #areas = new Map<string, { name: string; listed: Set<string>; reported: Set<string> }>();
  readonly #sums = new Map<string, number>();
  readonly #totals = new Map<string, Total>();
  #unused = 0;

  constructor(title: string, columns: OpenElectionsColumns) {
    this.#title = title;
    this.#columns = columns;
  }

  add(row: OpenElectionsRow): void {
    if (row.measure === null) {
      this.#unused++;
      return;
    }
    const key = plainWords(row.candidate);
    const { name, party, writeIn } = choiceName(row.candidate, row.party);
    const what = [row.measure, key, party] as const;
    const area = areaKey(row.county);
    if (row.totalOf !== null) {
      if (row.modes === null) return;
      const total = { row: row.row, stated: sumOf(row.modes), what: row.candidate };
      this.#totals.set(
        JSON.stringify([row.totalOf === "file" ? WHOLE_FILE : area, ...what]),
        total,
      );
      return;
    }
    const precinct = plainWords(row.precinct ?? "") || (row.precinct ?? "");
    if (!writeIn) this.#refuseRepeat(row, JSON.stringify([area, precinct, ...what]));
    const known = this.#areas.get(area) ?? {
      name: row.county,
      listed: new Set(),
      reported: new Set(),
    };
    this.#areas.set(area, known);
    known.listed.add(precinct);
    const choice = row.measure === "votes" ? key : null;
    if (choice !== null && !this.#choices.has(key))
      this.#choices.set(key, { key, name, party, writeIn });
    if (row.modes === null) return;
    known.reported.add(precinct);
    this.#tally.addModes({ area: known.name, measure: row.measure, choice }, row.modes);
    // A total without a party is of all the parties under which a candidate stands.
    for (const whole of [area, WHOLE_FILE])
      for (const side of new Set([party, null])) {
        const sum = JSON.stringify([whole, row.measure, key, side]);
        this.#sums.set(sum, (this.#sums.get(sum) ?? 0) + sumOf(row.modes));
      }
  }

  /** The contest whole, and beside it each party's primary where it seems to be several. */
  finish(turnout: OpenElectionsTurnout): Contest[] {
    const faults = [...this.faults, ...this.#wrongTotals()];
    const warnings: Fault[] = [];
    const left = this.#totals.size + this.#unused;
    if (left > 0) warnings.push(fault(`left out: ${left} rows of totals or blank ballots`));
    for (const [key, { name, listed, reported }] of this.#areas) {
      warnings.push(...turnout.addTo(this.#tally, key, name, listed));
      if (!this.#columns.at.has("precinct")) continue;
      const precincts = [...listed].filter((precinct) => !NO_PRECINCT.test(precinct));
      this.#tally.addMeasure(name, "precincts_total", precincts.length);
      this.#tally.addMeasure(
        name,
        "precincts_reported",
        precincts.filter((p) => reported.has(p)).length,
      );
    }
    const choices = [...this.#choices.values()];
    const counts = this.#tally.rows();
    const rest = counts
      .filter((count) => count.measure === "votes" && count.mode === "unspecified")
      .reduce((sum, count) => sum + count.value, 0);
    if (this.#columns.modes.length > 0 && rest > 0)
      warnings.push(
        fault(`counted as unspecified: ${rest} votes that no column of a known way of voting has`),
      );
    const title = this.#title;
    const whole = { key: title, title, date: null, choices, counts, faults, warnings };
    return [whole, ...primaries(whole)];
  }

  #refuseRepeat({ row }: OpenElectionsRow, key: string): void {
    const line = this.#lines.get(key);
    if (line === undefined) this.#lines.set(key, row.line);
    else
      this.#fault(
        row,
        "candidate",
        `repeats line ${line}, whose votes would count twice: remove one`,
      );
  }

  #wrongTotals(): Fault[] {
    const faults: Fault[] = [];
    for (const [key, { row, stated, what }] of this.#totals) {
      const sum = this.#sums.get(key) ?? 0;
      if (sum === stated) continue;
      const message = `says ${stated} in all for ${what}, the rows add up to ${sum}: mend what is wrong, or remove the total`;
      faults.push(this.#at(row, "votes", message));
    }
    return faults;
  }

  #fault(row: CsvRow, column: string, message: string): void {
    this.faults.push(this.#at(row, column, message));
  }

  #at(row: CsvRow, column: string, message: string): Fault {
    return faultAt(this.#columns.header, row, this.#columns.at.get(column), message);
  }
}

/**
 * A file of primaries has all parties' candidates under one office. Where at least two parties
 * have two or more candidates, each party's are offered as a contest of their own; what counts the
 * ballots of all parties is no part of it.
 */
function primaries(whole: Contest): Contest[] {
  const named = whole.choices.filter((choice) => !choice.writeIn && choice.party !== null);
  const parties = [...Map.groupBy(named, (choice) => choice.party)].filter(
    ([, choices]) => choices.length > 1,
  );
  if (parties.length < 2 || parties.length > MAX_PRIMARIES) return [];
  return parties.map(([party, choices]) => {
    const keys = new Set<string | null>(choices.map((choice) => choice.key));
    const counts = whole.counts.filter(
      (count) => keys.has(count.choice) || count.measure.startsWith("precincts"),
    );
    const title = `${whole.title} (${party})`;
    return { ...whole, key: title, title, choices, counts };
  });
}
