import { cautious } from "../../wording/headline-shares.ts";
import type { CardLanguage } from "../../wording/language.ts";
import type { ResultsWording } from "../../wording/results.ts";
import type { Round, Standing } from "./standing.ts";

/** What shares of a round are percent of. */
export function wholeOf({ sharesOf, ballots, votes }: Round): number {
  return (sharesOf && ballots) || votes;
}

/** "51.8%" of `total` votes or ballots. */
export function shareOf(
  { votes, share }: Pick<Standing, "votes" | "share">,
  total: number,
  { write }: CardLanguage,
): string {
  return votes === null || share === null
    ? "–"
    : cautious((votes / total) * 100, 0.1, write.share(share), write);
}

/** "134,799"; where nobody reported them that is said, or a dash while there is no vote at all. */
export function votesOf(
  { votes }: Pick<Standing, "votes">,
  {
    round,
    say,
    language,
  }: {
    readonly round: Pick<Round, "votes">;
    readonly say: Pick<ResultsWording, "notReported">;
    readonly language: CardLanguage;
  },
): string {
  if (votes !== null) return language.write.count(votes);
  return round.votes === 0 ? "–" : say.notReported;
}

/** "3/5" as percent of the whole. */
export function percentOf(fraction: string): number {
  const [part = 0, whole = 1] = fraction.split("/").map(Number);
  return (part * 100) / whole;
}
