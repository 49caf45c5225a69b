import { expect, test } from "vitest";
import type { RaceDocument } from "../../../src/race/schema/document.ts";
import type { Amount, MoneySummary } from "../../../src/race/sections/money/summary.ts";
import { demoFolder } from "../fixtures/demo-folder.ts";
import { htmlOf, textOf } from "../visible-text.tsx";

const demo = await demoFolder();

function withMoney(change: Partial<MoneySummary>): RaceDocument {
  if (!demo.money) throw new Error("the demo race has money");
  return { ...demo, money: { ...demo.money, ...change } };
}

function amount(dollars: number, more: Partial<Amount> = {}): Amount {
  const asOf = "2017-05-31";
  const sure = { atMost: false, atLeast: false, rounded: false };
  return { amount: dollars, asOf, text: null, ...sure, source: "psmag", ...more };
}

const NOTHING = {
  receipts: null,
  disbursements: null,
  cashOnHand: null,
  independentFor: null,
  independentAgainst: null,
  partyCommittees: null,
};
const EMPTY = { candidates: [], total: null, record: null, independentTotal: null };

test("says what the race costs, against the most before, who raised it and what others spent", () => {
  const text = textOf({ card: "money", race: demo }).replaceAll("\u00a0", " ");
  expect(text).toContain("The race costs up to $50 million");
  expect(text).toContain("This race up to $50 million");
  expect(text).toContain("The most before, Florida’s 18th, 2012 $29.6 million");
  expect(text).toContain(
    "Ossoff (D) $23.6 million Handel (R), in two months more than $3.8 million",
  );
  expect(text).toContain("Handel (R) $18.5 million Ossoff (D) $8.2 million");
  expect(text).toContain("National party committees gave Ossoff’s side more than $2 million");
  expect(text).toContain("$22.5 million about $1 million May 31");
  expect(text).toMatch(/Source: .*Politico.*; as of June 20$/);
});

test("speaks Spanish throughout", () => {
  const text = textOf({ card: "money", race: demo, lang: "es" }).replaceAll("\u00a0", " ");
  expect(text).toContain("La contienda cuesta hasta $50 millones");
  expect(text).toContain("Handel (R), en dos meses más de $3.8 millones");
  expect(text).not.toMatch(/million |up to|Raised|Spent/);
});

test("each state of what is known has its sentence", () => {
  const headline = (change: Partial<MoneySummary>) =>
    /<h3[^>]*>(.*?)<\/h3>/
      .exec(htmlOf({ card: "money", race: withMoney({ ...EMPTY, ...change }) }))?.[1]
      ?.replaceAll("\u00a0", " ");
  const handel = { ...NOTHING, candidate: "handel", receipts: amount(450_000) };
  const ossoff = { ...NOTHING, candidate: "ossoff", receipts: amount(2_345_678_901) };
  expect(headline({})).toBe("No figures on money have been published yet");
  expect(headline({ candidates: [handel] })).toBe("Handel raised $450,000");
  expect(headline({ candidates: [handel, ossoff] })).toBe(
    "Ossoff raised $2.3 billion, Handel $450,000",
  );
  expect(headline({ independentTotal: amount(5) })).toBe("What is known of the money here");
  expect(headline({ total: amount(999_999, { atLeast: true }) })).toBe(
    "The race costs more than $1 million",
  );
});

test("thirty candidates: five have bars, all are in the table; nothing at all has no graphic", () => {
  const candidates = Array.from({ length: 30 }, (_, i) => ({
    ...NOTHING,
    candidate: `c${i}`,
    receipts: amount(i),
  }));
  const html = htmlOf({ card: "money", race: withMoney({ ...EMPTY, candidates }) });
  expect(html.match(/<svg/g)).toHaveLength(5);
  expect(html.match(/>c\d+</g)?.length).toBe(35);
  expect(html).not.toMatch(/NaN|Infinity/);
  expect(htmlOf({ card: "money", race: withMoney(EMPTY) })).not.toMatch(/<svg|<details/);
});
