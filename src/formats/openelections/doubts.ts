import { type Fault, fault } from "../text/faults.ts";
import type { Cell, Unit } from "./unit.ts";

/** Share of a contest's places above which the file as a whole is in doubt. */
const MAX_SHARE = 0.1;
/** Places in doubt that are named. */
const MAX_SHOWN = 10;

/**
 * What rows of one place say against each other. Votes in doubt leave out their place, since a
 * candidate without its votes would fall behind; voters and ballots leave out only themselves.
 */
export class Doubts {
  readonly #places = new Map<Unit, string>();
  readonly #figures: string[] = [];
  readonly #apart = new Set<string>();

  /**
   * Two rows of the same count that differ, by their lines; `apart` are the columns nobody knows in
   * which they do, too.
   */
  add(
    unit: Unit,
    { measure, candidate }: Pick<Cell, "measure" | "candidate">,
    lines: readonly [number, number],
    apart: readonly string[],
  ): void {
    for (const name of apart) this.#apart.add(name);
    const where =
      unit.place || `${unit.countyName}${unit.place === "" ? " without a place's name" : ""}`;
    const said = `${candidate || measure} in ${where}, lines ${lines[0]} and ${lines[1]} contradict each other`;
    if (measure === "votes") this.#places.set(unit, this.#places.get(unit) ?? said);
    if (measure !== "votes" || unit.total !== null) this.#figures.push(said);
  }

  has(unit: Unit): boolean {
    return this.#places.has(unit);
  }

  /**
   * Faults where more than a few of the places that count are in doubt, or the only one; else what is
   * left out.
   */
  said(places: readonly Unit[]): {
    readonly faults: readonly Fault[];
    readonly warnings: readonly Fault[];
  } {
    const all = places.flatMap((unit) => this.#places.get(unit) ?? []);
    const figures = shown(this.#figures).map((said) => fault(`left out: ${said}`));
    if (all.length > Math.max(1, places.length * MAX_SHARE) || all.length === places.length)
      return {
        faults: shown(all).map((said) => fault(`${said}: ${this.#advice()}`)),
        warnings: figures,
      };
    const left = shown(all).map((said) => fault(`left out with its place: ${said}`));
    return { faults: [], warnings: [...left, ...figures] };
  }

  #advice(): string {
    const names = [...this.#apart].map((name) => JSON.stringify(name)).join(" or ");
    if (names === "") return "keep one of the two";
    return `where ${names}, in which they differ, tells places apart, call that column precinct; where it tells contests apart, write it into office; else keep one of the two`;
  }
}

function shown(all: readonly string[]): readonly string[] {
  const more = all.length - MAX_SHOWN;
  return more > 0 ? [...all.slice(0, MAX_SHOWN), `${more} more`] : all;
}
