import { css } from "./styles/sheet.ts";
import type { Theme } from "./theme.ts";

/** One of each for the whole page, however many cards it has. */
const sheets = new Map<string, CSSStyleSheet>();

/**
 * Styles a shadow root for a theme, with sheets that also pass `style-src 'self'` where the browser
 * has them. Calling it again changes the theme.
 */
export function adoptSheets(root: ShadowRoot, theme: Theme): void {
  const texts = [css, `:host{color-scheme:${theme}}`];
  // Safari before 16.4 has none: https://caniuse.com/mdn-api_shadowroot_adoptedstylesheets
  if ("adoptedStyleSheets" in Document.prototype) {
    root.adoptedStyleSheets = texts.map(sheetOf);
  } else {
    const style = root.querySelector("style") ?? root.appendChild(document.createElement("style"));
    style.textContent = texts.join("");
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
