import { type ComponentChildren, h } from "preact";
import { CardView } from "../../cards/card-view.tsx";
import type { FullSections } from "../../cards/full-sections.ts";
import type { CardChoice } from "../../cards/view.ts";
import type { RaceDocument } from "../../race/schema/document.ts";
import { LANGUAGES, type LanguageTag } from "../../wording/languages.ts";
import { raceAddress } from "../../contract/addresses.ts";
import { racePageAddress } from "../../contract/pages.ts";

export type CardElementProps = {
  readonly race: RaceDocument;
  readonly card: CardChoice;
  readonly tag: LanguageTag;
  readonly theme: "auto" | "light" | "dark";
  /** Absent: the card is kept up to date once the script has taken it over. */
  readonly live?: boolean;
  /** Where the Worker is, without a slash at the end; "" on its own pages. */
  readonly origin: string;
  /** Sections in full: what a card shows of them on touch is in the text from the start. */
  readonly full?: FullSections | undefined;
  /** The `style` or `link` element that styles the card. */
  readonly children: ComponentChildren;
};

/**
 * A card that is complete without a script: the element, with its shadow root written out as HTML.
 * The script takes it over where it stands; `publication` tells it which numbers are drawn.
 * @see https://html.spec.whatwg.org/multipage/scripting.html#attr-template-shadowrootmode
 */
export function CardElement(props: CardElementProps) {
  const { race, card, tag, theme, origin } = props;
  const view = {
    kind: "ready",
    race,
    now: Date.parse(race.updatedAt),
    staleSeconds: null,
  } as const;
  const attributes = {
    race: race.id,
    card,
    lang: tag,
    publication: race.publication,
    ...(theme !== "auto" && { theme }),
    ...(props.live === false && { live: "off" }),
    ...(origin && { host: origin }),
  };
  return h(
    "topline-card",
    attributes,
    h(
      "template",
      { shadowrootmode: "open" },
      props.children,
      <CardView
        view={view}
        card={card}
        language={LANGUAGES[tag]}
        href={origin + raceAddress(race.id)}
        full={props.full}
      />,
    ),
    // For browsers that know no shadow roots in HTML, and feed readers that strip the template.
    <a href={origin + racePageAddress(race.id)}>{race.title}</a>,
  );
}
