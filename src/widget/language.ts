import { chooseTag } from "../wording/choose-tag.ts";
import { carried } from "../wording/fallback.ts";
import type { CardLanguage } from "../wording/language.ts";

/** The language that the script carries, for its own cards. */
export const fallback: CardLanguage = { ...carried };

/** What is there of each language, by tag. */
const languages: Record<string, CardLanguage> = { [fallback.marks.tag]: fallback };

/**
 * The tag of the language to speak at a place of the page: its own, the nearest ancestor's, or the
 * fallback's. `tags` are those of the languages that can be loaded.
 */
export function tagAt(element: Element, tags: readonly string[]): string {
  const named = element.closest("[lang]") ?? document.documentElement;
  return chooseTag(named.getAttribute("lang") ?? "", tags) ?? fallback.marks.tag;
}

/** What is there of a tag's language, else the fallback. */
export function languageOf(tag: string): CardLanguage {
  return languages[tag] ?? fallback;
}

/** Takes in what a pack brings: a language, or more words of one that is there. */
export function addWords(tag: string, words: Partial<CardLanguage>): void {
  // The first pack of a language brings all that its cards say. Cards that stand there get the
  // others' words too: it stays the same object.
  languages[tag] = Object.assign(languages[tag] ?? {}, words) as CardLanguage;
}
