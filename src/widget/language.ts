import type { Lang } from "../cards/messages/messages.ts";

/** The language to speak at a place of the page: its own, the nearest ancestor's, or English. */
export function languageAt(element: Element): Lang {
  const named = element.closest("[lang]") ?? document.documentElement;
  return /^es\b/i.test(named.getAttribute("lang") ?? "") ? "es" : "en";
}
