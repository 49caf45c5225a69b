import type { LeadFacts, Place } from "../../wording/statements.ts";
import type { Lead } from "../sections/polls/summary.ts";

type Shares = readonly { readonly candidate: string; readonly share: number }[];
type Named = readonly { readonly id: string; readonly shortName: string }[];

/**
 * What the sentence over the average says, from its printed shares (largest first) and the lead in
 * them. Candidates with the same printed share are named together.
 */
export function leadFacts(lead: Pick<Lead, "case">, shares: Shares, candidates: Named): LeadFacts {
  const [top, next] = placesOf(shares, candidates);
  if (top === undefined) return { case: lead.case === "few" ? "few" : "none" };
  const ahead = { top, next: next ?? top };
  switch (lead.case) {
    case "none":
    case "few":
      return { case: lead.case };
    case "single":
      return { case: "single", top };
    case "tie":
      return { case: "tie", top, candidates: shares.length };
    case "within":
    case "slight":
    case "clear":
      return { case: lead.case, ...ahead };
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
