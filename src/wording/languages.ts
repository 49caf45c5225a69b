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
