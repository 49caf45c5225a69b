import { render } from "preact-render-to-string";
import { CardView } from "../../src/cards/card-view.tsx";
import type { FullSections } from "../../src/cards/full-sections.ts";
import type { RaceDocument } from "../../src/race/schema/document.ts";
import type { CardChoice, View } from "../../src/cards/view.ts";
import { LANGUAGES, type LanguageTag } from "../../src/wording/languages.ts";
import { demoRace } from "./fixtures/demo-race.ts";

export const MORNING = Date.parse("2017-06-20T12:00:00Z");

export type Shown = {
  readonly view?: View;
  readonly race?: RaceDocument;
  readonly card?: CardChoice;
  readonly lang?: LanguageTag;
  readonly full?: FullSections;
};

/** A card's HTML, as the Worker draws it too. */
export function htmlOf({
  race = demoRace,
  view,
  card = "polls",
  lang = "en",
  full,
}: Shown): string {
  const ready: View = { kind: "ready", race, now: MORNING, staleSeconds: null };
  return render(
    <CardView
      view={view ?? ready}
      card={card}
      language={LANGUAGES[lang]}
      href="https://topline.example/race"
      full={full}
    />,
  );
}

/** What a reader reads: the text without tags, cells and lines set apart by single spaces. */
export function textOf(shown: Shown): string {
  return htmlOf(shown)
    .replace(/<[^>]+>/g, " ")
    .replaceAll("&amp;", "&")
    .replaceAll("&lt;", "<")
    .replace(/\s+/g, " ")
    .trim();
}
