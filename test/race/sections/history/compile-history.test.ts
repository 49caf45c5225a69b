import { expect, test } from "vitest";
import { checkRaceData, checkSource } from "../../../../src/race/check.ts";
import { compileHistory } from "../../../../src/race/sections/history/compile-history.ts";
import { type PastRow, pastRow } from "../../../../src/race/sections/history/source.ts";
import { someData } from "../../fixtures.ts";

function held(who: string, party: string | null, date: string): PastRow {
  return pastRow.parse({ kind: "held", who, party, date, source: "office" });
}

function vote(who: string, party: string, date: string, more: object = {}): PastRow {
  return pastRow.parse({ kind: "vote", who, party, date, source: "office", ...more });
}

function compiled(past: readonly PastRow[], borders: readonly number[] = []) {
  return compileHistory({ past: [...past] }, borders, "2026-11-03");
}

test("a party has had the seat since the first of its holders who follow each other", () => {
  const past = [
    held("A", "R", "1961-01-03"),
    held("B", "D", "1971-01-03"),
    held("C", "R", "1979-01-03"),
    held("D", "R", "1999-02-23"),
  ];
  expect(compiled(past)?.seat).toMatchObject({ party: "R", since: 1979, atLeast: false });
  expect(compiled(past.slice(2))?.seat).toMatchObject({ since: 1979, atLeast: true, before: null });
  const won = vote("B", "D", "1976-11-02", { won: true });
  expect(compiled([...past.slice(2), won])?.seat).toMatchObject({ atLeast: false, before: "D" });
});

test("somebody without a party is followed by name", () => {
  const past = [held("A", null, "2001-01-03"), held("B", null, "2011-01-03")];
  expect(compiled(past)?.seat).toEqual({
    who: "B",
    party: null,
    since: 2011,
    atLeast: false,
    before: null,
  });
});

test("contests stand newest first, the strongest first in each, figures as printed", () => {
  const past = [
    vote("A", "D", "2020-11-03", { share: 38.32, votes: 124_917 }),
    vote("B", "R", "2020-11-03", { share: 61.68, votes: 201_088, won: true }),
    vote("C", "R", "2024-11-05", { contest: "president", margin: 2, lessThan: true }),
  ];
  const summary = compiled(past);
  expect(summary?.contests.map(({ contest }) => contest)).toEqual(["president", "seat"]);
  expect(summary?.contests[1]?.choices.map(({ who, share }) => [who, share])).toEqual([
    ["B", 61.68],
    ["A", 38.32],
  ]);
  expect(summary?.last).toEqual({ who: "B", party: "R", year: 2020, share: 62 });
  expect(summary?.seat).toBeNull();
});

test("votes from before a change of borders are marked; a change to come is none", () => {
  const past = [vote("A", "D", "2010-11-02"), vote("B", "R", "2012-11-06")];
  const summary = compiled(past, [2012, 1992, 2032]);
  expect(summary?.borders).toEqual([1992, 2012]);
  expect(summary?.contests.map(({ otherBorders }) => otherBorders)).toEqual([false, true]);
});

test("of thirty candidates six are kept, and the rest counted", () => {
  const past = Array.from({ length: 30 }, (_, i) => vote(`P${i}`, "X", "2020-11-03", { votes: i }));
  const [contest] = compiled(past)?.contests ?? [];
  expect([contest?.choices.length, contest?.others, contest?.choices[0]?.who]).toEqual([
    6,
    24,
    "P29",
  ]);
});

test("no rows, no history", () => {
  expect(compiled([])).toBeNull();
});

test("a row says what it is about, once, with a source of its race", () => {
  const row = { kind: "vote", date: "2020-11-03", who: "A", source: "office" };
  const paths = (more: object) => {
    const checked = checkSource("history", { past: [{ ...row, ...more }] });
    return checked.ok ? [] : checked.issues.map(({ path }) => path);
  };
  expect(paths({})).toEqual([]);
  expect(paths({ contest: "other" })).toEqual(["past.0.name"]);
  expect(paths({ until: "2021-01-03" })).toEqual(["past.0.until"]);
  expect(paths({ kind: "held", until: "2019-01-03" })).toEqual(["past.0.until"]);
  expect(paths({ kind: "held", contest: "president" })).toEqual(["past.0.contest"]);
  expect(paths({ lessThan: true })).toEqual(["past.0.lessThan"]);
  const past = [vote("A", "D", "2020-11-03"), vote("A", "D", "2020-11-03", { source: "blog" })];
  const whole = checkRaceData(someData({ history: { past } }));
  expect(whole.ok ? [] : whole.issues.map(({ path }) => path)).toEqual([
    "history.past.1.who",
    "history.past.1.source",
  ]);
});
