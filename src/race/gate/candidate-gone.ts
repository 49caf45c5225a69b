import type { RaceFacts } from "../schema/race-facts.ts";
import type { GateRule } from "./reason.ts";

/** A candidate whom readers know and who would be in the race no more, perhaps under a new id. */
export const candidateGone: GateRule<{ readonly race: RaceFacts }> = ({ before, after }) => {
  const staying = new Set(after.race.candidates.map((candidate) => candidate.id));
  return (before?.race.candidates ?? [])
    .filter((candidate) => !staying.has(candidate.id))
    .map(({ id, name }) => ({
      rule: "candidate_gone",
      path: `race.candidates.${id}`,
      message: `${name} (${id}) would no longer be a candidate`,
      before: name,
    }));
};
