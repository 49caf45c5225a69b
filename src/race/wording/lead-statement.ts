import type { Wording } from "../schema/common.ts";
import type { Average, Lead } from "../sections/polls/summary.ts";
import { englishList, MAX_NAMES, spanishList } from "./name-list.ts";

type Shares = Average["shares"];
type Named = readonly { readonly id: string; readonly shortName: string }[];

/** A lead before it is put into words. */
export type Standing = Omit<Lead, "statement">;

/** The candidates with one printed share: who they are and what it is. */
type Group = { readonly names: readonly string[]; readonly share: string };

/** What a card says when there is no average: `polled` when all the polls are too old for one. */
export function noPollsStatement({ polled }: { readonly polled: boolean }): Wording {
  return polled
    ? {
        en: "No poll of this race is recent enough for an average",
        es: "Ninguna encuesta de esta contienda es tan reciente como para calcular un promedio",
      }
    : {
        en: "No polls of this race have been published yet",
        es: "Todavía no se ha publicado ninguna encuesta de esta contienda",
      };
}

/**
 * The headline over the average, from its printed shares (largest first). It says that someone
 * leads only when the lead is clear; inside the margin of error it says just that.
 */
export function leadStatement(lead: Standing, shares: Shares, candidates: Named): Wording {
  const [top, next] = groups(shares, candidates);
  if (top === undefined) return noPollsStatement({ polled: false });
  switch (lead.case) {
    case "none":
      return noPollsStatement({ polled: false });
    case "single":
      return {
        en: `${englishList(top.names)} stands at ${top.share}% in the polls, which ask about nobody else`,
        es: `${spanishList(top.names)} tiene ${top.share}% en las encuestas, que no preguntan por nadie más`,
      };
    case "tie":
      return tied(top, shares.length);
    case "within":
      return within(top, next ?? top, shares.length);
    case "clear":
      return clear(top, next ?? top, shares.length, (lead.points ?? 0).toFixed(1));
  }
}

function tied({ names, share }: Group, count: number): Wording {
  if (names.length > MAX_NAMES) {
    return {
      en: `${names.length} candidates are tied for first place with ${share}% each in the polling average`,
      es: `${names.length} candidaturas empatan en primer lugar con ${share}% en el promedio de encuestas`,
    };
  }
  const all = names.length === count;
  return {
    en: `${englishList(names)} are tied ${all ? "at" : "for first place with"} ${share}% in the polling average`,
    es: `${spanishList(names)} empatan ${all ? "con" : "en primer lugar con"} ${share}% en el promedio de encuestas`,
  };
}

function within(top: Group, next: Group, count: number): Wording {
  const nobody = count === 2 ? "neither" : "nobody";
  return {
    en: `${figures(top, "en")}, ${figures(next, "en")}: the gap is inside the margin of error and ${nobody} is clearly ahead`,
    es: `${figures(top, "es")}, ${figures(next, "es")}: la diferencia cabe en el margen de error y nadie tiene clara ventaja`,
  };
}

function clear(top: Group, next: Group, count: number, points: string): Wording {
  const winner = top.names[0] ?? "";
  if (count === 2) {
    return {
      en: `${winner} leads ${list(next, "en")} by ${points} points in the polling average, ${top.share}% to ${next.share}%`,
      es: `${winner} lidera el promedio de encuestas con ${top.share}% frente a ${next.share}% de ${list(next, "es")}`,
    };
  }
  const named = next.names.length <= MAX_NAMES;
  const [of, sobre] = named ? [` of ${list(next, "en")}`, ` sobre ${list(next, "es")}`] : ["", ""];
  return {
    en: `${winner} leads ${count - 1} others in the polling average with ${top.share}%, ${points} points ahead${of}`,
    es: `${winner} lidera entre ${count} candidaturas con ${top.share}%, ${points} puntos de ventaja${sobre}`,
  };
}

function figures(group: Group, language: "en" | "es"): string {
  return `${list(group, language)} ${group.share}%`;
}

function list({ names }: Group, language: "en" | "es"): string {
  if (names.length > MAX_NAMES) {
    return language === "en" ? `${names.length} others` : `${names.length} más`;
  }
  return language === "en" ? englishList(names) : spanishList(names);
}

function groups(shares: Shares, candidates: Named): readonly Group[] {
  const shortNames = new Map(candidates.map(({ id, shortName }) => [id, shortName]));
  const byShare = Map.groupBy(shares, ({ share }) => share.toFixed(1));
  return [...byShare].map(([share, tiedShares]) => ({
    share,
    names: tiedShares.map(({ candidate }) => shortNames.get(candidate) ?? candidate),
  }));
}
