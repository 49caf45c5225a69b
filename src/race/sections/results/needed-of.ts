import { neededBy, reaches } from "../../schema/need.ts";
import type { ResultsFacts } from "./results-facts.ts";
import type { ResultsSummary } from "./summary.ts";

type Round = ResultsSummary["rounds"][number];

/**
 * Whether Yes, or else who has most votes, has what the race needs. Votes are compared as whole
 * numbers, never as rounded shares.
 */
export function neededOf(
  round: Round | undefined,
  { contest }: ResultsFacts,
): { readonly needed?: NonNullable<ResultsSummary["needed"]> } {
  if (!contest?.need || round === undefined) return {};
  const { each, any } = neededBy(contest.need);
  const whose =
    round.candidates.find(({ candidate }) => candidate === "yes") ?? round.candidates[0];
  const votes = whose?.votes ?? null;
  const parts = each.map((one) => {
    const total = round[one.of];
    return { ...one, met: votes === null || total === null ? null : reaches(one, votes, total) };
  });
  return { needed: { met: metOf(parts, any), any, each: parts } };
}

function metOf(parts: readonly { readonly met: boolean | null }[], any: boolean): boolean | null {
  if (parts.some(({ met }) => met === any)) return any;
  return parts.some(({ met }) => met === null) ? null : !any;
}
