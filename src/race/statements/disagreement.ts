import type { DisagreementFacts, Margins } from "../../wording/statements.ts";
import { roundHalfUp } from "../rounding.ts";
import type { Average, Lead } from "../sections/polls/summary.ts";
import type { PublishedAverage } from "../sections/polls/settings.ts";
import { inEachLanguage, type Statement } from "./in-each-language.ts";

type Named = readonly { readonly id: string; readonly shortName: string }[];

/** Our average: its shares, the main candidates' first and largest first, and its lead. */
type Ours = Pick<Average, "asOf" | "lead"> & {
  readonly shares: readonly Pick<Average["shares"][number], "candidate" | "share">[];
};

/** Who is ahead in a published average, and by how many points. */
type PublishedLead = {
  readonly publisher: string;
  readonly candidate: string;
  readonly points: number;
};

/**
 * Says plainly that our average and one that somebody else published do not put the same
 * candidate ahead, and which of the two gaps are inside the margin of error (that of our
 * average: publishers rarely state one). Null when they agree, or when there is nothing to
 * compare. Of several publishers' latest averages the newest that disagrees is named; one dated
 * after ours is passed over.
 */
export function disagreement(
  published: readonly PublishedAverage[],
  average: Ours,
  candidates: Named,
): Statement | null {
  const { lead } = average;
  if (lead.case === "none" || lead.case === "few" || lead.case === "single") return null;
  const latest = new Map(
    published
      .filter(({ asOf }) => asOf.slice(0, 10) <= average.asOf)
      .toSorted((a, b) => moment(a.asOf) - moment(b.asOf))
      .map((one) => [one.publisher, one]),
  );
  const theirs = [...latest.values()]
    .toSorted((a, b) => moment(b.asOf) - moment(a.asOf))
    .map((one) => leadIn(one, candidates))
    .find((one) => one !== null && one.candidate !== lead.candidate);
  if (!theirs) return null;
  const facts = factsOf(theirs, average, candidates);
  return inEachLanguage(({ statements }) => statements.disagreement(facts));
}

function leadIn({ publisher, shares }: PublishedAverage, candidates: Named): PublishedLead | null {
  const [first, second] = shares
    .filter(({ candidate }) => candidates.some(({ id }) => id === candidate))
    .toSorted((a, b) => b.share - a.share);
  if (first === undefined || second === undefined) return null;
  const points = roundHalfUp(first.share - second.share, 2);
  return points > 0 ? { publisher, candidate: first.candidate, points } : null;
}

function factsOf(
  { publisher, candidate, points }: PublishedLead,
  { shares, lead }: Ours,
  candidates: Named,
): DisagreementFacts {
  const name = (id: string) => candidates.find((one) => one.id === id)?.shortName ?? id;
  const insideTheirs = points <= (lead.high ?? 0) - (lead.points ?? 0);
  const tied = shares.filter(({ share }) => share === shares[0]?.share);
  return {
    publisher,
    candidate: name(candidate),
    points,
    ours:
      lead.candidate === null
        ? { case: "tie", names: tied.map((one) => name(one.candidate)) }
        : { case: "ahead", candidate: name(lead.candidate), points: lead.points ?? 0 },
    margins: marginsOf(lead, insideTheirs),
  };
}

function marginsOf(lead: Lead, insideTheirs: boolean): Margins {
  if (lead.candidate === null) return insideTheirs ? "tieInside" : "tieOutside";
  if (lead.clear) return insideTheirs ? "theirsInside" : "bothOutside";
  return insideTheirs ? "bothInside" : "oursInside";
}

function moment(asOf: string): number {
  return Date.parse(asOf);
}
