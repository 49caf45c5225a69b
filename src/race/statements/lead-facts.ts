import type { LeadFacts, Place } from "../../wording/statements.ts";
import type { Average, Lead } from "../sections/polls/summary.ts";

type Shares = Average["shares"];
type Named = readonly { readonly id: string; readonly shortName: string }[];

/**
 * What the sentence over the average says, from its printed shares (largest first) and the lead in
 * them. Candidates with the same printed share are named together.
 */
export function leadFacts(
  lead: Pick<Lead, "case" | "points">,
  shares: Shares,
  candidates: Named,
): LeadFacts {
  const [top, next] = placesOf(shares, candidates);
  if (top === undefined) return { case: "none" };
  const ahead = { top, next: next ?? top, candidates: shares.length };
  switch (lead.case) {
    case "none":
      return { case: "none" };
    case "single":
      return { case: "single", top };
    case "tie":
      return { case: "tie", top, candidates: shares.length };
    case "within":
      return { case: "within", ...ahead };
    case "clear":
      return { case: "clear", points: lead.points ?? 0, ...ahead };
  }
}

function placesOf(shares: Shares, candidates: Named): readonly Place[] {
  const shortNames = new Map(candidates.map(({ id, shortName }) => [id, shortName]));
  const byShare = Map.groupBy(shares, ({ share }) => share.toFixed(1));
  return [...byShare.values()].map((tied) => ({
    names: tied.map(({ candidate }) => shortNames.get(candidate) ?? candidate),
    share: tied[0]?.share ?? 0,
  }));
}
