import { type Contest, contestShape } from "../schema/contest.ts";
import type { Silence } from "../schema/quiet.ts";
import type { RaceFacts } from "../schema/race-facts.ts";
import type { Tabulation } from "../schema/tabulation.ts";
import { isSilent } from "./quiet.ts";

type Shown = Omit<Contest, "tabulations"> & { tabulation?: Tabulation };

/** Figures of a count, and what follows from it: silent where results are. */
const OF_RESULTS = ["declared", "projections", "tabulations"] as const satisfies (keyof Contest)[];

/**
 * What the race's document says of the kind of contest: what race.json says, and of several runs
 * over the ballots the latest, whole.
 */
export function contestOf(race: RaceFacts, quiet: readonly Silence[]): Shown {
  const silent: readonly string[] = isSilent("results", quiet) ? OF_RESULTS : [];
  const said = Object.keys(contestShape).flatMap((key) => {
    const value = race[key as keyof Contest];
    return value === undefined || silent.includes(key) ? [] : [[key, value] as const];
  });
  const { tabulations = [], ...contest } = Object.fromEntries(said) as Contest;
  const latest = tabulations.toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at)).at(-1);
  return latest === undefined ? contest : { ...contest, tabulation: latest };
}
