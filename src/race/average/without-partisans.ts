import { roundHalfUp } from "../rounding.ts";
import type { Average } from "../sections/polls/summary.ts";
import { combine, rank } from "./combine.ts";
import type { Input } from "./inputs.ts";

/**
 * The main candidates' shares from the same weights without internal and partisan polls; nothing
 * where none of those has a part.
 */
export function withoutPartisans(
  inputs: readonly Input[],
  lineUp: readonly number[],
  candidates: readonly { readonly id: string }[],
): Pick<Average, "withoutPartisan"> {
  const independent = inputs.filter(({ part }) => !part.entry.partisan);
  if (independent.length === inputs.length) return {};
  const means = combine(independent, candidates.length);
  const shares = rank(lineUp.map((at) => means[at] ?? null)).flatMap(({ at, share }) => {
    const candidate = candidates[at]?.id;
    return candidate === undefined ? [] : [{ candidate, share: roundHalfUp(share, 1) }];
  });
  return { withoutPartisan: { shares } };
}
