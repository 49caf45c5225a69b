import type { Mode } from "../../race/schema/common.ts";
import { areaKey } from "../match/areas.ts";
import { faultAt } from "../text/csv.ts";
import { fault, type Fault } from "../text/faults.ts";
import type { OpenElectionsColumns, OpenElectionsRow } from "./row.ts";
import { addTo, type CountTally, sumOf } from "../match/count-tally.ts";
import { plainWords } from "../match/vote-mode.ts";

const MEASURES = ["registered", "ballots"] as const;
type People = Record<(typeof MEASURES)[number], Map<string, Map<Mode, number>>>;

/**
 * Registered voters and ballots cast, which a file gives by precinct under offices of their own.
 * A contest gets those of its own precincts: a district has only some of a county's.
 */
export class OpenElectionsTurnout {
  readonly faults: Fault[] = [];
  readonly warnings: Fault[] = [];
  /** By county and measure, precinct by precinct. */
  readonly #counties = new Map<string, People>();
  readonly #lines = new Map<string, number>();
  /** By county (empty for the whole file) and measure. */
  readonly #sums = new Map<string, number>();
  readonly #totals: { readonly row: OpenElectionsRow; readonly measure: keyof People }[] = [];
  readonly #columns: OpenElectionsColumns;

  constructor(columns: OpenElectionsColumns) {
    this.#columns = columns;
  }

  add(row: OpenElectionsRow, measure: keyof People): void {
    if (row.totalOf !== null) {
      this.#totals.push({ row, measure });
      return;
    }
    const area = areaKey(row.county);
    const precinct = plainWords(row.precinct ?? "") || (row.precinct ?? "");
    const key = JSON.stringify([area, precinct, measure, row.party.toUpperCase()]);
    const line = this.#lines.get(key);
    if (line !== undefined)
      this.faults.push(
        this.#at(row, `repeats line ${line}, whose count would be added twice: remove one`),
      );
    this.#lines.set(key, row.row.line);
    if (row.modes === null) return;
    const county = this.#counties.get(area) ?? { registered: new Map(), ballots: new Map() };
    this.#counties.set(area, county);
    const modes = county[measure].get(precinct) ?? new Map<Mode, number>();
    county[measure].set(precinct, modes);
    for (const [mode, value] of row.modes) addTo(modes, mode, value);
    for (const whole of [area, ""]) {
      const sum = `${measure} ${whole}`;
      this.#sums.set(sum, (this.#sums.get(sum) ?? 0) + sumOf(row.modes));
    }
  }

  /** Adds what the given precincts have; nothing where some of them are missing, which is said. */
  addTo(tally: CountTally, key: string, area: string, precincts: ReadonlySet<string>): Fault[] {
    const county = this.#counties.get(key);
    if (county === undefined) return [];
    return MEASURES.flatMap((measure) => {
      const given = [...precincts].flatMap((precinct) => county[measure].get(precinct) ?? []);
      if (given.length < precincts.size)
        return given.length === 0
          ? []
          : [
              fault(
                `left out: ${measure} of ${area}, given for only ${given.length} of its ${precincts.size} precincts`,
              ),
            ];
      for (const modes of given) tally.addModes({ area, measure, choice: null }, modes);
      return [];
    });
  }

  /** The file's own totals are no part of any count: where they disagree, that is only said. */
  checkTotals(): void {
    for (const { row, measure } of this.#totals) {
      if (row.modes === null) continue;
      const whole = row.totalOf === "file" ? "" : areaKey(row.county);
      const sum = this.#sums.get(`${measure} ${whole}`) ?? 0;
      const stated = sumOf(row.modes);
      if (sum !== stated)
        this.warnings.push(
          this.#at(
            row,
            `says ${stated} ${measure} in all, the rows add up to ${sum}, which is used`,
          ),
        );
    }
  }

  #at(row: OpenElectionsRow, message: string): Fault {
    return faultAt(this.#columns.header, row.row, this.#columns.at.get("votes"), message);
  }
}
