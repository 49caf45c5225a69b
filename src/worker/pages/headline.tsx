import { renderToString } from "preact-render-to-string";
import { CardView } from "../../cards/card-view.tsx";
import type { CardChoice } from "../../cards/view.ts";
import { raceAddress } from "../../contract/addresses.ts";
import type { RaceDocument } from "../../race/schema/document.ts";
import { LANGUAGES, type LanguageTag } from "../../wording/languages.ts";

const HEADLINE = /<h\d[^>]* part="headline"[^>]*>(.*?)<\/h\d>/gs;

/**
 * What cards say in their headlines, for places that take one line of text. They are taken off the
 * drawn cards, so that no place ever says something else than the card.
 */
export function headlines(
  race: RaceDocument,
  card: CardChoice,
  tag: LanguageTag,
): readonly string[] {
  const view = {
    kind: "ready",
    race,
    now: Date.parse(race.updatedAt),
    staleSeconds: null,
  } as const;
  const html = renderToString(
    <CardView view={view} card={card} language={LANGUAGES[tag]} href={raceAddress(race.id)} />,
  );
  return [...html.matchAll(HEADLINE)].map(([, text = ""]) => textOf(text));
}

const ENTITIES: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"' };

/** The text of HTML that Preact wrote, which escapes four characters and no others. */
function textOf(html: string): string {
  return html
    .replaceAll(/<[^>]*>/g, "")
    .replaceAll(/&(amp|lt|gt|quot);/g, (_, name: string) => ENTITIES[name] ?? "")
    .replaceAll("\u00a0", " ");
}
