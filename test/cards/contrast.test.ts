import { expect, test } from "vitest";
import { theme } from "../../src/cards/styles/theme.ts";

/** WCAG 2.2, 1.4.3: the least contrast of text with what it stands on. */
const AA = 4.5;

const PAIR = /--topline-([a-z0-9-]+):light-dark\((#[0-9a-f]+),(#[0-9a-f]+)\)/g;
const pairs = [...theme.matchAll(PAIR)].map(([, name = "", light = "", dark = ""]) => ({
  name,
  light,
  dark,
}));
const background = pairs.find(({ name }) => name === "background");
const texts = pairs.filter(({ name }) => name !== "background" && name !== "rule");

test("the theme has a background and colours to check", () => {
  expect(background).toBeDefined();
  expect(texts.length).toBeGreaterThanOrEqual(9);
});

test.each(texts)("$name can be read in both themes", ({ light, dark }) => {
  expect(contrast(light, background?.light ?? "")).toBeGreaterThanOrEqual(AA);
  expect(contrast(dark, background?.dark ?? "")).toBeGreaterThanOrEqual(AA);
});

function contrast(a: string, b: string): number {
  const [lighter = 0, darker = 0] = [luminance(a), luminance(b)].toSorted((x, y) => y - x);
  return (lighter + 0.05) / (darker + 0.05);
}

/** Relative luminance as WCAG 2.2 defines it. */
function luminance(hex: string): number {
  const long = hex.length === 4 ? hex.replace(/[0-9a-f]/g, "$&$&") : hex;
  const [r = 0, g = 0, b = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(long.slice(at, at + 2), 16) / 255)
    .map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
