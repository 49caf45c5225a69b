import { roundHalfUp } from "./rounding.ts";
import type { Average, Lead } from "./sections/polls/summary.ts";
import { leadStatement, noPollsStatement } from "./wording/lead-statement.ts";

/**
 * How the first two candidates stand to each other. `shares` are as printed, largest first;
 * `halfWidth` is half the 95 % interval of the difference between the first two, in points.
 * Points, low and high are to one decimal. The lead is clear only when the whole interval, as
 * printed, is above 0. `polled` says whether the race has polls that are merely too old to count.
 */
export function leadOf(
  shares: Average["shares"],
  halfWidth: number | null,
  candidates: readonly { readonly id: string; readonly shortName: string }[],
  { polled }: { readonly polled: boolean },
): Lead {
  const [first, second] = shares;
  const open = { points: null, low: null, high: null, clear: false } as const;
  if (first === undefined) {
    return { case: "none", candidate: null, ...open, statement: noPollsStatement({ polled }) };
  }
  if (second === undefined || halfWidth === null) {
    const lead = { case: "single", candidate: first.candidate, ...open } as const;
    return { ...lead, statement: leadStatement(lead, shares, candidates) };
  }

  const points = roundHalfUp(first.share - second.share, 1);
  const low = roundHalfUp(points - halfWidth, 1);
  const high = roundHalfUp(points + halfWidth, 1);
  const clear = low > 0;
  const standing = points === 0 ? "tie" : clear ? "clear" : "within";
  const lead = {
    case: standing,
    candidate: standing === "tie" ? null : first.candidate,
    points,
    low,
    high,
    clear: standing === "clear",
  } as const;
  return { ...lead, statement: leadStatement(lead, shares, candidates) };
}
