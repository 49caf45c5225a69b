import { expect, test } from "vitest";
import { isLightColor } from "../../src/widget/theme.ts";

test("light text is told from dark text by its luminance", () => {
  expect(isLightColor("rgb(255, 255, 255)")).toBe(true);
  expect(isLightColor("rgba(230, 230, 230, 0.9)")).toBe(true);
  expect(isLightColor("rgb(255, 255, 0)")).toBe(true);
  expect(isLightColor("rgb(0, 0, 0)")).toBe(false);
  expect(isLightColor("rgb(0, 0, 255)")).toBe(false);
  expect(isLightColor("rgb(51, 51, 51)")).toBe(false);
});

test.each([
  ["oklch(0.967 0.003 264.5)", "oklch(0.21 0.006 285.9)"],
  ["oklab(0.95 -0.01 0)", "oklab(0.2 0 0)"],
  ["lch(95 1 2)", "lch(9 1 2)"],
  ["lab(96 0 -2)", "lab(12 0 0 / 0.9)"],
  ["color(srgb 0.9 0.9 0.9)", "color(srgb 0.1 1e-3 0)"],
  ["color(display-p3 1 1 0.9)", "color(display-p3 0.1 0.1 0.1)"],
])("%s is light, %s isn't", (light, dark) => {
  expect([light, dark].map(isLightColor)).toEqual([true, false]);
});

test("a colour that isn't understood counts as dark text on a light page", () => {
  expect(isLightColor("")).toBe(false);
});
