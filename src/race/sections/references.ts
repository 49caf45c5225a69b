import type { Issue } from "../checked.ts";
import type { RaceFacts } from "../schema/race-facts.ts";

/** What rows name by its id and the race has to know. */
export type References = {
  readonly candidate: (id: string | null, path: string) => readonly Issue[];
  readonly source: (id: string | null, path: string) => readonly Issue[];
};

/** Tells of candidates and sources that aren't the race's; null names nobody. */
export function referencesOf(race: Pick<RaceFacts, "candidates" | "sources">): References {
  const candidates = new Set(race.candidates.map((c) => c.id));
  const sources = new Set(race.sources.map((s) => s.id));
  return {
    candidate: (id, path) =>
      id === null || candidates.has(id)
        ? []
        : [
            {
              path,
              message: `no candidate of this race has the id ${id}; use one of ${[...candidates].join(", ")}`,
            },
          ],
    source: (id, path) =>
      id === null || sources.has(id)
        ? []
        : [
            {
              path,
              message: `no source of this race has the id ${id}; add it to "sources" in race.json`,
            },
          ],
  };
}
