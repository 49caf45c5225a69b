import { CARD_NAMES } from "../cards/index.ts";
import type { CardChoice } from "../cards/view.ts";
import { webOrigin } from "./origin.ts";

/** The race that an element names, whatever it is. */
export function raceOf(element: Element): string {
  return element.getAttribute("race")?.trim() ?? "";
}

/** The card that an element names; `auto` where it names none that there is. */
export function cardOf(element: Element): CardChoice {
  const card = element.getAttribute("card");
  return CARD_NAMES.find((name) => name === card) ?? "auto";
}

/** The host that an element names, or the one to ask where it names none. */
export function originOf(element: Element, own: string): string {
  const host = element.getAttribute("host");
  return (host && webOrigin(host)) || own;
}
