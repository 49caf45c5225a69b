import { CARD_NAMES, CARDS } from "../cards/index.ts";
import { css } from "../cards/styles/sheet.ts";
import type { Theme } from "./theme.ts";

/** One of each for the whole page, however many cards it has. */
const sheets = new Map<string, CSSStyleSheet>();

/**
 * Styles a shadow root with sheets that also pass `style-src 'self'`.
 * Without a theme it follows the page's `color-scheme`. To be called after the first drawing, and
 * again whenever the theme changes.
 */
export function adoptSheets(root: ShadowRoot, theme: Theme | null): void {
  const texts = [css, ...CARD_NAMES.flatMap((name) => CARDS[name].css ?? [])];
  if (theme) texts.push(`:host{color-scheme:${theme}}`);
  const before = root.adoptedStyleSheets;
  const after = texts.map(sheetOf);
  // Setting them anew, even the same, makes the browser compute all styles again.
  if (before.length !== after.length || after.some((sheet, i) => sheet !== before[i])) {
    root.adoptedStyleSheets = after;
  }
}

function sheetOf(text: string): CSSStyleSheet {
  let sheet = sheets.get(text);
  if (!sheet) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(text);
    sheets.set(text, sheet);
  }
  return sheet;
}
