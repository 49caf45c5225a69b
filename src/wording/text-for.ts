import { chooseTag } from "./choose-tag.ts";

/** The same text in one language or more, by tag. */
export type Texts = Readonly<Record<string, string>>;

/**
 * The text in the first of the languages `tags` that it is there in, a language's base serving for
 * a variety; else in whichever there is: a reader rather reads another language than nothing.
 */
export function textFor(texts: Texts, tags: readonly string[]): string {
  const there = Object.keys(texts);
  const tag = tags.map((wanted) => chooseTag(wanted, there)).find((found) => found !== undefined);
  return texts[tag ?? there[0] ?? ""] ?? "";
}
