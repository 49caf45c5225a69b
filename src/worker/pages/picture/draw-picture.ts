import type { CardChoice } from "../../../cards/view.ts";
import type { RaceDocument } from "../../../race/schema/document.ts";
import { tagFor } from "../tag-for.ts";
import { missingCharacters } from "./measure.ts";
import { altText } from "./picture.ts";
import { pictureOf } from "./picture-of.ts";
import { pictureSvg } from "./picture-svg.tsx";
import type { PictureSize } from "./sizes.ts";

export type DrawnPicture = {
  readonly svg: string;
  /** What it shows, in text. */
  readonly alt: string;
  /** Characters in it that the fonts of pictures lack. */
  readonly missing: readonly string[];
};

/** A card as a picture; who shows it as pixels must see that `missing` is empty. */
export function drawPicture(
  race: RaceDocument,
  card: string,
  {
    size,
    theme,
    lang,
  }: {
    readonly size: PictureSize;
    readonly theme: "light" | "dark";
    readonly lang?: string | undefined;
  },
): DrawnPicture {
  const picture = pictureOf(race, card as CardChoice, tagFor(race, lang));
  const alt = altText(picture);
  return { svg: pictureSvg(picture, size, theme), alt, missing: missingCharacters(alt) };
}
