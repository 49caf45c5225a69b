import { expect, test } from "vitest";
import type { RaceDocument } from "../../../src/race/schema/document.ts";
import type { TurnoutSummary } from "../../../src/race/sections/turnout/summary.ts";
import { demoRace, demoTurnout } from "../fixtures/demo-race.ts";
import { htmlOf, textOf } from "../visible-text.tsx";

function withTurnout(change: Partial<TurnoutSummary>): RaceDocument {
  return { ...demoRace, turnout: { ...demoTurnout, ...change } };
}

test("says how many, how, against what, and of how many", () => {
  const text = textOf({ card: "turnout" });
  expect(text).toContain(
    "140,308 people have voted early, 2.5 times as many as before the April first round",
  );
  expect(text).toContain("Ballots cast Total 140,308 Total before the April first round 56,830");
  expect(text).toContain(
    "How people voted Ballots cast % Early in person 114,537 81.6 By mail 25,771 18.4",
  );
  expect(text).toContain(
    "About 26 to 27 percent of registered voters (526,000 to 530,000 registered voters as the press had it that morning: Atlanta Journal-Constitution)",
  );
  expect(text).toContain("Running count; dashed: before the April first round");
  expect(text).toMatch(/Source: Georgia Secretary of State.*; as of June 16$/);
});

test("every point of the chart is in a table with its source, rounded ones marked", () => {
  const text = textOf({ card: "turnout" });
  expect(text).toContain(
    "Jun 2 32,990 Decision Desk HQ Jun 9 About 75,000 Georgia Secretary of State",
  );
  expect(text).toContain("rounded");
  expect(htmlOf({ card: "turnout" })).toContain("hole a m2");
});

test("a reference not reached yet is a dashed line with its name", () => {
  const race = withTurnout({
    reference: { ...demoTurnout.reference, ballots: 300_000, ratio: 0.47 },
  });
  const text = textOf({ card: "turnout", race });
  expect(text).toContain("Running count; dashed: before the April first round");
});

test("without reference, registered voters or a daily count the rest still stands", () => {
  const race = withTurnout({
    reference: null,
    registered: null,
    share: null,
    statement: { en: "140,308 people have voted early" },
    daily: demoTurnout.daily.slice(-1),
  });
  const text = textOf({ card: "turnout", race });
  expect(text).toMatch(/140,308 people have voted early Ballots.*By mail 25,771 18\.4 Source/);
  expect(htmlOf({ card: "turnout", race })).not.toMatch(/<figure|<details|registered/);
});

test("zero ballots: the sentence, and no graphic of nothing", () => {
  const race = withTurnout({
    ballots: 0,
    statement: { en: "No ballots have been counted yet" },
    modes: [{ mode: "early_in_person", ballots: 0, percent: 0 }],
    daily: [],
    share: { low: 0, high: 0 },
    reference: { ...demoTurnout.reference, ratio: 0 },
  });
  const html = htmlOf({ card: "turnout", race });
  expect(html).toContain("No ballots have been counted yet");
  expect(html).not.toMatch(/<svg|NaN|Infinity/);
});

test("speaks Spanish throughout", () => {
  const text = textOf({ card: "turnout", lang: "es" });
  expect(text).toContain("Anticipado en persona 114,537 81.6 Por correo 25,771 18.4");
  expect(text).toContain("Cerca de 26 a 27 por ciento de los votantes registrados");
  expect(text).toContain("Conteo acumulado; línea punteada: antes de la primera vuelta de abril");
  expect(text).not.toMatch(/ballots|Early|rounded/);
});

test("a text that isn't there in the card's language is told in the race's first, or whichever there is", () => {
  const label = { es: "la primera vuelta de abril", ko: "4월 1차 투표" };
  const race = withTurnout({ reference: { ...demoTurnout.reference, label } });
  expect(textOf({ card: "turnout", race })).toContain("before la primera vuelta de abril");
  const korean = { ...race, languages: ["ko", "es"] };
  expect(textOf({ card: "turnout", race: korean })).toContain("before 4월 1차 투표");
  expect(textOf({ card: "turnout", race: { ...race, languages: ["fr"] } })).toContain(
    "before la primera vuelta de abril",
  );
});
