import { areaKey } from "../../race/sections/results/listed-areas.ts";
import { WHOLE_CONTEST } from "../../race/sections/results/source.ts";

/**
 * Gives each place one name. `known` are the names that the race uses already: they win, so that
 * a second file can't add a place under another spelling. Otherwise the best spelling among `names`
 * wins: one that says County (or Parish, Borough), then one that isn't all capitals, then the
 * first. No spelling is made up. The whole contest is always `total`.
 */
export function resolveAreas(
  names: Iterable<string>,
  known: Iterable<string> = [],
): (name: string) => string {
  const chosen = new Map<string, string>();
  for (const name of names) {
    const key = areaKey(name);
    const before = chosen.get(key);
    if (before === undefined || rank(name) > rank(before)) chosen.set(key, name.trim());
  }
  for (const name of known) chosen.set(areaKey(name), name.trim());
  chosen.set(areaKey(WHOLE_CONTEST), WHOLE_CONTEST);
  return (name) => chosen.get(areaKey(name)) ?? name.trim();
}

function rank(name: string): number {
  const saysKind = /(county|parish|borough)$/i.test(name.trim()) ? 2 : 0;
  return saysKind + (name === name.toUpperCase() ? 0 : 1);
}
