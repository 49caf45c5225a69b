import { expect, test } from "vitest";
import { turnoutFacts } from "../../../src/race/statements/turnout-facts.ts";
import type { TurnoutSummary } from "../../../src/race/sections/turnout/summary.ts";
import { LANGUAGES, type LanguageTag } from "../../../src/wording/languages.ts";
import { demoTurnout } from "../../cards/fixtures/demo-race.ts";

/** The card's sentence. */
function headline(turnout: TurnoutSummary, tag: LanguageTag = "en"): string {
  return LANGUAGES[tag].statements.turnout(turnoutFacts(turnout, [tag]));
}

function withRatio(ratio: number | null) {
  return { ...demoTurnout, reference: { ...demoTurnout.reference, ratio } };
}

test("the early vote is measured against the reference round", () => {
  expect(headline(demoTurnout)).toBe(
    "140,308 people have voted early, 2.5 times as many as before the April first round",
  );
  expect(headline(demoTurnout, "es")).toBe(
    "140,308 personas ya votaron por anticipado, 2.5 veces las que lo hicieron antes de la primera vuelta de abril",
  );
});

test.each([
  [2, "twice as many as before the April first round"],
  [1.5, "1.5 times as many as before the April first round"],
  [1.49, "49% more than before the April first round"],
  [1.05, "about as many as before the April first round"],
  [1, "about as many as before the April first round"],
  [0.95, "about as many as before the April first round"],
  [0.47, "53% fewer than before the April first round"],
])("a ratio of %d reads: %s", (ratio, words) => {
  expect(headline(withRatio(ratio))).toBe(`140,308 people have voted early, ${words}`);
});

test("a masculine label takes its article along in Spanish", () => {
  const label = { en: "the 2015 referendum", es: "el referéndum de 2015" };
  const turnout = { ...demoTurnout, reference: { ...demoTurnout.reference, label } };
  expect(headline(turnout)).toContain("before the 2015 referendum");
  expect(headline(turnout, "es")).toContain("antes del referéndum de 2015");
});

test("without a reference, or a ratio to it, nothing is compared", () => {
  const alone = "140,308 people have voted early";
  expect(headline({ ...demoTurnout, reference: null })).toBe(alone);
  expect(headline(withRatio(null))).toBe(alone);
});

test("ballots of election day aren't called early, nor compared with early ones", () => {
  const modes = [...demoTurnout.modes, { mode: "election_day", ballots: 9, percent: 0.1 } as const];
  expect(headline({ ...demoTurnout, modes })).toBe("140,308 ballots have been cast");
});

test("a rounded count says so, and none is none", () => {
  expect(headline({ ...demoTurnout, rounded: true, reference: null })).toBe(
    "About 140,308 people have voted early",
  );
  expect(headline({ ...demoTurnout, ballots: 0 })).toBe("No ballots have been counted yet");
});
