import type { Mode } from "../../race/schema/common.ts";
import { areaKey } from "../../race/sections/results/listed-areas.ts";
import { addTo, type CountTally, sumOf } from "../match/count-tally.ts";
import { plainWords } from "../match/vote-mode.ts";
import { type Fault, fault } from "../text/faults.ts";
import type { People } from "./names.ts";
import type { OpenElectionsRow } from "./row.ts";
import type { Unit } from "./unit.ts";

type Line = { readonly line: number; readonly modes: ReadonlyMap<Mode, number> };
type Place = {
  readonly modes: Map<Mode, number>;
  /** Rows by party: in a primary each party has its own. */
  readonly rows: Map<string, Line>;
};
type County = { readonly name: string; readonly places: Map<string, Place> };

/**
 * Registered voters and ballots cast, which a file gives by precinct under offices of their own.
 * A contest gets those of its own precincts: a district has only some of a county's.
 */
export class OpenElectionsTurnout {
  readonly #counties = new Map<string, County>();
  readonly #totals: { readonly row: OpenElectionsRow; readonly measure: People }[] = [];
  /** Counties and measures that rows contradict each other about, with the two lines. */
  readonly #doubtful = new Map<string, string>();

  add(row: OpenElectionsRow, measure: People): void {
    const { county: name, total, modes } = row;
    if (total !== null) this.#totals.push({ row, measure });
    if (modes === null || (total !== null && total.name !== "")) return;
    const key = countyKey(measure, total?.of === "file" ? "" : areaKey(name));
    const county = this.#counties.get(key) ?? { name, places: new Map<string, Place>() };
    this.#counties.set(key, county);
    const placeName = total === null ? keyOf(row.place) : "";
    const place = county.places.get(placeName) ?? { modes: new Map(), rows: new Map() };
    county.places.set(placeName, place);
    const party = row.party.toUpperCase();
    const before = place.rows.get(party);
    if (before === undefined) {
      place.rows.set(party, { line: row.row.line, modes });
      for (const [mode, value] of modes) addTo(place.modes, mode, value);
    } else if (sumOf(before.modes) !== sumOf(modes))
      this.#doubtful.set(key, `lines ${before.line} and ${row.row.line} contradict each other`);
  }

  /** Adds what the given places have; nothing where some of them are missing, which is said. */
  addTo(
    tally: CountTally,
    measure: People,
    { area, units }: { readonly area: string; readonly units: readonly Unit[] },
  ): Fault[] {
    const key = countyKey(measure, units[0]?.county ?? "");
    const county = this.#counties.get(key);
    if (county === undefined) return [];
    const doubt = this.#doubtful.get(key);
    if (doubt !== undefined) return [fault(`left out: ${measure} of ${area}, whose ${doubt}`)];
    const given = units.flatMap(({ place }) => county.places.get(keyOf(place)) ?? []);
    if (given.length === units.length)
      for (const { modes } of given) tally.addModes({ area, measure, choice: null }, modes);
    else if (given.length > 0)
      return [
        fault(
          `left out: ${measure} of ${area}, given for only ${given.length} of its ${units.length} precincts`,
        ),
      ];
    return [];
  }

  /** The file's own totals are no part of any count: where they disagree, that is only said. */
  warnings(at: (row: OpenElectionsRow, message: string) => Fault): Fault[] {
    const sums = new Map<string, number>();
    for (const [key, { places }] of this.#counties) {
      const inPlaces = [...places].filter(([place]) => place !== "");
      const sum = inPlaces.reduce((total, [, { modes }]) => total + sumOf(modes), 0);
      sums.set(key, sum);
      const measure = key.slice(0, key.indexOf(" "));
      const whole = countyKey(measure as People, "");
      if (key !== whole) sums.set(whole, (sums.get(whole) ?? 0) + sum);
    }
    return this.#totals.flatMap(({ row, measure }) => {
      if (row.modes === null || !row.total?.all) return [];
      const key = countyKey(measure, row.total.of === "file" ? "" : areaKey(row.county));
      const [sum, stated] = [sums.get(key) ?? 0, sumOf(row.modes)];
      if (sum === stated || sum === 0) return [];
      return [
        at(row, `says ${stated} ${measure} in all, the rows add up to ${sum}, which is used`),
      ];
    });
  }
}

function countyKey(measure: People, county: string): string {
  return `${measure} ${county}`;
}

function keyOf(place: string | null): string {
  return plainWords(place ?? "") || (place ?? "");
}
