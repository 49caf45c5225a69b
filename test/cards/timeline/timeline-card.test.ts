import { expect, test } from "vitest";
import type { RaceDocument } from "../../../src/race/schema/document.ts";
import type { TimelineSummary } from "../../../src/race/sections/timeline/summary.ts";
import { demoFolder } from "../fixtures/demo-folder.ts";
import { htmlOf, textOf } from "../visible-text.tsx";

const demo = await demoFolder();

function event(id: string, when: "past" | "today" | "next", more: object = {}) {
  const date = { past: "2017-06-01", today: "2017-06-20", next: "2017-07-04" }[when];
  const text = { en: `TEST ${id}` };
  const rest = { at: date, date, until: null, text, source: "ga-sos", ...more };
  return { id, kind: "event" as const, when, ...rest };
}

function withEvents(...timeline: TimelineSummary): RaceDocument {
  return { ...demo, timeline };
}

test("says what is on today, what was before, and why the seat is open", () => {
  const text = textOf({ card: "timeline", race: demo });
  expect(text).toContain("Today: Runoff; polls close at 7 p.m.");
  expect(text).toContain("Why the seat is open: Tom Price left it to become US health secretary");
  expect(text).toContain("Feb 13 – 15 18 candidates signed up, 11 of them Republicans");
  expect(text).toContain("Apr 18 First round: Ossoff 48.1%, Handel 19.8%, nobody over half");
  expect(text).toContain("May 30 – Jun 16 Early voting");
  expect(text).toMatch(/Jun.20 Runoff; polls close/);
  expect(text).toMatch(/Source: Georgia Secretary of State ?, US Senate$/);
});

test("speaks Spanish throughout", () => {
  const text = textOf({ card: "timeline", race: demo, lang: "es" });
  expect(text).toContain("Hoy: Segunda vuelta; las urnas cierran");
  expect(text).toContain("Por qué está vacante el escaño: Tom Price");
  expect(text).not.toMatch(/Today|Why|Runoff|voting/);
});

test("each state of a calendar has its sentence", () => {
  const headline = (...events: TimelineSummary) =>
    /<h3[^>]*>(.*?)<\/h3>/.exec(htmlOf({ card: "timeline", race: withEvents(...events) }))?.[1];
  expect(headline(event("a", "past"), event("b", "next"), event("c", "next"))).toMatch(
    /^Next, on Jul\s4: TEST b$/,
  );
  expect(headline(event("a", "past"), event("b", "past"))).toMatch(/^Last, on Jun\s1: TEST b$/);
  const vote = event("b", "today", { kind: "election" });
  expect(headline(event("a", "today"), vote)).toBe("Today: TEST b, and\u00a01 more");
  expect(headline()).toBe("No dates have been published yet");
});

test("days of other years have the year; what lies far back is folded up", () => {
  const old = event("old", "past", { at: "2016-11-29", date: "2016-11-29" });
  const race = withEvents(old, ...["a", "b", "c", "d", "e"].map((id) => event(id, "past")));
  const text = textOf({ card: "timeline", race });
  expect(text).toMatch(/TEST e 2 earlier dates Nov\s29, 2016 TEST old/);
});

test("a text that isn't there in the card's language is told in another", () => {
  const race = withEvents(event("a", "today", { text: { ko: "결선 투표" } }));
  expect(textOf({ card: "timeline", race })).toContain("Today: 결선 투표");
});

test("without a section the card says so", () => {
  const { timeline: _, ...race } = demo;
  expect(textOf({ card: "timeline", race })).toContain("Timeline: nothing has been published");
});
