import { type NistUnit, nistText } from "./report.ts";

/** Kinds of places that are told as areas, largest first; one tier is one kind of map. */
const AREA_TIERS = [
  ["county"],
  ["city", "town", "township", "village", "borough", "municipality"],
  ["ward"],
] as const;
const PRECINCTS = new Set([
  "precinct",
  "combined-precinct",
  "split-precinct",
  "polling-place",
  "vote-center",
]);
/** A precinct lies in some dozens of districts; what lies in more is no place on a map. */
const MAX_ANCESTORS = 64;
/** Steps that looking for overlaps may take in one file, so that no file can take for ever. */
const MAX_STEPS = 300_000;

/** The places of a report, and which lies in which as far as it says (`ComposingGpUnitIds`). */
export class NistUnits {
  readonly #units = new Map<string, NistUnit>();
  readonly #parents = new Map<string, Set<string>>();
  readonly #ancestors = new Map<string, ReadonlySet<string> | null>();
  #steps = 0;
  /** Undefined until it is asked for. */
  #homeArea: string | null | undefined;

  constructor(units: readonly NistUnit[]) {
    for (const unit of units) this.#units.set(unit["@id"], unit);
    for (const unit of units)
      for (const child of unit.ComposingGpUnitIds ?? []) {
        const parents = this.#parents.get(child) ?? new Set();
        this.#parents.set(child, parents.add(unit["@id"]));
      }
  }

  get(id: string): NistUnit | undefined {
    return this.#units.get(id);
  }

  nameOf(id: string): string {
    return nistText(this.#units.get(id)?.Name) || id;
  }

  /** 0 for counties, 1 for towns, 2 for wards, 3 for precincts; null for districts and the rest. */
  tierOf(id: string): number | null {
    const type = this.#units.get(id)?.Type ?? "";
    if (PRECINCTS.has(type)) return AREA_TIERS.length;
    const tier = AREA_TIERS.findIndex((types) => types.some((name) => name === type));
    return tier < 0 ? null : tier;
  }

  isArea(id: string): boolean {
    const tier = this.tierOf(id);
    return tier !== null && tier < AREA_TIERS.length;
  }

  /**
   * Every place that this one lies in, through however many others, itself not included; null
   * where these are more than any real place lies in.
   */
  ancestorsOf(id: string): ReadonlySet<string> | null {
    const known = this.#ancestors.get(id);
    if (known !== undefined) return known;
    const found = this.#climb(id);
    this.#ancestors.set(id, found);
    return found;
  }

  #climb(id: string): ReadonlySet<string> | null {
    const found = new Set<string>();
    const next = [id];
    for (let unit = next.pop(); unit !== undefined; unit = next.pop())
      for (const parent of this.#parents.get(unit) ?? []) {
        if (parent === id || found.has(parent)) continue;
        if (found.size === MAX_ANCESTORS) return null;
        found.add(parent);
        next.push(parent);
      }
    return found;
  }

  /**
   * The one area that this place is told under: of the largest kind, unless all of the report's
   * precincts lie in a smaller one, as in a town's report. Null if there is none or several.
   */
  areaOf(id: string): string | null {
    const areas = [...(this.ancestorsOf(id) ?? [])].filter((unit) => this.isArea(unit));
    const home = this.#home();
    if (home !== null && areas.includes(home)) return home;
    const tier = Math.min(...areas.map((unit) => this.tierOf(unit) ?? 0));
    const [only, ...others] = areas.filter((unit) => this.tierOf(unit) === tier);
    return others.length === 0 ? (only ?? null) : null;
  }

  /** The smallest area that holds all precincts of the report, where there is one. */
  #home(): string | null {
    if (this.#homeArea !== undefined) return this.#homeArea;
    const precincts = [...this.#units.keys()].filter((id) => this.tierOf(id) === AREA_TIERS.length);
    const [first = null, ...rest] = precincts;
    let shared = [...(first === null ? [] : (this.ancestorsOf(first) ?? []))].filter((id) =>
      this.isArea(id),
    );
    for (const id of rest) {
      const places = this.ancestorsOf(id);
      shared = shared.filter((area) => places?.has(area) === true);
    }
    const smallest = Math.max(...shared.map((id) => this.tierOf(id) ?? 0));
    const [only = null, ...more] = shared.filter((id) => this.tierOf(id) === smallest);
    this.#homeArea = more.length === 0 ? only : null;
    return this.#homeArea;
  }

  /**
   * Whether two of these places have a part in common, though neither lies in the other; null
   * where finding out takes too long. A place without parts of its own has nothing to share.
   */
  overlap(ids: readonly string[]): boolean | null {
    const owner = new Map<string, string>();
    const divided = ids.filter((id) => this.#units.get(id)?.ComposingGpUnitIds?.length);
    for (const id of divided.length > 1 ? divided : []) {
      const next = [id];
      for (let unit = next.pop(); unit !== undefined; unit = next.pop()) {
        const other = owner.get(unit);
        if (other === id) continue;
        if (other !== undefined) return true;
        owner.set(unit, id);
        const parts = this.#units.get(unit)?.ComposingGpUnitIds ?? [];
        this.#steps += 1 + parts.length;
        if (this.#steps > MAX_STEPS) return null;
        next.push(...parts);
      }
    }
    return false;
  }
}
