import { areaKey } from "../../race/sections/results/listed-areas.ts";
import { choiceName } from "../match/choice-name.ts";
import type { Choice, Contest } from "../match/contests.ts";
import { CountTally, sumOf } from "../match/count-tally.ts";
import { plainWords } from "../match/vote-mode.ts";
import { type CsvRow, faultAt } from "../text/csv.ts";
import { type Fault, fault } from "../text/faults.ts";
import { textIn } from "./cells.ts";
import type { OpenElectionsColumns } from "./columns.ts";
import { Doubts } from "./doubts.ts";
import type { RowMeasure } from "./names.ts";
import { primaries } from "./primaries.ts";
import type { OpenElectionsRow } from "./row.ts";
import { tallyArea } from "./tally-area.ts";
import { withoutTotals } from "./totals.ts";
import type { OpenElectionsTurnout } from "./turnout.ts";
import { saysTheSame } from "./repeated-row.ts";
import { added, type Cell, countKey, placeKey, type Unit } from "./unit.ts";

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
  readonly #doubts = new Doubts();
  /** Rows that name no candidate. */
  readonly #nobodys: OpenElectionsRow[] = [];
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
    if (measure === "votes" && candidate === "") {
      this.#nobodys.push(row);
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
    else {
      const apart = this.#apart(before.row, row.row);
      if (apart.length === 0 && saysTheSame(before, cell)) {
        this.#repeats++;
        return;
      }
      this.#doubts.add(unit, cell, [before.row.line, row.row.line], apart);
      if (measure !== "votes") unit.cells.set(key, { ...before, modes: null });
    }
  }

  /** Columns that nobody knows in which two rows differ: they may be of two places. */
  #apart(a: CsvRow, b: CsvRow): readonly string[] {
    return this.#columns.unread.flatMap(({ name, index }) =>
      textIn(a, index) === textIn(b, index) ? [] : [name],
    );
  }

  /**
   * Parties stand for candidates in straight-party votes and Yes and No in questions, where nobody of
   * the party is named. Gives the rows that nobody is named for.
   */
  #partiesAsNames(): readonly OpenElectionsRow[] {
    const named = new Set([...this.#choices.values()].map(({ party }) => party));
    const isName = ({ party }: OpenElectionsRow) => party !== "" && !named.has(party.toUpperCase());
    const rows = this.#nobodys;
    for (const row of rows)
      if (isName(row)) this.add({ ...row, candidate: row.party, party: "" }, "votes");
    return rows.filter((row) => !isName(row));
  }

  /** The contest whole, and beside it each party's primary where it seems to be several. */
  finish(turnout: OpenElectionsTurnout): Contest[] {
    const nobodys = this.#partiesAsNames();
    // Numbers of a place under a name of their own are no contest.
    if (this.#choices.size === 0 && this.faults.length === 0) return [];
    const units = [...this.#units.values()];
    const isInDoubt = (unit: Unit) => this.#doubts.has(unit);
    const { hasPrecincts } = this.#columns;
    const { places, ...said } = withoutTotals(units, isInDoubt, (cell, message) =>
      this.#at(cell, message),
    );
    const tally = new CountTally();
    const kept = new Set(places);
    const sums = units
      .filter((unit) => !kept.has(unit) && !isInDoubt(unit))
      .flatMap(({ cells }) => [...cells.keys()]);
    const doubts = this.#doubts.said(places);
    const warnings = [...said.warnings, ...doubts.warnings, ...this.#leftOut(sums.length)];
    for (const all of Map.groupBy(places, ({ county }) => county).values())
      warnings.push(...tallyArea(tally, all, { turnout, hasPrecincts, isInDoubt }));
    const counts = tally.rows();
    if (this.#columns.modes.length > 0) warnings.push(...this.#unspecified(counts));
    const whole = {
      key: this.#title,
      title: this.#title,
      date: null,
      choices: [...this.#choices.values()],
      counts,
      faults: [...this.faults, ...doubts.faults, ...said.faults, ...this.#unnamed(nobodys)],
      warnings,
    };
    return [whole, ...primaries(whole)];
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

  /** Votes that nobody is named for may be anybody's. */
  #unnamed(rows: readonly OpenElectionsRow[]): Fault[] {
    const given = rows.filter(({ modes }) => modes !== null && sumOf(modes) > 0);
    return given.map(({ row }) =>
      faultAt(
        this.#columns.header,
        row,
        this.#columns.candidate,
        "needs the candidate's name: say whose votes they are, or take them out",
      ),
    );
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
