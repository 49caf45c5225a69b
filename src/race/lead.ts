import type { HalfWidths } from "./average/uncertainty.ts";
import { roundHalfUp } from "./rounding.ts";
import type { Lead } from "./sections/polls/summary.ts";
import { inEachLanguage } from "./statements/in-each-language.ts";
import { leadFacts } from "./statements/lead-facts.ts";

/**
 * How the first two main candidates stand to each other. `shares` are as printed, largest first;
 * `half` has half the widths of the 95 % intervals of the difference between the first two, in
 * points. Points, low and high are to one decimal. The lead is clear only when the whole interval,
 * as printed, is above 0, and slight when only the inner one is. `polled` says whether the race has
 * polls that are merely too few or too old for an average.
 */
export function leadOf(
  shares: readonly { readonly candidate: string; readonly share: number }[],
  half: HalfWidths | null,
  candidates: readonly { readonly id: string; readonly shortName: string }[],
  { polled }: { readonly polled: boolean },
): Lead {
  const [first, second] = shares;
  const statementOf = (lead: Pick<Lead, "case">) => {
    const facts = leadFacts(lead, shares, candidates);
    return inEachLanguage(({ statements }) => statements.lead(facts));
  };
  const open = { points: null, low: null, high: null, inner: null, clear: false } as const;
  if (first === undefined) {
    const none = { case: polled ? "few" : "none", candidate: null, ...open } as const;
    return { ...none, statement: statementOf(none) };
  }
  if (second === undefined || half === null) {
    const lead = { case: "single", candidate: first.candidate, ...open } as const;
    return { ...lead, statement: statementOf(lead) };
  }

  const points = roundHalfUp(first.share - second.share, 1);
  const around = (width: number) => ({
    low: roundHalfUp(points - width, 1),
    high: roundHalfUp(points + width, 1),
  });
  const outer = around(half.outer);
  const inner = around(half.inner);
  const standing = standingOf(points, outer.low, inner.low);
  const lead = {
    case: standing,
    candidate: standing === "tie" ? null : first.candidate,
    points,
    ...outer,
    inner,
    clear: standing === "clear",
  } as const;
  return { ...lead, statement: statementOf(lead) };
}

function standingOf(points: number, outerLow: number, innerLow: number) {
  if (points === 0) return "tie";
  if (outerLow > 0) return "clear";
  return innerLow > 0 ? "slight" : "within";
}
