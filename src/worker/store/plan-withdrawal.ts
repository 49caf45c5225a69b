import { partKey, raceKey } from "./keys.ts";
import { partsOf, type Plan, type Published } from "./plan-publication.ts";

/** Stands for the content of a race that readers can no longer ask for. */
const WITHDRAWN = "withdrawn";

/** The plan that takes a race and all its sections away from readers. It counts as a publication. */
export function planWithdrawal(raceId: string, previous: Published): Plan {
  const { publication, content } = previous;
  if (content.race === WITHDRAWN)
    return { changed: false, published: previous, writes: [], removals: [], unchanged: [] };
  return {
    changed: true,
    published: { publication: publication + 1, content: { race: WITHDRAWN } },
    writes: [],
    removals: [raceKey(raceId), ...partsOf(content).map((part) => partKey(raceId, part))],
    unchanged: [],
  };
}
