import { CARD_NAMES, CARDS } from "../cards/index.ts";
import { css } from "../cards/styles/sheet.ts";
import type { Theme } from "./theme.ts";

/** One of each for a whole page, however many cards it has: a sheet serves one document only. */
const sheets = new WeakMap<Document, Record<string, CSSStyleSheet>>();

/**
 * Styles a shadow root with sheets that also pass `style-src 'self'`.
 * Without a theme it follows the page's `color-scheme`. To be called after the first drawing, and
 * again whenever the theme or the document changes.
 */
export function adoptSheets(root: ShadowRoot, theme: Theme | null): void {
  const page = root.ownerDocument;
  const own = sheets.get(page) ?? {};
  sheets.set(page, own);
  const texts = [css, ...CARD_NAMES.flatMap((name) => CARDS[name].css ?? [])];
  if (theme) texts.push(`:host{color-scheme:${theme}}`);
  const before = root.adoptedStyleSheets;
  const after = texts.map((text) => (own[text] ??= sheetFor(page, text)));
  // Setting them anew, even the same, makes the browser compute all styles again.
  if (before.length !== after.length || after.some((sheet, i) => sheet !== before[i])) {
    root.adoptedStyleSheets = after;
  }
}

function sheetFor(page: Document, text: string): CSSStyleSheet {
  // A document without a window is never looked at.
  const sheet = new (page.defaultView as typeof globalThis & Window).CSSStyleSheet();
  sheet.replaceSync(
    // Browsers of before 2024 don't know it, and would draw without any colours.
    CSS.supports("color:light-dark(red,red)")
      ? text
      : text.replace(/light-dark\((.+?),.+?\)/g, "$1"),
  );
  return sheet;
}
