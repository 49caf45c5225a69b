import { found } from "./sources.ts";

/** The sections that src/cards/card-view.tsx has a card for, sorted. */
export function cardNames(widget: string): string[] {
  return found(widget, /section === "(\w+)" && race\.\w+/g);
}
