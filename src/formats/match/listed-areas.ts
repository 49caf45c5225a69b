import type { RaceSource } from "../../race/schema/race.ts";
import { areaKey, areasByKey } from "../../race/sections/results/listed-areas.ts";
import { type ResultCount, WHOLE_CONTEST } from "../../race/sections/results/source.ts";
import type { Bodies } from "../format.ts";
import { type Fault, fault } from "../text/faults.ts";

/** Names that a warning shows. */
const MAX_SHOWN = 5;

/**
 * Gives each area the name that the race lists for it, unless the race has its count under another
 * spelling already; and tells what the list and the file have against each other.
 */
export function withListedAreas(
  bodies: Bodies,
  race: Pick<RaceSource, "areas">,
  known: readonly string[],
): { readonly bodies: Bodies; readonly warnings: readonly Fault[] } {
  const { results } = bodies;
  if (!results) return { bodies, warnings: [] };
  const listed = areasByKey(race.areas);
  const before = new Map(known.map((name) => [listed.get(areaKey(name)), name]));
  const counts = results.counts.map((row) => {
    const own = listed.get(areaKey(row.area));
    return own === undefined || row.area === WHOLE_CONTEST
      ? row
      : { ...row, area: before.get(own) ?? own.name };
  });
  const warnings =
    race.areas.length === 0
      ? placesInAllUnknown(counts)
      : [...unknownAreas(counts, listed), ...otherTotals(counts, listed)];
  return { bodies: { ...bodies, results: { counts } }, warnings };
}

function namesIn(counts: readonly ResultCount[]): ReadonlySet<string> {
  return new Set(counts.map(({ area }) => area).filter((area) => area !== WHOLE_CONTEST));
}

/**
 * Of how many places some have reported: the files of several counties come one after the other, so
 * only race.json or a source that counts for the whole contest knows.
 */
function placesInAllUnknown(counts: readonly ResultCount[]): readonly Fault[] {
  const places = counts.filter(({ measure }) => measure === "precincts_total");
  if (places.length === 0 || places.some(({ area }) => area === WHOLE_CONTEST)) return [];
  return [
    fault(
      'race.json lists no areas: readers get how many precincts report, and no total, until it lists all "areas" of the race',
    ),
  ];
}

type Listed = ReturnType<typeof areasByKey>;

function unknownAreas(counts: readonly ResultCount[], listed: Listed): readonly Fault[] {
  const names = [...namesIn(counts)].filter((area) => !listed.has(areaKey(area)));
  if (names.length === 0) return [];
  const more = names.length > MAX_SHOWN ? ` and ${names.length - MAX_SHOWN} more` : "";
  return [
    fault(
      `area unknown: ${names.slice(0, MAX_SHOWN).join(", ")}${more}: counts in the whole; add it to "areas" in race.json, or its name to an area's "aliases"`,
    ),
  ];
}

/** What the file says of its own precincts wins. */
function otherTotals(counts: readonly ResultCount[], listed: Listed): readonly Fault[] {
  return counts.flatMap(({ area, measure, value }) => {
    const precincts = listed.get(areaKey(area))?.precincts ?? null;
    if (measure !== "precincts_total" || precincts === null || precincts === value) return [];
    return [
      fault(
        `${area} has ${value} precincts here and ${precincts} in race.json: the file's are used`,
      ),
    ];
  });
}
