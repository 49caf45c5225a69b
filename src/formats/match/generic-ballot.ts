/** What the answers of a generic ballot may be called in a race: the parties stand as candidates. */
export const PARTIES = [
  { column: "dem", names: ["Democrats", "Democrat", "Democratic Party", "dem"] },
  { column: "rep", names: ["Republicans", "Republican", "Republican Party", "rep"] },
  { column: "ind", names: ["Independents", "Independent", "ind"] },
] as const;

/** All names of the party that a generic ballot's answer is; null where it is none. */
export function partyNames(answer: string): readonly string[] | null {
  const word = answer.trim().toLowerCase();
  const party = PARTIES.find(({ names }) => names.some((name) => name.toLowerCase() === word));
  return party?.names ?? null;
}
