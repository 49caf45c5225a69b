import type { RaceDocument } from "../race/schema/document.ts";
import type { Section } from "../race/sections/index.ts";

/** Which card: one section, or `auto` for whatever matters now. */
export type CardName = "auto" | Section;

/** Everything a card can have to show. The engine makes views, the cards draw them. */
export type View =
  | { readonly kind: "loading" }
  | {
      readonly kind: "ready";
      readonly race: RaceDocument;
      /** Milliseconds since 1970: the moment this view was made. */
      readonly now: number;
      /** Seconds since the numbers were last known good while asking fails, else null. */
      readonly staleSeconds: number | null;
    }
  | { readonly kind: "failed"; readonly retry: () => void }
  | { readonly kind: "unknown"; readonly raceId: string };
