import type { CardLanguage } from "../wording/language.ts";
import { ageOf } from "./age.ts";
import type { CardProps, Touch } from "./card.ts";
import type { FullSections } from "./full-sections.ts";
import { cardsFor } from "./cards-for.ts";
import type { Defer } from "./deferred.tsx";
import { Frame } from "./frame.tsx";
import { CARDS, type CardName } from "./index.ts";
import { silenceIn, silenceOf } from "./silence.ts";
import type { CardChoice, View } from "./view.ts";

export type CardViewProps = {
  readonly view: View;
  readonly card: CardChoice;
  readonly language: CardLanguage;
  /** Where the race can be read: when the card can't be drawn, and for what it shows on touch. */
  readonly href: string;
  /** How the drawing is spread over tasks; without it everything is drawn at once. */
  readonly defer?: Defer | undefined;
  /**
   * Loads what a card shows only once it is touched, in a language, and says whether it is there;
   * absent where nothing has to be loaded.
   */
  readonly load?: ((name: CardName, tag: string) => Promise<boolean>) | undefined;
  /** Sections in full, where they are at hand: nobody can ask for them in a text. */
  readonly full?: FullSections | undefined;
};

/**
 * A card in whatever state its numbers are in. Touches no DOM, so the Worker draws the same
 * cards to text.
 */
export function CardView(props: CardViewProps) {
  return <div class="cards">{contents(props)}</div>;
}

function contents(props: CardViewProps) {
  const { view, card, language, href } = props;
  const { common, marks } = language;
  if (view.kind === "ready") {
    return cardsFor(view.race, card).map((name) => {
      const { sections } = CARDS[name];
      const age = ageOf(view, sections, language);
      return <SectionCard {...props} {...{ name, race: view.race, sections, age }} />;
    });
  }
  return (
    <section class="card state" part="card" lang={marks.tag} aria-live="polite">
      <p>{view.kind === "unknown" ? common.unknownRace(view.raceId) : common[view.kind]}</p>
      {view.kind === "failed" && (
        <p>
          <button type="button" part="button" onClick={view.retry}>
            {common.retry}
          </button>{" "}
          <a href={href}>{common.data}</a>
        </p>
      )}
    </section>
  );
}

/** The card of a name; without its section, its words or, in the browser, its pack: why not. */
function SectionCard(
  own: Omit<CardProps, "touch"> & Pick<CardViewProps, "load"> & { readonly name: CardName },
) {
  const { name, race, sections, language, load } = own;
  const { component: Component } = CARDS[name];
  const [section] = sections;
  const { common, [name]: say } = language;
  const summary = race[section];
  const touch: Touch = {
    load: load && (() => load(name, language.marks.tag)),
    // Both may come while the card stands there.
    draw: (part) => {
      const Part = CARDS[name].more?.[part];
      const sayMore = language[`${name}More` as keyof CardLanguage];
      return Part && sayMore && <Part {...props} summary={summary} say={say} sayMore={sayMore} />;
    },
  };
  const props = { ...own, touch };
  if (summary && say && Component) {
    return <Component {...props} summary={summary} say={say} />;
  }
  const silence = silenceOf(race, section);
  const missing = silence
    ? silenceIn(silence, race, language.marks.tag)
    : common.missing(common.sections[section]);
  return <Frame {...props} headline={summary ? common.failed : missing} />;
}
