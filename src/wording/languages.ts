import { chooseTag } from "./choose-tag.ts";
import { marks } from "./fallback.ts";
import type { Language } from "./language.ts";
import * as registry from "./registry.ts";

export type LanguageTag = keyof typeof registry;

/** All languages by their tags, each of them complete. Whoever imports this carries them all. */
export const LANGUAGES: Readonly<Record<LanguageTag, Language>> = registry;

/** The tags in alphabetical order. */
export const LANGUAGE_TAGS = Object.keys(LANGUAGES) as LanguageTag[];

/** The tag of the language for whoever asks for one that isn't here. */
export const FALLBACK_TAG = marks.tag;

/**
 * The language to speak to somebody who asks for `asked`, and its base where a variety isn't here:
 * `es-MX` is answered in Spanish, `ja` in the fallback language.
 */
export function languageFor(asked: string): Language {
  const languages: Readonly<Record<string, Language>> = LANGUAGES;
  const language = languages[chooseTag(asked, LANGUAGE_TAGS) ?? FALLBACK_TAG];
  if (!language) throw new Error(`the fallback language ${FALLBACK_TAG} is not in the registry`);
  return language;
}
