import type { Issue } from "./checked.ts";
import type { RaceSource } from "./schema/race.ts";
import type { References } from "./sections/references.ts";
import { duplicates } from "./sections/rows.ts";

/** What runs over ranked ballots have against the race, and against themselves. */
export function checkTabulations(race: RaceSource, known: References): readonly Issue[] {
  const { tabulations = [], rule, seats = 1 } = race;
  const ranked = rule === "ranked_choice" || rule === "stv";
  const issues: Issue[] = [
    ...duplicates(tabulations, ({ id }) => id, "race.tabulations", "id", "tabulation"),
  ];
  const tell = (path: string, message: string) =>
    issues.push({ path: `race.tabulations.${path}`, message });
  for (const [i, { source, quota, rounds }] of tabulations.entries()) {
    if (!ranked)
      tell(`${i}.id`, `needs ballots that rank: "rule": "ranked_choice" or "stv", not "${rule}"`);
    if (quota !== undefined && rule !== "stv")
      tell(`${i}.quota`, 'is for several seats: write "rule": "stv", or take it out');
    issues.push(...known.source(source, `race.tabulations.${i}.source`));
    const out = new Set<string>();
    let elected = 0;
    for (const [r, round] of rounds.entries()) {
      const path = `${i}.rounds.${r}`;
      if (round.n !== r + 1) tell(`${path}.n`, `is ${round.n}: rounds stand in order, from 1`);
      const here = new Map(round.votes.map((one) => [one.candidate, one.votes]));
      if (here.size < round.votes.length) tell(`${path}.votes`, "name one candidate twice");
      for (const id of [...here.keys(), ...round.eliminated, ...round.elected])
        issues.push(...known.candidate(id, `race.tabulations.${path}.votes`));
      for (const [id, votes] of here)
        if (votes > 0 && out.has(id))
          tell(`${path}.votes`, `${id} has votes, but went out in a round before`);
      for (const id of round.eliminated) out.add(id);
      elected += round.elected.length;
    }
    if (elected > seats)
      tell(
        `${i}.rounds`,
        `elect ${elected}, but there ${seats === 1 ? "is one seat" : `are ${seats} seats`}`,
      );
  }
  return issues;
}
