import { LANGUAGE_TAGS, type LanguageTag } from "../../src/wording/languages.ts";
import type { State } from "./states.ts";

export const WIDTHS = [280, 343, 540, 760] as const;
export const THEMES = ["light", "dark"] as const;

/** One card to look at. */
export type Case = {
  readonly state: State;
  readonly width: (typeof WIDTHS)[number];
  readonly theme: (typeof THEMES)[number];
  readonly lang: LanguageTag;
};

/** No more than a state has cases. */
const LANGUAGES = LANGUAGE_TAGS.slice(0, WIDTHS.length);

/**
 * Pairwise: each state in each width, each theme and each language, and each two of those together.
 * Theme and language turn at different paces, so that no two of them go together always.
 */
export function galleryCases(states: readonly State[]): readonly Case[] {
  return states.flatMap((state, s) =>
    WIDTHS.map((width, w) => ({
      state,
      width,
      theme: THEMES[(s + w + (w >> 1)) % THEMES.length] ?? "light",
      lang: LANGUAGES[(s + w) % LANGUAGES.length] ?? "en",
    })),
  );
}
