import { chooseTag } from "../../wording/choose-tag.ts";
import type { Wording } from "../schema/common.ts";

/**
 * A sentence in those of its languages that serve a race shown in `languages`: Spanish for `es-MX`.
 * All of them where the race names none, or only languages that nobody speaks here.
 */
export function spoken(texts: Wording, languages: readonly string[] | undefined): Wording {
  const all = Object.keys(texts);
  const wanted = new Set(languages?.map((language) => chooseTag(language, all)));
  const kept = Object.entries(texts).filter(([tag]) => wanted.has(tag));
  return kept.length === 0 ? texts : Object.fromEntries(kept);
}
