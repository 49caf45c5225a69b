import { ToplineCard } from "./element.tsx";

export const TAG = "topline-card";

/**
 * Registers the element, whose cards ask `origin` unless they name a host. False where the page has
 * it already: another copy of the script was first, and does the work.
 */
export function defineCard(origin: string): boolean {
  if (customElements.get(TAG)) return false;
  ToplineCard.origin = origin;
  customElements.define(TAG, ToplineCard);
  return true;
}
