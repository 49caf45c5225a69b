import type { SourceName } from "./check.ts";
import { ROW_KEYS } from "./row-key.ts";
import type { RaceData } from "./schema/data.ts";
import { standingBeside } from "./sections/results/supersede.ts";

/** The bodies that are lists of rows. race.json isn't: it can only be replaced. */
export type MergeName = Exclude<SourceName, "race">;
type Body<N extends MergeName> = NonNullable<RaceData[N]>;

/**
 * `base` with the rows of `patch` put in: a row whose key is already there replaces it where it
 * stands, a new one goes to the end, in the patch's order. Nothing is removed but a result that
 * the patch cuts another way (src/race/sections/results/supersede.ts). A key that the patch itself holds twice stays there twice, for `checkRaceData` to refuse: which of the
 * two was meant is not for us to guess. Linear in the number of rows.
 */
export function mergeSource<N extends MergeName>(
  name: N,
  base: RaceData[N],
  patch: Body<N>,
): Body<N> {
  return MERGES[name](base, patch);
}

const MERGES: { readonly [N in MergeName]: (base: RaceData[N], patch: Body<N>) => Body<N> } = {
  polls: (base, patch) => ({ polls: mergeRows(base?.polls, patch.polls, ROW_KEYS.polls) }),
  turnout: (base, patch) => ({ counts: mergeRows(base?.counts, patch.counts, ROW_KEYS.turnout) }),
  results: (base, patch) => ({
    counts: mergeRows(
      standingBeside(base?.counts ?? [], patch.counts),
      patch.counts,
      ROW_KEYS.results,
    ),
  }),
  money: (base, patch) => ({ entries: mergeRows(base?.entries, patch.entries, ROW_KEYS.money) }),
};

function mergeRows<T>(base: readonly T[] = [], patch: readonly T[], key: (row: T) => string): T[] {
  const merged = [...base];
  const places = new Map(base.map((row, i) => [key(row), i]));
  for (const row of patch) {
    const k = key(row);
    const place = places.get(k);
    if (place === undefined) merged.push(row);
    else {
      merged[place] = row;
      places.delete(k);
    }
  }
  return merged;
}
