import type { Section } from "../race/sections/index.ts";
import type { RaceDocument } from "../race/schema/document.ts";
import { CARD_NAMES, CARDS, type CardName } from "./index.ts";
import { silenceOf } from "./silence.ts";
import type { CardChoice } from "./view.ts";

/** The cards to draw: the one that was chosen, or what matters now and has something to show. */
export function cardsFor(race: RaceDocument, choice: CardChoice): readonly CardName[] {
  if (choice !== "auto") return [choice];
  const open = race.status === "upcoming" || race.status === "voting";
  const there = (when: "before" | "after") =>
    CARD_NAMES.filter(
      (name) => CARDS[name].auto === when && isShown(race, CARDS[name].sections[0]),
    );
  const after = open ? [] : there("after");
  const shown = after.length > 0 ? after : there("before");
  return shown.length > 0 ? shown : CARD_NAMES.slice(0, 1);
}

/** A section that must keep silent has a sentence to show. */
function isShown(race: RaceDocument, section: Section): boolean {
  return section in race || silenceOf(race, section) !== undefined;
}
