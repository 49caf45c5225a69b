import { ToplineCard } from "./element.tsx";
import { guard } from "./guard.ts";
import { isToplineScript, scriptOrigin } from "./origin.ts";

export const TAG = "topline-card";

const SCRIPTS = "script[data-race]";

/** The cards that script tags drew. */
const cards = new Map<HTMLScriptElement, Element>();

/** Keeps a card beside each script tag that asks for one, of those the page has and will get. */
export function discoverScripts(): void {
  const look = () =>
    guard(() => {
      for (const [script, card] of cards) {
        if (script.isConnected && script.matches(SCRIPTS)) continue;
        card.remove();
        cards.delete(script);
      }
      for (const script of document.querySelectorAll<HTMLScriptElement>(SCRIPTS)) {
        if (cards.has(script) || isToplineScript(script)) drawAfter(script);
      }
    });
  look();
  const attributeFilter = ["src", ...ToplineCard.observedAttributes.map((name) => `data-${name}`)];
  new MutationObserver(look).observe(document, { childList: true, subtree: true, attributeFilter });
}

/**
 * Puts the card that a script tag asks for right after it, unless that card stands there already:
 * written by the publisher before the tag, or put there by another copy of the script. A card that
 * it has put there before gets what the tag says now.
 */
export function drawAfter(script: HTMLScriptElement): void {
  const host = scriptOrigin(script);
  if (!host || !script.matches(SCRIPTS)) return;
  const before = cards.get(script);
  const card = before ?? document.createElement(TAG);
  // The script tag's data attributes are the element's attributes.
  for (const name of ToplineCard.observedAttributes) {
    const value = script.getAttribute(`data-${name}`) || (name === "host" && host);
    if (value) card.setAttribute(name, value);
    else card.removeAttribute(name);
  }
  if (before) return;
  if (isSameCard(script.previousElementSibling, card)) return;
  if (isSameCard(script.nextElementSibling, card)) return;
  cards.set(script, card);
  // In the head there is no place for a card.
  if (script.parentElement !== document.head) script.after(card);
  else console.warn("topline: a script in the head draws no card", script);
}

function isSameCard(element: Element | null, card: Element): boolean {
  return (
    element?.localName === TAG &&
    element.getAttribute("race") === card.getAttribute("race") &&
    (element.getAttribute("card") ?? "auto") === (card.getAttribute("card") ?? "auto")
  );
}
