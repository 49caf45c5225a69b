import { z } from "zod";
import { instant } from "../../race/schema/common.ts";
import { WHOLE_CONTEST } from "../../race/sections/results/source.ts";
import { areaKey } from "../../race/sections/results/listed-areas.ts";
import type { ContestFile } from "../match/contests.ts";
import { fault, type Fault, type ReadResult } from "../text/faults.ts";
import { type JsonFile, listOf, readJson } from "../text/json.ts";
import { sosContest, type SosHeld, type SosItem, sosItem } from "./contest.ts";
import type { Format } from "../format.ts";
import { readContest } from "../match/pick-contest.ts";

const place = z.object({ name: z.string(), ballotItems: listOf(sosItem) });
const exported = z.object({
  createdAt: z.string().nullish(),
  results: place,
  localResults: listOf(place).nullish(),
});

export const sosGa = {
  name: "sos-ga",
  title: "the Georgia Secretary of State's JSON export",
  sections: ["results"],
  looksLike: ({ hasKeys }) => hasKeys("results", "ballotItems"),
  read: (text, request) => readContest(readSosJson(text), request),
} as const satisfies Format;

/**
 * Reads the JSON export of Georgia's Secretary of State: every contest for the state and again
 * for each county. Rows are the counties'; the state's must be their sum. Precinct counts of null
 * or 0 are unknown.
 */
export function readSosJson(text: string): ReadResult<ContestFile> {
  const file = readJson(text, exported);
  if ("faults" in file) return { ok: false, faults: file.faults };
  const { results, localResults, createdAt } = file.value;
  const groups = new Map<string, { state: SosHeld | null; counties: SosHeld[] }>();
  for (const [i, state] of results.ballotItems.entries()) {
    const path = ["results", "ballotItems", i];
    const held = { area: WHOLE_CONTEST, item: state, path };
    if (groups.has(keyOf(state))) return refused(`${state.name} is listed twice`, file, path);
    groups.set(keyOf(state), { state: held, counties: [] });
  }
  const places = new Set<string>();
  for (const [i, county] of (localResults ?? []).entries()) {
    if (places.has(areaKey(county.name)))
      return refused(`${county.name} is listed twice`, file, ["localResults", i, "name"]);
    places.add(areaKey(county.name));
    for (const [j, local] of county.ballotItems.entries()) {
      const path = ["localResults", i, "ballotItems", j];
      const group = groups.get(keyOf(local)) ?? { state: null, counties: [] };
      groups.set(keyOf(local), group);
      if (group.counties.at(-1)?.area === county.name)
        return refused(`${local.name} is listed twice`, file, path);
      group.counties.push({ area: county.name, item: local, path });
    }
  }
  if (groups.size === 0) return refused("has no contest", file, ["results", "ballotItems"]);
  const ids = Map.groupBy(
    groups.values(),
    ({ state, counties }) => (state ?? counties[0])?.item.id,
  );
  const contests = [...groups].map(([key, { state, counties }]) => {
    const id = (state ?? counties[0])?.item.id ?? key;
    return sosContest(ids.get(id)?.length === 1 ? id : key, state, counties, file);
  });
  const asOf = instant.safeParse(createdAt);
  return { ok: true, value: { contests, asOf: asOf.success ? asOf.data : null }, warnings: [] };
}

function refused(
  message: string,
  file: JsonFile<unknown>,
  path: readonly PropertyKey[],
): { ok: false; faults: readonly Fault[] } {
  return { ok: false, faults: [fault(message, file.placeOf(path))] };
}

/** Local contests of two counties may share a number. */
function keyOf(contest: SosItem): string {
  return `${contest.id} ${contest.name.trim()}`;
}
