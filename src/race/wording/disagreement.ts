import { roundHalfUp } from "../rounding.ts";
import type { Wording } from "../schema/common.ts";
import type { Average, Lead } from "../sections/polls/summary.ts";
import type { PublishedAverage } from "../sections/polls/settings.ts";
import { englishList, MAX_NAMES, spanishList } from "./name-list.ts";

type Named = readonly { readonly id: string; readonly shortName: string }[];

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
  average: Pick<Average, "asOf" | "shares" | "lead">,
  candidates: Named,
): Wording | null {
  const { lead } = average;
  if (lead.case === "none" || lead.case === "single") return null;
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
  return theirs ? sentence(theirs, average, candidates) : null;
}

function leadIn({ publisher, shares }: PublishedAverage, candidates: Named): PublishedLead | null {
  const [first, second] = shares
    .filter(({ candidate }) => candidates.some(({ id }) => id === candidate))
    .toSorted((a, b) => b.share - a.share);
  if (first === undefined || second === undefined) return null;
  const points = roundHalfUp(first.share - second.share, 2);
  return points > 0 ? { publisher, candidate: first.candidate, points } : null;
}

function sentence(
  theirs: PublishedLead,
  { shares, lead }: Pick<Average, "shares" | "lead">,
  candidates: Named,
): Wording {
  const name = (id: string) => candidates.find((one) => one.id === id)?.shortName ?? id;
  const insideTheirs = theirs.points <= (lead.high ?? 0) - (lead.points ?? 0);
  const margins = MARGINS[marginsCase(lead, insideTheirs)];
  const points = (lead.points ?? 0).toFixed(1);
  const tied = shares.filter(({ share }) => share === shares[0]?.share);
  const ours =
    lead.candidate === null
      ? tiedWords(tied.map(({ candidate }) => name(candidate)))
      : {
          en: `our average has ${name(lead.candidate)} ahead by ${points}`,
          es: `nuestro promedio da ${points} a ${name(lead.candidate)}`,
        };
  const { publisher, candidate } = theirs;
  const unit = theirs.points === 1 ? { en: "point", es: "punto" } : { en: "points", es: "puntos" };
  return {
    en: `${publisher} has ${name(candidate)} ahead by ${theirs.points} ${unit.en}; ${ours.en}. ${margins.en}`,
    es: `${publisher} da ${theirs.points} ${unit.es} de ventaja a ${name(candidate)}; ${ours.es}. ${margins.es}`,
  };
}

function tiedWords(names: readonly string[]): Wording {
  return names.length > MAX_NAMES
    ? {
        en: `our average has ${names.length} candidates tied`,
        es: `en nuestro promedio empatan ${names.length} candidaturas`,
      }
    : {
        en: `our average has ${englishList(names)} tied`,
        es: `en nuestro promedio empatan ${spanishList(names)}`,
      };
}

type MarginsCase =
  | "bothInside"
  | "oursInside"
  | "theirsInside"
  | "bothOutside"
  | "tieInside"
  | "tieOutside";

function marginsCase(lead: Lead, insideTheirs: boolean): MarginsCase {
  if (lead.candidate === null) return insideTheirs ? "tieInside" : "tieOutside";
  if (lead.clear) return insideTheirs ? "theirsInside" : "bothOutside";
  return insideTheirs ? "bothInside" : "oursInside";
}

const MARGINS = {
  bothInside: {
    en: "Both gaps are inside the margin of error.",
    es: "Ambas diferencias están dentro del margen de error.",
  },
  oursInside: {
    en: "The gap in our average is inside the margin of error.",
    es: "La diferencia en nuestro promedio está dentro del margen de error.",
  },
  theirsInside: {
    en: "Only the gap in our average is outside the margin of error.",
    es: "Solo la diferencia en nuestro promedio supera el margen de error.",
  },
  bothOutside: {
    en: "Both gaps are outside the margin of error.",
    es: "Ambas diferencias superan el margen de error.",
  },
  tieInside: {
    en: "That gap is inside the margin of error.",
    es: "Esa diferencia está dentro del margen de error.",
  },
  tieOutside: {
    en: "That gap is outside the margin of error of our average.",
    es: "Esa diferencia supera el margen de error de nuestro promedio.",
  },
} as const satisfies Record<MarginsCase, Wording>;

function moment(asOf: string): number {
  return Date.parse(asOf);
}
