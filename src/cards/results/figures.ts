import type { ResultsSummary } from "../../race/sections/results/summary.ts";
import type { CardLanguage } from "../../wording/language.ts";
import type { ProgressFacts, ResultsWording } from "../../wording/results.ts";
import type { Round, Standing } from "./standing.ts";

/** "51.8%" of `total` votes. */
export function shareOf(
  { votes, share }: Pick<Standing, "votes" | "share">,
  total: number,
  { write }: CardLanguage,
): string {
  return votes === null || share === null
    ? "–"
    : cautious((votes / total) * 100, 0.1, write.share(share), write);
}

/** How far a count is, as sentences say it: by its estimator, else by places that have reported. */
export function progressOf(
  { count: { expected }, reporting }: Pick<ResultsSummary, "count" | "reporting">,
  language: CardLanguage,
): ProgressFacts | null {
  if (expected !== null) {
    const { percent, by } = expected;
    const written = language.write.count(Math.round(percent));
    return { of: "expected", percent: cautious(percent, 1, written, language.write), by };
  }
  if (reporting === null || reporting.of === "expected_vote") return null;
  const { of, counted, total } = reporting;
  return { of, counted, total };
}

/** Whether less than half is counted, as far as anybody says. */
export function isEarly({
  count: { expected },
  reporting,
}: Pick<ResultsSummary, "count" | "reporting">): boolean {
  if (expected !== null) return expected.percent < 50;
  return reporting !== null && reporting.total !== null && reporting.counted < reporting.total / 2;
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

/** As written, but "<1%" and ">99%", or "<0.1%" and ">99.9%", near nothing and everything. */
function cautious(
  percent: number,
  least: number,
  written: string,
  write: CardLanguage["write"],
): string {
  if (percent > 0 && percent < least) return `<${write.percent(write.points(least))}`;
  if (percent < 100 && percent > 100 - least) return `>${write.percent(write.points(100 - least))}`;
  return write.percent(written);
}
