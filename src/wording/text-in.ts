import { chooseTag } from "./choose-tag.ts";

/** The same text in one language or more, by tag. */
export type Texts = Readonly<Record<string, string>>;

/**
 * The text in the language asked for, in its base, in the first of `preferred` that is there, or in
 * whichever there is: a reader rather reads another language than nothing.
 */
export function textIn(texts: Texts, asked: string, preferred: readonly string[] = []): string {
  const tags = Object.keys(texts);
  const tag = [asked, ...preferred].map((one) => chooseTag(one, tags)).find((one) => one);
  return texts[tag ?? tags[0] ?? ""] ?? "";
}
