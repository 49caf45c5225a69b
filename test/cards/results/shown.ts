import type { LanguageTag } from "../../../src/wording/languages.ts";
import { countedRace, type Moment } from "../fixtures/results-race.ts";
import { htmlOf, textOf } from "../visible-text.tsx";

/** What a reader of the results card reads. */
export function resultsText(moment: Moment, lang: LanguageTag = "en"): string {
  // Where a tag ends before a stop there is no space to be seen.
  return textOf({ race: countedRace(moment), card: "results", lang }).replace(/ (?=[.,;])/g, "");
}

export function resultsHtml(moment: Moment, lang: LanguageTag = "en"): string {
  return htmlOf({ race: countedRace(moment), card: "results", lang });
}

/** The card's sentence alone. */
export function headline(moment: Moment, lang: LanguageTag = "en"): string {
  const [, text = ""] = /<h3[^>]*>(.*?)<\/h3>/.exec(resultsHtml(moment, lang)) ?? [];
  return text.replaceAll("&lt;", "<").replaceAll("\u00a0", " ");
}
