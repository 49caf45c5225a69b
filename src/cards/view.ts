import type { RaceDocument } from "../race/schema/document.ts";
import type { CardName } from "./index.ts";

/** Which card to draw: a named one, or `auto` for whatever matters now. */
export type CardChoice = "auto" | CardName;

/** Everything a card can have to show. Feeds make views, the cards draw them. */
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
