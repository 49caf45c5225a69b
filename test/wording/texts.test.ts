import { expect, test } from "vitest";
import { chooseTag } from "../../src/wording/choose-tag.ts";
import { textFor } from "../../src/wording/text-for.ts";

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
  [["es-MX"], "hola"],
  [["fr", "es"], "hola"],
  [["fr", "pt", "es", "en"], "hola"],
  [["fr"], "hello"],
  [[], "hello"],
])("who reads %j, in this order, reads %s", (tags, text) => {
  expect(textFor({ en: "hello", es: "hola" }, tags)).toBe(text);
});

test("a text in another language is better than none", () => {
  expect(textFor({ ko: "안녕" }, ["en", "es"])).toBe("안녕");
});
