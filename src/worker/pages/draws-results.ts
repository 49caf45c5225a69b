import { cardsFor } from "../../cards/cards-for.ts";
import type { CardChoice } from "../../cards/view.ts";
import type { RaceDocument } from "../../race/schema/document.ts";

/**
 * Whether results are among what is drawn of a race: by one card, or by all where none is named.
 * Here, because the registry of cards brings the browser's types along, which the Worker's own code
 * must not see.
 */
export function drawsResults(race: RaceDocument, card?: string): boolean {
  return card === undefined || cardsFor(race, card as CardChoice).includes("results");
}
