import { expect, test } from "vitest";
import { marks as fallbackMarks } from "../../src/wording/fallback.ts";
import {
  FALLBACK_TAG,
  LANGUAGE_TAGS,
  LANGUAGES,
  type LanguageTag,
} from "../../src/wording/languages.ts";
import { everythingSaid } from "./everything-said.ts";

/** So many of a language's single words may be another's too: Provisional, Total, No. */
const MOST_SHARED = 0.05;

/** What a sentence looks like that took something it wasn't made for. */
const MISHAPS = /undefined|null|NaN|\[object|=>|-\d| {2}/;

const FALLBACK = FALLBACK_TAG as LanguageTag;

test("a language stands under its own tag, with a locale that Intl knows and the name it has there", () => {
  for (const tag of LANGUAGE_TAGS) {
    const { marks } = LANGUAGES[tag];
    expect(marks.tag).toBe(tag);
    expect(Intl.NumberFormat.supportedLocalesOf(marks.locale)).toEqual([marks.locale]);
    const names = new Intl.DisplayNames(marks.locale, { type: "language" });
    expect(marks.name.toLowerCase()).toBe(names.of(tag)?.toLowerCase());
    expect(marks.months).toHaveLength(12);
  }
});

test("the fallback is one of the registry's", () => {
  expect(LANGUAGES[FALLBACK].marks).toBe(fallbackMarks);
});

test.each(LANGUAGE_TAGS)("%s has a sentence for all facts", (tag) => {
  const said = everythingSaid(LANGUAGES[tag]);
  expect(said.size).toBeGreaterThan(200);
  const faulty = [...said].filter(([, text]) => !/\S/.test(text) || MISHAPS.test(text));
  expect(faulty).toEqual([]);
});

test.each(LANGUAGE_TAGS)("%s says nothing in another language's words", (tag) => {
  const said = everythingSaid(LANGUAGES[tag]);
  for (const other of LANGUAGE_TAGS.filter((one) => one !== tag)) {
    const there = everythingSaid(LANGUAGES[other]);
    expect([...there.keys()]).toEqual([...said.keys()]);
    const same = [...said].filter(([where, text]) => text === there.get(where));
    expect(same.filter(([, text]) => /\p{L}+\P{L}+\p{L}/u.test(text))).toEqual([]);
    expect(same.length).toBeLessThan(said.size * MOST_SHARED);
  }
});
