import type { RaceFacts } from "../../race/schema/race-facts.ts";
import { areaKey, areasByKey, type ListedArea } from "../../race/sections/results/listed-areas.ts";
import { freeId, slug } from "../match/ids.ts";
import type { ApContest } from "./contest.ts";

/** Where the parts of a state's count are towns, which share their county's FIPS code. */
const BY_TOWN: ReadonlySet<string> = new Set(["CT", "MA", "ME", "NH", "RI", "VT"]);
/** Parts that are called counties elsewhere, and by another word in the ids of these states. */
const NO_COUNTIES: ReadonlySet<string> = new Set(["AK", "LA", ...BY_TOWN]);
/** FIPS codes of a state's counties; cities that are their own county come behind. */
const FIRST_CITY = 510;

/** The contest's places that the race doesn't list yet, as race.json would list them. */
export function newAreas(contest: ApContest, listed: RaceFacts["areas"]): readonly ListedArea[] {
  const known = areasByKey(listed);
  const ids = new Set(listed.map(({ id }) => id));
  return [...contest.places].flatMap(([name, unit]): ListedArea[] => {
    if (known.has(areaKey(name))) return [];
    const id = freeId(slug(name) || `ap-${unit.reportingunitID ?? "area"}`, ids);
    ids.add(id);
    const ocdId = ocdIdOf(name, unit.statePostal, unit.fipsCode);
    return [
      {
        id,
        name,
        aliases: [],
        ...(ocdId !== null && { ocdId }),
        precincts: unit.precinctsTotal || null,
        registered: null,
      },
    ];
  });
}

/** A county's id of Open Civic Data, where its plain name and its code leave no doubt. */
function ocdIdOf(
  name: string,
  state: string | null | undefined,
  fips: string | null | undefined,
): string | null {
  const code = Number(fips ?? Number.NaN) % 1000;
  const isCounty = code > 0 && code < FIRST_CITY && /^[A-Za-z]+( [A-Za-z]+)*$/.test(name);
  if (!state || NO_COUNTIES.has(state.toUpperCase()) || !isCounty) return null;
  const plain = name
    .toLowerCase()
    .replace(/ county$/, "")
    .replaceAll(" ", "_");
  return `ocd-division/country:us/state:${state.toLowerCase()}/county:${plain}`;
}
