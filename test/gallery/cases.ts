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

/**
 * Pairwise: each state in each width, each theme and each language, and each two of those together.
 * Theme and language turn at different paces, so that no two of them go together always.
 */
export function galleryCases(states: readonly State[]): readonly Case[] {
  return states.flatMap((state, s) =>
    WIDTHS.map((width, w) => ({
      state,
      width,
      theme: THEMES[(s + w) % THEMES.length] ?? "light",
      lang: LANGUAGE_TAGS[(s + w + (w >> 1)) % LANGUAGE_TAGS.length] ?? "en",
    })),
  );
}
