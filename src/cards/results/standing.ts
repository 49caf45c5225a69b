import type { ResultsSummary } from "../../race/sections/results/summary.ts";

export type Round = ResultsSummary["rounds"][number];
export type Standing = Round["candidates"][number];

/**
 * Who stands in the latest round, most votes first. The document lists everybody there; in a runoff
 * only those count who were called into it, or who have votes.
 */
export function standingIn(rounds: readonly Round[]): readonly Standing[] {
  const latest = rounds.at(-1)?.candidates ?? [];
  const called = rounds.at(-2)?.candidates.filter(({ status }) => status === "runoff") ?? [];
  return called.length < 2
    ? latest
    : latest.filter(
        ({ candidate, votes }) =>
          (votes ?? 0) > 0 || called.some((one) => one.candidate === candidate),
      );
}
