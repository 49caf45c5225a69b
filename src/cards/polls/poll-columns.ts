import type { PollsSummary } from "../../race/sections/polls/summary.ts";
import { DRAWN_CANDIDATES } from "../../race/sections/polls/pass-on.ts";
import type { RaceDocument } from "../../race/schema/document.ts";
import { candidateStyles } from "../candidate-style.ts";
import { isMain, type ShownCandidate } from "./shown-average.ts";

/**
 * Who has a column in a table of polls: those of the average that are drawn. Without an average
 * the polls still have columns: those of all whom they asked about.
 */
export function pollColumns(
  race: RaceDocument,
  { average, recent }: PollsSummary,
): readonly ShownCandidate[] {
  const styleOf = candidateStyles(race);
  const main = average.shares.filter(isMain).slice(0, DRAWN_CANDIDATES);
  const named =
    main.length > 0
      ? main.map(({ candidate }) => candidate)
      : race.candidates
          .map(({ id }) => id)
          .filter((id) =>
            recent.some(({ shares }) => shares.some(({ candidate }) => candidate === id)),
          );
  return named.map((candidate) => ({ candidate, ...styleOf(candidate) }));
}
