import { expect, test } from "vitest";
import { spoken } from "../../../src/race/statements/spoken.ts";

const texts = { en: "About even", es: "Casi parejos" };

test.each([
  ["all where the race names none", undefined, ["en", "es"]],
  ["those it names", ["en"], ["en"]],
  ["the base of a variety", ["es-MX"], ["es"]],
  ["all where nobody here speaks what it names", ["ja"], ["en", "es"]],
])("a statement is made in %s", (_, languages, tags) => {
  expect(Object.keys(spoken(texts, languages))).toEqual(tags);
});
