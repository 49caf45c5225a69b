import type { RaceFacts } from "../../schema/race-facts.ts";
import { WHOLE_CONTEST } from "./source.ts";

export type ListedArea = RaceFacts["areas"][number];

/** Words after a place's own name that files give or leave out as they please. */
const COUNTY_WORDS = /\s+(county|parish|borough|co)$/;

/**
 * What two spellings of one place have in common: `FULTON`, `Fulton` and `Fulton County` all give
 * `fulton`. A city keeps its word, since `Fairfax city` and `Fairfax County` are two places.
 */
export function areaKey(name: string): string {
  const plain = name
    .normalize("NFKD")
    .replace(/[\p{M}'’‘`.]/gu, "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
  // A spreadsheet's last line; taken for a place, it would count everything twice.
  if (/^(grand )?totals?$/.test(plain)) return WHOLE_CONTEST;
  const key = plain.replace(/^(city|town|village|county|parish) of (.+)$/, "$2 $1");
  // A name of other signs only is its own key.
  return key.replace(COUNTY_WORDS, "") || key || name.trim();
}

/** Every spelling by which the race knows one of its areas, with that area. */
export function areasByKey(areas: readonly ListedArea[]): ReadonlyMap<string, ListedArea> {
  return new Map(
    areas.flatMap((area) =>
      [area.id, area.name, ...area.aliases].map((name) => [areaKey(name), area] as const),
    ),
  );
}
