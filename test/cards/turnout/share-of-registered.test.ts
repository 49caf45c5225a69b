import { expect, test } from "vitest";
import { shareOfRegistered } from "../../../src/cards/turnout/share-of-registered.ts";
import { LANGUAGES } from "../../../src/wording/languages.ts";

test.each([
  [26.7, 26.7, "26.7"],
  [26.5, 26.7, "About 26 to 27"],
  [25.9, 26.2, "About 26"],
  [25.4, 27.8, "About 25 to 28"],
  [0, 0, "0.0"],
])("%d to %d percent reads %s", (low, high, words) => {
  expect(shareOfRegistered({ low, high }, LANGUAGES.en)).toBe(words);
});
