import type { Candidate } from "../../src/race/schema/race-facts.ts";

/** Candidates of a race of whoever a file names, in its order, each name once. */
export function candidatesNamed(
  people: readonly { readonly name: string; readonly party: string | null }[],
): readonly Candidate[] {
  const named = new Map(people.map((person) => [plainTitle(person.name), person] as const));
  return [...named.values()].map(({ name, party }, i) => ({
    id: `c${i}`,
    name,
    shortName: name,
    party: { code: (party ?? "X").slice(0, 8) || "X", name: party ?? "none" },
    incumbent: false,
    aliases: [],
  }));
}

/** How a contest or a person is called, whatever its spaces and zeros. */
export function plainTitle(title: string): string {
  return title
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .replace(/(^| )0+(?=\d)/g, "$1")
    .trim();
}
