import type { Language } from "../../wording/language.ts";
import { LANGUAGE_TAGS, LANGUAGES, type LanguageTag } from "../../wording/languages.ts";

/** A sentence by language tag. */
export type Statement = Record<LanguageTag, string>;

/** Says the same in each language that Topline speaks. */
export function inEachLanguage(say: (language: Language) => string): Statement {
  const said = LANGUAGE_TAGS.map((tag) => [tag, say(LANGUAGES[tag])] as const);
  return Object.fromEntries(said) as Statement;
}
