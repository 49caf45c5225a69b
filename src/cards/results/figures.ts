import type { Reporting } from "../../race/sections/results/summary.ts";
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

/** "58%". */
export function percentOf({ percent }: Reporting, { write }: CardLanguage): string {
  return cautious(percent, 1, write.count(Math.round(percent)), write);
}

/** How far a count is, as sentences say it. */
export function progressOf(reporting: Reporting, language: CardLanguage): ProgressFacts {
  return reporting.of === "precincts"
    ? { of: "precincts", counted: reporting.counted, total: reporting.total }
    : { of: "expected", percent: percentOf(reporting, language) };
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
