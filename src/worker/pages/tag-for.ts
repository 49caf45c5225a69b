import type { RaceDocument } from "../../race/schema/document.ts";
import { chooseTag } from "../../wording/choose-tag.ts";
import { FALLBACK_TAG, LANGUAGE_TAGS, type LanguageTag } from "../../wording/languages.ts";

/** The language to draw in: the one asked for, else the race's first that there is. */
export function tagFor(race: RaceDocument, asked: string | undefined): LanguageTag {
  for (const tag of asked === undefined ? race.languages : [asked, ...race.languages]) {
    const found = chooseTag(tag, LANGUAGE_TAGS);
    if (found) return found;
  }
  return FALLBACK_TAG as LanguageTag;
}
