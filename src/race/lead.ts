import { roundHalfUp } from "./rounding.ts";
import type { Average, Lead } from "./sections/polls/summary.ts";
import { inEachLanguage } from "./statements/in-each-language.ts";
import { leadFacts } from "./statements/lead-facts.ts";

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
  const statementOf = (lead: Pick<Lead, "case" | "points">) => {
    const facts = leadFacts(lead, shares, candidates);
    return inEachLanguage(({ statements }) => statements.lead(facts));
  };
  const open = { points: null, low: null, high: null, clear: false } as const;
  if (first === undefined) {
    const none = { case: polled ? "old" : "none" } as const;
    const statement = inEachLanguage(({ statements }) => statements.lead(none));
    return { case: "none", candidate: null, ...open, statement };
  }
  if (second === undefined || halfWidth === null) {
    const lead = { case: "single", candidate: first.candidate, ...open } as const;
    return { ...lead, statement: statementOf(lead) };
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
  return { ...lead, statement: statementOf(lead) };
}
