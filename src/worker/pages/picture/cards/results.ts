import { candidateStyles } from "../../../../cards/candidate-style.ts";
import type { CardFacts, PictureFacts } from "./facts.ts";

/** The latest round: everybody with votes and share, and who was said to have won. */
export function resultsPicture({ race, language }: PictureFacts): CardFacts | null {
  const { results } = race;
  const round = results?.rounds.at(-1);
  if (!results || !round) return null;
  const { write } = language;
  const styleOf = candidateStyles(race);
  return {
    rows: round.candidates.map(({ candidate, votes, share, status }) => {
      const { label, tone } = styleOf(candidate);
      return {
        label,
        value: share === null ? "–" : write.percent(write.share(share)),
        ...(votes !== null && { detail: write.count(votes) }),
        tone,
        bar: { from: 0, to: (share ?? 0) / 100 },
        won: status === "won" || status === "passed" || status === "retained",
      };
    }),
    asOf: results.asOf,
    sources: results.source === null ? [] : [results.source],
  };
}
