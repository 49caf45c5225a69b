import { expect, test } from "vitest";
import type { RaceDocument } from "../../src/race/schema/document.ts";
import type { Silence } from "../../src/race/schema/quiet.ts";
import type { View } from "../../src/cards/view.ts";
import { demoRace } from "./fixtures/demo-race.ts";
import { htmlOf, MORNING, textOf } from "./visible-text.tsx";

const ready = { kind: "ready", race: demoRace, now: MORNING, staleSeconds: null } as const;

test("loading says so", () => {
  expect(textOf({ view: { kind: "loading" } })).toBe("Loading numbers");
});

test("a failure offers to try again, and a way to the numbers", () => {
  const view: View = { kind: "failed", retry: () => {} };
  expect(textOf({ view })).toBe("The numbers can’t be loaded now. Try again See the data");
  expect(htmlOf({ view })).toContain('href="https://topline.example/race"');
  expect(textOf({ view, lang: "es" })).toContain("Reintentar");
});

test("an unknown race is named", () => {
  expect(textOf({ view: { kind: "unknown", raceId: "us-xx" } })).toBe("No race is called “us-xx”.");
});

test("old numbers carry their age in words", () => {
  expect(textOf({ view: ready })).not.toContain("ago");
  expect(textOf({ view: { ...ready, staleSeconds: 720 } })).toContain(
    "Numbers from 12 minutes ago; retrying",
  );
  expect(textOf({ view: { ...ready, staleSeconds: 720 }, lang: "es" })).toContain(
    "Cifras de hace 12 minutos; reintentando",
  );
});

test("a section past the time its feed promised says since when it hasn't changed", () => {
  const race = { ...demoRace, staleAfter: { polls: "2017-06-20T11:59:00Z", turnout: null } };
  expect(textOf({ race })).toContain("Not updated since June 20 at 8:00 AM EDT");
  expect(textOf({ race, card: "turnout" })).not.toContain("Not updated");
});

test("a rehearsal says so above everything, where page styles can't reach", () => {
  const html = htmlOf({ race: { ...demoRace, test: true } });
  expect(html).toContain('<p class="test">TEST: made-up numbers</p>');
  expect(html.indexOf("TEST")).toBeLessThan(html.indexOf("Georgia"));
  expect(htmlOf({})).not.toContain("TEST");
});

test("corrections of the race and of the card's section are shown, others aren't", () => {
  const at = "2017-06-20T10:00:00Z";
  const race = {
    ...demoRace,
    corrections: [
      { at, section: "race", text: "The date was wrong." },
      { at, section: "polls", text: "A sample size was wrong." },
      { at, section: "turnout", text: "A count was wrong." },
    ] as const,
  };
  const text = textOf({ race: { ...race, corrections: [...race.corrections] } });
  expect(text).toContain("Correction, June 20 at 6:00 AM EDT: The date was wrong.");
  expect(text).toContain("A sample size was wrong.");
  expect(text).not.toContain("A count was wrong.");
});

test("auto shows what there is, a missing section says that it is missing", () => {
  const auto = textOf({ card: "auto" });
  expect(auto).toContain("· Polls");
  expect(auto).toContain("· Turnout");
  expect(textOf({ card: "results" })).toContain(
    "Results: nothing has been published for this race yet",
  );
});

test("only the headline is announced when it changes", () => {
  expect(htmlOf({}).match(/aria-live="polite"/g)).toHaveLength(1);
  expect(htmlOf({})).toMatch(/<h3[^>]*aria-live="polite"/);
});

test("text of the race can't become markup", () => {
  const html = htmlOf({ race: { ...demoRace, title: "<img src=x onerror=alert(1)>" } });
  expect(html).not.toContain("<img");
});

const silence: Omit<Silence, "what"> = {
  section: "polls",
  from: "2017-06-15T00:00:00-04:00",
  to: "2017-06-20T20:00:00-04:00",
  law: "TEST Act",
  statement: { en: "Not until 8 p.m. (TEST Act)", es: "No antes de las 20:00 (TEST Act)" },
};

test("figures that a law forbids to show give way to a sentence, in the card's language", () => {
  const { polls: _, ...race } = demoRace;
  const silent: RaceDocument = { ...race, quiet: [{ what: "polls", ...silence }] };
  const text = textOf({ race: silent, card: "polls" });
  expect(text).toContain("Not until 8 p.m. (TEST Act)");
  expect(text).not.toMatch(/Handel|nothing has been published/);
  expect(textOf({ race: silent, card: "polls", lang: "es" })).toContain("No antes de las 20:00");
  expect(textOf({ race: silent, card: "turnout" })).not.toContain("TEST Act");
});

test("a card that lacks only some of its figures says so below those it has", () => {
  const race: RaceDocument = { ...demoRace, quiet: [{ what: "new_polls", ...silence }] };
  const text = textOf({ race, card: "polls" });
  expect(text).toContain("Handel");
  expect(text).toContain("Not until 8 p.m. (TEST Act).");
});
