import { TAG } from "./define.ts";
import { ToplineCard } from "./element.tsx";
import { guard } from "./guard.ts";
import { isToplineScript, scriptOrigin } from "./origin.ts";

const SCRIPTS = "script[data-race]";

/** Draws the cards of all script tags that the page has, and of those it will get. */
export function discoverScripts(): void {
  drawWithin(document);
  new MutationObserver((records) => {
    guard(() => {
      for (const { addedNodes } of records) {
        for (const node of addedNodes) {
          if (!(node instanceof Element)) continue;
          if (node.matches(SCRIPTS)) drawAfter(node as HTMLScriptElement);
          else if (node.firstElementChild) drawWithin(node);
        }
      }
    });
  }).observe(document, { childList: true, subtree: true });
}

/**
 * Puts the card that a script tag asks for right after it, unless that card stands there already:
 * written by the publisher before the tag, or put there by another copy of the script.
 */
export function drawAfter(script: HTMLScriptElement): void {
  const origin = scriptOrigin(script);
  if (!origin || !script.hasAttribute("data-race")) return;
  // In the head there is no place for a card.
  if (script.parentElement === document.head) return;
  const card = document.createElement(TAG);
  card.setAttribute("host", origin);
  // The script tag's data attributes are the element's attributes.
  for (const name of ToplineCard.observedAttributes) {
    const value = script.getAttribute(`data-${name}`);
    if (value) card.setAttribute(name, value);
  }
  if (isSameCard(script.previousElementSibling, card)) return;
  if (isSameCard(script.nextElementSibling, card)) return;
  script.after(card);
}

function drawWithin(root: ParentNode): void {
  for (const script of root.querySelectorAll<HTMLScriptElement>(SCRIPTS)) {
    if (isToplineScript(script)) drawAfter(script);
  }
}

function isSameCard(element: Element | null, card: Element): boolean {
  return (
    element?.localName === TAG &&
    element.getAttribute("race") === card.getAttribute("race") &&
    (element.getAttribute("card") ?? "auto") === (card.getAttribute("card") ?? "auto")
  );
}
