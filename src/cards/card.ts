import type { ComponentChildren } from "preact";
import type { Section } from "../race/sections/index.ts";
import type { RaceDocument } from "../race/schema/document.ts";
import type { Defer } from "./deferred.tsx";
import type { CardLanguage, Language } from "../wording/language.ts";

/** What every card of a race is drawn from. */
export type CardProps = {
  readonly race: RaceDocument;
  readonly language: CardLanguage;
  /** The card's own sections, the main one first. */
  readonly sections: CardSections;
  /** A line in words when the numbers may be old, else null. */
  readonly age: string | null;
  /** Draws what stands below the headline, and what is folded up, in later tasks; else all at once. */
  readonly defer: Defer | undefined;
};

export type CardSections = readonly [Section, ...Section[]];

/** What a card of the main section `S` is drawn from: that section, and the words for it. */
export type SectionCardProps<S extends Section & keyof Language> = CardProps & {
  readonly summary: NonNullable<RaceDocument[S]>;
  readonly say: Language[S];
};

/** A card as its folder describes it. Its name in the registry is also that of its words. */
export type Card = {
  /** The sections that it draws. There is no card while the race lacks the first. */
  readonly sections: CardSections;
  /** When `auto` shows it: before polls close, or from then on. */
  readonly auto?: "before" | "after";
  /** Whether the script carries it, in the language that it carries; otherwise it is a pack. */
  readonly inScript?: boolean;
  /** Draws it, with `say` in the language of the props. Absent in the browser until its pack is there. */
  component?(
    props: CardProps & { readonly summary: unknown; readonly say: unknown },
  ): ComponentChildren;
  /** What it adds to the cards' style sheet. */
  readonly css?: string;
};
