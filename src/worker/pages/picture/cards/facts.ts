import type { RaceDocument } from "../../../../race/schema/document.ts";
import type { Language } from "../../../../wording/language.ts";
import type { PictureRow } from "../picture.ts";

export type PictureFacts = { readonly race: RaceDocument; readonly language: Language };

/** What a card brings to its picture, beside what all pictures have. */
export type CardFacts = {
  readonly rows: readonly PictureRow[];
  readonly note?: string | undefined;
  /** When the figures were true. */
  readonly asOf: string | null;
  /** Ids of sources; each is named once. */
  readonly sources: readonly string[];
};
