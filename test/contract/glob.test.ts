import * as fc from "fast-check";
import { expect, test } from "vitest";
import { matchesGlob } from "../../src/contract/glob.ts";

test.each([
  ["*", "us-ga-06", true],
  ["us-ga-06", "us-ga-06", true],
  ["us-ga-06", "us-ga-06-runoff", false],
  ["us-ga-*", "us-ga-06", true],
  ["us-ga-*", "us-ga-", true],
  ["us-ga-*", "us-gb-06", false],
  ["*-runoff", "us-ga-06-runoff", true],
  ["*-runoff", "runoff", false],
  ["us-*-06-*", "us-ga-06-runoff", true],
  ["us-*-06-*", "us-ga-07-runoff", false],
  ["ab*ba", "aba", false],
])("%s against %s: %s", (glob, text, expected) => {
  expect(matchesGlob(glob, text)).toBe(expected);
});

test("a star is any run of characters and nothing else is special", () => {
  const short = fc.stringMatching(/^[ab.*-]{0,8}$/);
  fc.assert(
    fc.property(short, fc.stringMatching(/^[ab.-]{0,10}$/), (glob, text) => {
      const pattern = glob.replaceAll(".", "\\.").replaceAll("*", ".*");
      expect(matchesGlob(glob, text)).toBe(new RegExp(`^${pattern}$`).test(text));
    }),
    { numRuns: 2000 },
  );
});

test("a hostile pattern is answered", () => {
  expect(matchesGlob("a*".repeat(30_000) + "b", "a".repeat(100_000))).toBe(false);
});
