export type Theme = "light" | "dark";

/** Long enough for a page that fades between its themes. */
const FADE_MS = 600;

/** Above this luminance (0 to 1) text is light, so what it stands on must be dark. */
const LIGHT_TEXT = 0.5;

/**
 * The theme for a place of the page. A page that declares `color-scheme` is believed; one that
 * doesn't (many paint themselves dark with colours alone) is judged by the colour of its text.
 */
export function themeAt(element: Element, wanted: string | null): Theme {
  if (wanted === "light" || wanted === "dark") return wanted;
  const page = getComputedStyle(element.parentElement ?? document.documentElement);
  const dark = /\bdark\b/.test(page.colorScheme);
  const light = /\blight\b/.test(page.colorScheme);
  if (dark !== light) return dark ? "dark" : "light";
  if (dark) return prefersDark().matches ? "dark" : "light";
  return isLightColor(page.color) ? "dark" : "light";
}

/** Runs something when the page may have changed its theme, until the returned function is called. */
export function onThemeChange(run: () => void): () => void {
  let timer = 0;
  const changed = () => {
    run();
    clearTimeout(timer);
    timer = window.setTimeout(run, FADE_MS);
  };
  const media = prefersDark();
  const observer = new MutationObserver(changed);
  media.addEventListener("change", changed);
  for (const root of [document.documentElement, document.body]) {
    if (root) observer.observe(root, { attributes: true });
  }
  return () => {
    clearTimeout(timer);
    media.removeEventListener("change", changed);
    observer.disconnect();
  };
}

/** Whether a computed colour `rgb(r, g, b)` is a light one; other notations count as dark. */
export function isLightColor(color: string): boolean {
  const [r = 0, g = 0, b = 0] = color.startsWith("rgb")
    ? (color.match(/[\d.]+/g) ?? []).map(Number)
    : [];
  return (0.2126 * r + 0.7152 * g + 0.0722 * b) / 255 > LIGHT_TEXT;
}

function prefersDark(): MediaQueryList {
  return matchMedia("(prefers-color-scheme: dark)");
}
