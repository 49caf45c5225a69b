import { DEFINITIONS, type Section, type SourceOf } from "./sections/index.ts";

/**
 * `base` with the rows of `patch` put in: a row whose key is already there replaces it where it
 * stands, a new one goes to the end, in the patch's order. Nothing is removed but a result that
 * the patch cuts another way (sections/results/supersede.ts). race.json is no list of rows: it can
 * only be replaced.
 */
export function mergeSource<S extends Section>(
  name: S,
  base: SourceOf<S> | null,
  patch: SourceOf<S>,
): SourceOf<S> {
  return DEFINITIONS[name].merge(base, patch);
}
