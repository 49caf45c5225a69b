import type { RaceSource } from "../schema/race.ts";

type Tree = Readonly<Record<string, unknown>>;

/** What race.json says at a path; candidates are found by their ids: `candidates.bo.party`. */
export function fieldOf(race: RaceSource, path: string): unknown {
  let at: unknown = race;
  for (const key of path.split(".")) at = child(at, key);
  return at;
}

/** race.json with another value at a path; undefined takes the field, or the candidate, out. */
export function withField(race: RaceSource, path: string, value: unknown): RaceSource {
  return set(race, path.split("."), value) as RaceSource;
}

function child(at: unknown, key: string): unknown {
  if (Array.isArray(at)) return at.find((item: Tree) => item["id"] === key);
  return typeof at === "object" && at !== null ? (at as Tree)[key] : undefined;
}

function set(at: unknown, [key, ...rest]: readonly string[], value: unknown): unknown {
  if (key === undefined) return value;
  const inner = set(child(at, key), rest, value);
  if (Array.isArray(at)) {
    const items = at as readonly Tree[];
    const place = items.findIndex((item) => item["id"] === key);
    if (inner === undefined) return items.filter((_, i) => i !== place);
    return place < 0 ? [...items, inner] : items.with(place, inner as Tree);
  }
  const { [key]: _, ...others } = (at ?? {}) as Tree;
  return inner === undefined ? others : { ...(at as Tree), [key]: inner };
}
