import { cardsFor } from "../../../cards/cards-for.ts";
import { CARDS, type CardName } from "../../../cards/index.ts";
import type { CardChoice } from "../../../cards/view.ts";
import type { RaceDocument } from "../../../race/schema/document.ts";
import { LANGUAGES, type LanguageTag } from "../../../wording/languages.ts";
import { headlines } from "../headline.tsx";
import type { CardFacts, PictureFacts } from "./cards/facts.ts";
import { historyPicture } from "./cards/history.ts";
import { moneyPicture } from "./cards/money.ts";
import { pollsPicture } from "./cards/polls.ts";
import { resultsPicture } from "./cards/results.ts";
import { timelinePicture } from "./cards/timeline.ts";
import { turnoutPicture } from "./cards/turnout.ts";
import type { Picture } from "./picture.ts";

/** What each card shows in a picture; null where the race has nothing for it. */
const PICTURES: Readonly<Record<CardName, (facts: PictureFacts) => CardFacts | null>> = {
  polls: pollsPicture,
  turnout: turnoutPicture,
  results: resultsPicture,
  money: moneyPicture,
  history: historyPicture,
  timeline: timelinePicture,
};

/** A card as a picture shows it, in the words and figures that the card itself has. */
export function pictureOf(race: RaceDocument, card: CardChoice, tag: LanguageTag): Picture {
  const [name = "polls"] = cardsFor(race, card);
  const language = LANGUAGES[tag];
  const { common, write } = language;
  const facts = PICTURES[name]({ race, language });
  const [headline = ""] = headlines(race, name, tag);
  const named = new Set(facts?.sources);
  const sources = race.sources.filter(({ id }) => named.has(id)).map((source) => source.name);
  const asOf = facts?.asOf ?? race.asOf;
  return {
    tag,
    kicker: `${race.translations[tag]?.title ?? race.title} · ${common.sections[CARDS[name].sections[0]]}`,
    headline,
    rows: facts?.rows ?? [],
    note: facts?.note,
    asOf: capitalized(common.asOf(write.when(asOf, race.timeZone))),
    source: sources.length > 0 ? `${common.source}: ${[...new Set(sources)].join(", ")}` : "",
    test: race.test ? common.test : null,
  };
}

function capitalized(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
