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

test("a colour in a notation that isn't understood counts as dark text on a light page", () => {
  expect(isLightColor("oklch(0.97 0.01 250)")).toBe(false);
  expect(isLightColor("")).toBe(false);
});
