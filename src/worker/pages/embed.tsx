import { renderToString } from "preact-render-to-string";
import type { EmbedQuery } from "../../contract/pages.ts";
import { racePageAddress } from "../../contract/pages.ts";
import { oembedAddress } from "../../contract/oembed.ts";
import type { RaceDocument } from "../../race/schema/document.ts";
import { CARD_NAMES } from "../../cards/index.ts";
import type { FullSections } from "../../cards/full-sections.ts";
import type { CardChoice } from "../../cards/view.ts";
import { CardElement } from "./card-element.tsx";
import { CARD_STYLE } from "./card-style.ts";
import { Document, documentText, Style } from "./document.tsx";
import { embedOf } from "./home/snippets.ts";
import { tagFor } from "./tag-for.ts";

/** The style of a frame's own page: the card is all there is, and the page behind it shows through. */
const FRAME_STYLE = "html,body{margin:0;background:none}html{color-scheme:light dark}";

// The types of Preact bring the browser's along, which the Worker's own don't go with: what the rest
// of the Worker takes from here is typed without them.

/** What can be drawn: each card by its name, and `auto`. */
export const CARD_CHOICES: readonly string[] = ["auto", ...CARD_NAMES];

/**
 * One card as a page of its own, for a frame, which tells the page around it how high it is.
 * @param origin of this host, without a slash at the end
 * @param full sections of the same publication, for what the card shows of them
 */
export function embedPage(
  race: RaceDocument,
  card: string,
  query: EmbedQuery,
  { origin, full }: { readonly origin: string; readonly full: FullSections },
): string {
  const tag = tagFor(race, query.lang);
  const { lang, theme, live = "on" } = query;
  const address = embedOf({ race, card, lang, theme, live, origin });
  return documentText(
    <Document
      lang={tag}
      title={race.title}
      head={
        <>
          <meta name="robots" content="noindex" />
          <link rel="canonical" href={racePageAddress(race.id)} />
          <link
            rel="alternate"
            type="application/json+oembed"
            href={origin + oembedAddress(address)}
            title={race.title}
          />
          <Style text={FRAME_STYLE} />
        </>
      }
    >
      <CardElement
        race={race}
        card={card as CardChoice}
        tag={tag}
        origin=""
        full={full}
        {...looks(query)}
      >
        <Style text={CARD_STYLE} />
      </CardElement>
      <script async crossorigin="anonymous" src="/topline.js" />
      <script async src="/frame.js" />
    </Document>,
  );
}

/**
 * One card as HTML to put into an article on a server: it shows without a script, and the script
 * at its end takes it over.
 * @param styleAddress of the cards' style, for pages whose policy knows this host
 */
export function embedFragment(
  race: RaceDocument,
  card: string,
  query: EmbedQuery,
  {
    origin,
    styleAddress,
    full,
  }: { readonly origin: string; readonly styleAddress: string; readonly full: FullSections },
): string {
  const tag = tagFor(race, query.lang);
  return renderToString(
    <>
      <CardElement
        race={race}
        card={card as CardChoice}
        tag={tag}
        origin={origin}
        full={full}
        {...looks(query)}
      >
        {query.style === "inline" ? (
          <Style text={CARD_STYLE} nonce={query.nonce} />
        ) : (
          <link rel="stylesheet" href={origin + styleAddress} />
        )}
      </CardElement>
      <script async crossorigin="anonymous" src={`${origin}/topline.js`} />
    </>,
  );
}

function looks({ theme, live }: EmbedQuery) {
  return { theme, ...(live === "off" && { live: false }) };
}
