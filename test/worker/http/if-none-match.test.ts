import { expect, test } from "vitest";
import { matchesIfNoneMatch } from "../../../src/worker/http/if-none-match.ts";

test.each([
  ['"abc"', true],
  ['W/"abc"', true],
  ["*", true],
  [" * ", true],
  ['"x", "abc"', true],
  ['"x",W/"abc" , "y"', true],
  ['"a,b", "abc"', true],
  ['"ab"', false],
  ['"abcd"', false],
  ['"x, abc"', false],
  ["abc", false],
  ["", false],
  ['"', false],
  ['"abc', false],
  ['"*"', false],
])('If-None-Match: %s against "abc" is %s', (header, matches) => {
  expect(matchesIfNoneMatch(header, '"abc"')).toBe(matches);
});

test("a tag that itself holds a comma is one tag", () => {
  expect(matchesIfNoneMatch('"x", "a,b"', '"a,b"')).toBe(true);
  expect(matchesIfNoneMatch('"a", "b"', '"a,b"')).toBe(false);
});
