import type { RaceDocument } from "../../race/schema/document.ts";
import type { ResultsSection } from "../../race/sections/results/summary.ts";
import type { FullSections } from "../../cards/full-sections.ts";
import { drawsResults } from "../pages/draws-results.ts";
import { sectionKey } from "./keys.ts";
import type { KvReader } from "./kv.ts";
import { load } from "./load.ts";

/**
 * The sections in full that a drawing of a race has a use for: results, where they have areas. What
 * is drawn is kept for as long as the document stays the same, so a section of another publication
 * is left out.
 * @param card what is drawn; all cards where it is absent
 */
export async function loadFull(
  kv: KvReader,
  race: RaceDocument,
  card?: string,
): Promise<FullSections> {
  if (!drawsResults(race, card) || race.results?.areas === undefined) return {};
  const stored = await load(kv, sectionKey(race.id, "results"));
  if (stored === null) return {};
  const results = JSON.parse(new TextDecoder().decode(stored.body)) as ResultsSection;
  const isSame = JSON.stringify(results.results) === JSON.stringify(race.results);
  return isSame ? { results } : {};
}
