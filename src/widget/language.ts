import { chooseTag } from "../wording/choose-tag.ts";
import { common, marks, polls, turnout, write } from "../wording/fallback.ts";
import type { CardLanguage } from "../wording/language.ts";

/** The language that the script carries: for whoever asks for none of `tags`, or before it is there. */
const fallback: CardLanguage = { marks, write, common, polls, turnout };

/** What is there of each language, by tag. */
const languages: Record<string, CardLanguage> = { [marks.tag]: fallback };

/**
 * The tag of the language to speak at a place of the page: its own, the nearest ancestor's, or the
 * fallback's. `tags` are those of the languages that can be loaded.
 */
export function tagAt(element: Element, tags: readonly string[]): string {
  const named = element.closest("[lang]") ?? document.documentElement;
  return chooseTag(named.getAttribute("lang") ?? "", tags) ?? marks.tag;
}

/** The language of a tag as far as it has been loaded, else the fallback. */
export function languageOf(tag: string): CardLanguage {
  return languages[tag] ?? fallback;
}

/** Takes in what a pack brings: a whole language, or more words of one that is there. */
export function addWords(words: Readonly<Record<string, Partial<CardLanguage>>>): void {
  for (const [tag, more] of Object.entries(words)) languages[tag] = { ...languageOf(tag), ...more };
}
