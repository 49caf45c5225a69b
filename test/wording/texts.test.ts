import { expect, test } from "vitest";
import { chooseTag } from "../../src/wording/choose-tag.ts";
import { textIn } from "../../src/wording/text-in.ts";

test.each([
  ["es", "es"],
  ["es-MX", "es"],
  ["ES-us", "es"],
  [" en ", "en"],
  ["zh-Hant-TW", "zh-Hant"],
  ["zh", undefined],
  ["est", undefined],
  ["", undefined],
])("who asks for %j gets %j", (asked, tag) => {
  expect(chooseTag(asked, ["en", "es", "zh-Hant"])).toBe(tag);
});

test.each([
  ["es-MX", [], "hola"],
  ["fr", ["es"], "hola"],
  ["fr", ["pt", "es"], "hola"],
  ["fr", [], "hello"],
  ["fr", ["pt"], "hello"],
])("asked in %s, preferring %j, one reads %s", (asked, preferred, text) => {
  expect(textIn({ en: "hello", es: "hola" }, asked, preferred)).toBe(text);
});

test("a text in another language is better than none", () => {
  expect(textIn({ ko: "안녕" }, "en", ["es"])).toBe("안녕");
});
