import { CARDS } from "../../cards/index.ts";
import { css } from "../../cards/styles/sheet.ts";

/** In a page that the script takes over, it sets the theme itself. */
const themes = ["light", "dark"].map((theme) => `:host([theme=${theme}]){color-scheme:${theme}}`);

/** What all cards are styled with, for a shadow root that is written out in HTML. */
export const CARD_STYLE = [
  css,
  ...Object.values(CARDS).flatMap((card) => card.css ?? []),
  ...themes,
].join("");
