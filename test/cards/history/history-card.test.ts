import { expect, test } from "vitest";
import type { RaceDocument } from "../../../src/race/schema/document.ts";
import type { HistorySummary, PastContest } from "../../../src/race/sections/history/summary.ts";
import { demoFolder } from "../fixtures/demo-folder.ts";
import { htmlOf, textOf } from "../visible-text.tsx";

const demo = await demoFolder();

function withHistory(change: Partial<HistorySummary>): RaceDocument {
  if (!demo.history) throw new Error("the demo race has a history");
  return { ...demo, history: { ...demo.history, ...change } };
}

function contest(choices: readonly Partial<PastContest["choices"][number]>[], more: object = {}) {
  const choice = { who: "A", party: "R", won: false, votes: null, share: null, margin: null };
  return {
    date: "2016-11-08",
    contest: "seat" as const,
    source: "us-house",
    otherBorders: false,
    choices: choices.map((one) => ({ ...choice, lessThan: false, ...one })),
    others: 0,
    ...more,
  };
}

test("says whose seat it is since when, how it went last, and what else the district voted for", () => {
  const text = textOf({ card: "history", race: demo });
  expect(text).toContain("Held by one party (R) since 1979");
  expect(text).toContain(
    "2016 · This seat Name Votes % Tom Price (R) 201,088 62% Rodney Stooksbury (D) 124,917 38%",
  );
  expect(text).toContain("2016 · President, here Donald Trump (R) ahead by less than 2 points");
  expect(text).toContain("The district’s borders changed in 1992 and 2012");
  expect(text).toContain("1976 · This seat (other borders) John Flynt (D) won");
  expect(text).toContain("Tom Price (R) 2005–2017 Johnny Isakson (R) 1999–2005");
  expect(text).toMatch(/Source: .*Daily Kos Elections.*US House of Representatives/);
});

test("speaks Spanish throughout", () => {
  const text = textOf({ card: "history", race: demo, lang: "es" });
  expect(text).toContain("De un mismo partido (R) desde 1979");
  expect(text).toContain("Presidencia, aquí Donald Trump (R) ventaja de menos de 2 puntos");
  expect(text).not.toMatch(/Name|ahead|borders|since/);
});

test("shares that would print alike, or as all and nothing, are told to one decimal", () => {
  const close = contest([{ share: 50.4 }, { who: "B", party: "D", share: 49.6 }]);
  const landslide = contest([{ share: 99.7 }, { who: "B", party: "D", share: 0.3 }]);
  expect(textOf({ card: "history", race: withHistory({ contests: [close] }) })).toMatch(
    /50\.4%.*49\.6%/,
  );
  expect(textOf({ card: "history", race: withHistory({ contests: [landslide] }) })).toMatch(
    /99\.7%.*0\.3%/,
  );
});

test("each kind of past has its sentence", () => {
  const headline = (change: Partial<HistorySummary>) =>
    /<h3[^>]*>(.*?)<\/h3>/.exec(htmlOf({ card: "history", race: withHistory(change) }))?.[1];
  const seat = { who: "A", party: "R", since: 2011, atLeast: true, before: null };
  expect(headline({ seat })).toBe("Held by one party (R) since at least\u00a02011");
  expect(headline({ seat: { ...seat, party: null } })).toBe("Held by A since at least\u00a02011");
  const holder = { who: "A", party: "R", from: "2011-01-03", until: null, source: "us-house" };
  expect(headline({ seat: { ...seat, before: "D" }, holders: [holder] })).toBe(
    "The seat went from D to R in\u00a02011",
  );
  expect(headline({ seat: null })).toBe("Tom Price (R) won in\u00a02016 with\u00a062%");
  expect(headline({ seat: null, last: null })).toBe("How this district has voted before");
  const empty = { seat: null, last: null, contests: [], holders: [], borders: [] };
  expect(headline(empty)).toBe("No earlier votes have been published yet");
});

test("one candidate alone, and thirty, stand without an empty bar", () => {
  const alone = contest([{ who: "Only One", won: true }]);
  const many = contest([{ votes: 5, share: 60 }], { others: 24, contest: "president" });
  const html = htmlOf({ card: "history", race: withHistory({ contests: [alone, many] }) });
  expect(html).toContain("24 other candidates");
  expect(html.match(/<svg/g)).toHaveLength(1);
  expect(html).not.toMatch(/NaN|undefined|null/);
});

test("without a section the card says so", () => {
  const { history: _, ...race } = demo;
  expect(textOf({ card: "history", race })).toContain("History: nothing has been published");
});
