import type { Source } from "../schema/race-facts.ts";

/** The sources that `body` names anywhere under the key `source`, in the race's order. */
export function namedSources(body: unknown, sources: readonly Source[]): Source[] {
  const named = new Set<string>();
  collect(body, named);
  return sources.filter((source) => named.has(source.id));
}

function collect(value: unknown, named: Set<string>): void {
  if (Array.isArray(value)) {
    for (const item of value) collect(item, named);
  } else if (typeof value === "object" && value !== null) {
    for (const [key, inner] of Object.entries(value)) {
      if (key === "source" && typeof inner === "string") named.add(inner);
      else collect(inner, named);
    }
  }
}
