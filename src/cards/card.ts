import type { ComponentChildren } from "preact";
import type { FullSections } from "./full-sections.ts";
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
  readonly defer?: Defer | undefined;
  /** What it shows only once it is touched. */
  readonly touch: Touch;
  /** The address of the race's JSON; its sections are below it. */
  readonly href: string;
  /** Sections in full, as far as they are at hand. */
  readonly full?: FullSections | undefined;
};

/** Asks for what stands at an address below the host's; null where it can't be had. Never rejects. */
export type Ask = (address: string) => Promise<unknown>;

/** How a card comes to what only a reader's touch brings: the parts in its `more`. */
export type Touch = {
  /** Draws the part of a name; without it, in the browser before `load`, nothing. */
  readonly draw: (part: string) => ComponentChildren;
  /** Loads all parts, and says whether they are there now. Absent where nothing has to be loaded. */
  readonly load: (() => Promise<boolean>) | undefined;
};

export type CardSections = readonly [Section, ...Section[]];

/** What a card of the main section `S` is drawn from: that section, and the words for it. */
export type SectionCardProps<S extends Section & keyof Language> = CardProps & {
  readonly summary: NonNullable<RaceDocument[S]>;
  readonly say: Language[S];
};

/** What a part of a card that opens on touch is drawn from: what its card is, and words of its own. */
export type PartProps<S extends Section & keyof Language, W> = SectionCardProps<S> & {
  readonly sayMore: W;
  /** Absent where nobody can be asked: then what there is is in `full`. */
  readonly ask?: Ask | undefined;
};

/** Draws a part: a method, so that parts of every card fit. */
type Part = {
  draw(
    props: CardProps & {
      readonly summary: unknown;
      readonly say: unknown;
      readonly sayMore: unknown;
    },
  ): ComponentChildren;
}["draw"];

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
  /**
   * What it shows only once it is touched, by names that the card asks for. In the browser that is
   * another pack, with the words of the topic `<card>More`, and absent until it is there.
   */
  readonly more?: Readonly<Record<string, Part>>;
  /** Whether those parts ask for a section in full. */
  readonly asks?: boolean;
  /** What it adds to the cards' style sheet. */
  readonly css?: string;
};
