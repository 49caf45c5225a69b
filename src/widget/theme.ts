export type Theme = "light" | "dark";

/** Long enough for a page that fades between its themes. */
const FADE_MS = 600;

/** Above this luminance (0 to 1) text is light, so what it stands on must be dark. */
const LIGHT_TEXT = 0.5;

/** The theme that an attribute tells or the page's paint asks for; null: as the page declares. */
export function themeOf(told: string | null, paintedDark: boolean): Theme | null {
  if (told === "light" || told === "dark") return told;
  return paintedDark ? "dark" : null;
}

/**
 * Whether an element stands on a page that paints itself dark with colours alone. A page that
 * declares `color-scheme` needs no telling: its cards inherit that.
 */
export function isPaintedDark(element: Element): boolean {
  const page = getComputedStyle(element.parentElement ?? document.documentElement);
  return page.colorScheme === "normal" && isLightColor(page.color);
}

/**
 * Runs something before the next frame, and whenever the page may have changed its theme, until the
 * returned function is called. Styles are about to be computed then anyway, so asking for them
 * costs nothing.
 */
export function watchTheme(run: () => void): () => void {
  let timer = 0;
  const changed = () => {
    requestAnimationFrame(run);
    clearTimeout(timer);
    timer = window.setTimeout(run, FADE_MS);
  };
  const media = matchMedia("(prefers-color-scheme: dark)");
  const observer = new MutationObserver(changed);
  media.addEventListener("change", changed);
  for (const root of [document.documentElement, document.body]) {
    if (root) observer.observe(root, { attributes: true });
  }
  requestAnimationFrame(run);
  return () => {
    clearTimeout(timer);
    media.removeEventListener("change", changed);
    observer.disconnect();
  };
}

/**
 * Whether a computed colour is a light one: `rgb(r, g, b)`, `color(srgb r g b)`, or one that begins
 * with its lightness, `oklch(l c h)` up to 1 and `lab(l a b)` up to 100.
 */
export function isLightColor(color: string): boolean {
  const [a = 0, b = 0, c = 0] = (color.match(/(?<![\w.-])[\d.e-]+/g) ?? []).map(Number);
  // Rec. 709 gives red, green and blue about these parts of the luminance.
  const light = /^[ol]/.test(color) ? a : (2 * a + 7 * b + c) / 10;
  const most = color[0] === "r" ? 255 : color[0] === "l" ? 100 : 1;
  return light / most > LIGHT_TEXT;
}
