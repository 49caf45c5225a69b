import { CARD_NAMES } from "../cards/index.ts";
import { raceOf } from "./attributes.ts";
import { isRaceId, webOrigin } from "./origin.ts";

/** The last that was said of an element. */
const said = new WeakMap<Element, string>();

/** One line for whoever looks at the console; the same isn't said twice. */
export function complain(element: Element): void {
  const complaint = complaintOf(element);
  if (complaint && complaint !== said.get(element)) console.warn("topline:", complaint, element);
  said.set(element, complaint);
}

/**
 * Whether an element has taken in the article after it: HTML knows no `<topline-card />`, the
 * element goes on to the end of its parent. No publisher's own content has any of this in it.
 */
export function holdsArticle(element: Element): boolean {
  return !!element.querySelector("script,topline-card,h2,p~p~p");
}

/** What is wrong with how a card is written into its page; empty: nothing is. */
function complaintOf(element: Element): string {
  const race = raceOf(element);
  const card = element.getAttribute("card");
  const host = element.getAttribute("host");
  if (!isRaceId(race)) return `unknown race="${race}"`;
  if (card && ![...CARD_NAMES, "auto"].includes(card)) return `unknown card="${card}"`;
  if (host && !webOrigin(host)) return `host="${host}" lacks https://`;
  return holdsArticle(element) ? "</topline-card> missing" : "";
}
