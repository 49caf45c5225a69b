import { cardsFor } from "../../cards/cards-for.ts";
import type { FullSections } from "../../cards/full-sections.ts";
import { CARD_NAMES, CARDS } from "../../cards/index.ts";
import { raceAddress } from "../../contract/addresses.ts";
import { oembedAddress } from "../../contract/oembed.ts";
import { raceFeedAddress, racePageAddress } from "../../contract/pages.ts";
import { SECTIONS } from "../../race/sections/index.ts";
import type { RaceDocument } from "../../race/schema/document.ts";
import { LANGUAGES, type LanguageTag } from "../../wording/languages.ts";
import { CardElement } from "./card-element.tsx";
import { CARD_STYLE } from "./card-style.ts";
import { Document, documentText, Style } from "./document.tsx";
import { headlines } from "./headline.tsx";
import { PAGE_STYLE } from "./page-style.ts";
import { tagFor } from "./tag-for.ts";

/**
 * Stands where the host's origin goes: a desk doesn't know under which names its Worker is asked.
 * Whoever answers with the page puts the origin in.
 */
export const ORIGIN_PLACE = "https://origin.invalid";

/**
 * A race's page for people: all its cards, complete without a script, and where to find the numbers.
 * @param full sections of the same publication, for what cards show of them
 * @param asked the language; the race's own unless told otherwise
 */
export function racePage(race: RaceDocument, full: FullSections, asked?: string): string {
  const tag = tagFor(race, asked);
  const { page, write } = LANGUAGES[tag];
  const names = race.translations[tag];
  const title = names?.title ?? race.title;
  const office = names?.office ?? race.office;
  return documentText(
    <Document
      lang={tag}
      title={title}
      head={<Head race={race} title={title} office={office} tag={tag} asked={asked} />}
    >
      <main>
        <header>
          <h1>{title}</h1>
          <p>{office}</p>
        </header>
        {cardNames(race).map((name) => (
          <CardElement race={race} card={name} tag={tag} theme="auto" origin="" full={full}>
            <Style text={CARD_STYLE} />
          </CardElement>
        ))}
      </main>
      <footer>
        <p>
          {page.updated(write.when(race.updatedAt, race.timeZone))}
          {race.languages
            .filter((other) => other !== tag && other in LANGUAGES)
            .map((other) => (
              <>
                {" · "}
                <a hreflang={other} lang={other} href={`${racePageAddress(race.id)}?lang=${other}`}>
                  {LANGUAGES[other as LanguageTag].marks.name}
                </a>
              </>
            ))}
        </p>
        <p>
          {page.data}: <a href={raceAddress(race.id)}>JSON</a>
          {SECTIONS.filter((section) => section in race).map((section) => (
            <>
              {", "}
              <a href={`${raceAddress(race.id)}/${section}.csv`}>{section}.csv</a>
            </>
          ))}
        </p>
        <p>
          <a href={`/?race=${race.id}`}>{page.embed}</a> · <a href="/">{page.allRaces}</a>
        </p>
      </footer>
      <script async crossorigin="anonymous" src="/topline.js" />
    </Document>,
  );
}

/** What matters now comes first, then whatever else the race has. */
function cardNames(race: RaceDocument) {
  const first = cardsFor(race, "auto");
  const others = CARD_NAMES.filter(
    (name) => !first.includes(name) && CARDS[name].sections[0] in race,
  );
  return [...first, ...others];
}

function Head(props: {
  readonly race: RaceDocument;
  readonly title: string;
  readonly office: string;
  readonly tag: LanguageTag;
  readonly asked: string | undefined;
}) {
  const { race, title, office, tag, asked } = props;
  const address = ORIGIN_PLACE + racePageAddress(race.id);
  const json = ORIGIN_PLACE + raceAddress(race.id);
  const description = headlines(race, "auto", tag).join(". ") || office;
  return (
    <>
      <meta name="description" content={description} />
      <link rel="canonical" href={address} />
      {race.languages
        .filter((other) => other in LANGUAGES)
        .map((other) => (
          <link rel="alternate" hreflang={other} href={`${address}?lang=${other}`} />
        ))}
      <link rel="alternate" type="application/json" href={json} />
      <link
        rel="alternate"
        type="application/atom+xml"
        href={ORIGIN_PLACE + raceFeedAddress(race.id)}
      />
      <link
        rel="alternate"
        type="application/json+oembed"
        href={
          ORIGIN_PLACE + oembedAddress(asked === undefined ? address : `${address}?lang=${asked}`)
        }
        title={title}
      />
      <meta property="og:type" content="website" />
      <meta property="og:title" content={title} />
      <meta property="og:description" content={description} />
      <meta property="og:url" content={address} />
      <meta property="og:locale" content={tag} />
      {race.test && <meta name="robots" content="noindex" />}
      <Style text={PAGE_STYLE} />
      <script
        type="application/ld+json"
        dangerouslySetInnerHTML={{ __html: inScript(dataset(race, title, address, json)) }}
      />
    </>
  );
}

/** The race as search engines understand it. @see https://schema.org/Dataset */
function dataset(race: RaceDocument, title: string, address: string, json: string): object {
  return {
    "@context": "https://schema.org",
    "@type": "Dataset",
    name: title,
    description: `${race.office}, ${race.jurisdiction.name}, ${race.electionDate}`,
    url: address,
    dateModified: race.updatedAt,
    isAccessibleForFree: true,
    distribution: [
      { "@type": "DataDownload", encodingFormat: "application/json", contentUrl: json },
    ],
  };
}

/** JSON that no HTML ends early: `</script>` in a name would. */
function inScript(value: object): string {
  return JSON.stringify(value).replaceAll("<", "\\u003c");
}
