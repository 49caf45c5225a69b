import { expect, test } from "vitest";
import { compileRace } from "../../../src/race/compile/compile-race.ts";
import { raceDocument } from "../../../src/race/schema/document.ts";
import { moneySection } from "../../../src/race/sections/money/summary.ts";
import { pollsSection } from "../../../src/race/sections/polls/summary.ts";
import { resultsSection } from "../../../src/race/sections/results/summary.ts";
import { turnoutSection } from "../../../src/race/sections/turnout/summary.ts";
import { aCall, aPoll, aRace, someData, votes } from "../fixtures.ts";

const stamp = { revision: 7, publication: 3, updatedAt: "2026-10-30T12:00:00Z" };
const at = (now: string) => ({ ...stamp, now });
const full = someData({
  calls: { calls: [aCall()] },
  polls: { polls: [aPoll("p1", "2026-10-28", 51, 45), aPoll("p2", "2026-10-31", 48, 47)] },
  turnout: {
    counts: [
      {
        date: "2026-10-29",
        mode: "absentee_mail",
        ballots: 12,
        rounded: false,
        source: "office",
        note: null,
      },
    ],
  },
  results: { counts: [votes("North", "ada", 2), votes("North", "bo", 1)] },
  money: {
    entries: [
      {
        measure: "receipts",
        candidate: "ada",
        amount: 1234.56,
        asOf: "2026-10-14",
        printed: null,
        atMost: false,
        atLeast: false,
        rounded: false,
        source: "wire",
        note: null,
      },
    ],
  },
});

test("what is compiled is what the schema says", () => {
  const { document, sections } = compileRace(full, at("2026-11-04T01:00:00-05:00"));
  expect(raceDocument.parse(document)).toEqual(document);
  expect(pollsSection.parse(sections.polls)).toEqual(sections.polls);
  expect(turnoutSection.parse(sections.turnout)).toEqual(sections.turnout);
  expect(resultsSection.parse(sections.results)).toEqual(sections.results);
  expect(moneySection.parse(sections.money)).toEqual(sections.money);
});

test("the same data and moment give the same bytes", () => {
  const context = at("2026-11-04T01:00:00-05:00");
  const again = structuredClone(full);
  expect(JSON.stringify(compileRace(full, context))).toBe(
    JSON.stringify(compileRace(again, context)),
  );
});

test.each([
  ["2026-11-03T06:59:59-05:00", "upcoming", 300],
  ["2026-11-03T07:00:00-05:00", "voting", 120],
  ["2026-11-03T19:00:00-05:00", "counting", 15],
  ["2026-11-03T23:00:00-05:00", "called", 60],
])("at %s the race is %s, and cards ask again after %i s", (now, status, next) => {
  expect(compileRace(full, at(now)).document).toMatchObject({ status, next });
});

test("a certified race has nothing more to come", () => {
  const race = aRace({
    certified: {
      by: "Testville Election Office",
      at: "2026-11-10T12:00:00-05:00",
      source: "office",
    },
  });
  const { document } = compileRace({ ...full, race }, at("2026-11-10T12:00:00-05:00"));
  expect(document).toMatchObject({ status: "certified", next: 0 });
  expect(document.sources.map((s) => s.id)).toContain("office");
});

test("several offices may certify, and one alone needs no list", () => {
  const county = { by: "County board", at: "2026-11-09T12:00:00-05:00", source: "office" };
  const state = { by: "Secretary of State", at: "2026-11-20T12:00:00-05:00", source: "office" };
  const certifiedAt = (now: string, certified: unknown) =>
    compileRace({ ...full, race: aRace({ certified }) }, at(now)).document.certified;
  expect(certifiedAt("2026-11-10T00:00:00Z", [county, state])).toEqual([county]);
  expect(certifiedAt("2026-11-21T00:00:00Z", [county, state])).toEqual([county, state]);
  expect(certifiedAt("2026-11-10T00:00:00Z", county)).toEqual([county]);
  expect(certifiedAt("2026-11-10T00:00:00Z", null)).toEqual([]);
});

test("what editors note for each other reaches no reader", () => {
  const note = "a remark for colleagues";
  const noted = {
    ...full,
    polls: { polls: full.polls?.polls.map((poll) => ({ ...poll, note })) ?? [] },
    turnout: { counts: full.turnout?.counts.map((count) => ({ ...count, note })) ?? [] },
    money: { entries: full.money?.entries.map((entry) => ({ ...entry, note })) ?? [] },
  };
  const context = at("2026-11-04T01:00:00-05:00");
  expect(JSON.stringify(noted)).toContain(note);
  expect(compileRace(noted, context)).toEqual(compileRace(full, context));
  expect(JSON.stringify(compileRace(noted, context))).not.toContain('"note"');
});

test("a race can be called before a single vote is counted", () => {
  const { document } = compileRace({ ...full, results: null }, at("2026-11-03T23:00:00-05:00"));
  expect(document).toMatchObject({ status: "called", calls: [{ candidate: "ada" }] });
  expect(document.sources.map(({ id }) => id)).toContain("wire");
});

test("a poll whose field work isn't over is nowhere", () => {
  const { document, sections } = compileRace(full, at("2026-10-30T12:00:00-04:00"));
  expect(document.polls?.average.inputs.map((i) => i.poll)).toEqual(["p1"]);
  expect(document.polls?.recent.map((p) => p.id)).toEqual(["p1"]);
  expect(document.polls?.count).toBe(1);
  expect(sections.polls?.polls.map((p) => p.id)).toEqual(["p1"]);
});

test("a pinned clock doesn't know of a later certification", () => {
  const certified = {
    by: "Testville Election Office",
    at: "2026-11-10T12:00:00-05:00",
    source: "office",
  };
  const race = aRace({ certified, asOf: "2026-11-04T08:00:00-05:00" });
  expect(compileRace({ ...full, race }, at("2026-12-24T00:00:00Z")).document.certified).toEqual([]);
});

test("the average stands still when the polls have closed", () => {
  const { document } = compileRace(full, at("2026-12-24T12:00:00-05:00"));
  expect(document.polls?.average.asOf).toBe("2026-11-03");
});

test("a pinned clock stops everything at that moment", () => {
  const race = aRace({ asOf: "2026-10-28T20:00:00-04:00" });
  const { document, sections } = compileRace({ ...full, race }, at("2026-12-24T00:00:00Z"));
  expect(document).toMatchObject({
    asOf: "2026-10-28T20:00:00-04:00",
    status: "upcoming",
    staleAfter: { polls: null },
  });
  expect(document.turnout).toBeUndefined();
  expect(document.calls).toBeUndefined();
  expect(sections.calls?.calls).toEqual([]);
});

test("an average that somebody publishes tomorrow isn't shown tonight", () => {
  const published = (asOf: string) => ({
    publisher: "TEST Index",
    asOf,
    shares: [{ candidate: "ada", share: 50 }],
    text: "Ada 50",
    source: "wire",
  });
  const shownAt = (asOf: string) => {
    const averages = [published("2026-10-28"), published("2026-10-27T21:30:00-04:00")];
    const race = { ...full.race, asOf, polls: { ...full.race.polls, published: averages } };
    const { document } = compileRace({ ...full, race }, at(asOf));
    return document.polls?.published.map((one) => one.asOf);
  };
  expect(shownAt("2026-10-27T21:00:00-04:00")).toEqual([]);
  expect(shownAt("2026-10-27T22:00:00-04:00")).toEqual(["2026-10-27T21:30:00-04:00"]);
  expect(shownAt("2026-10-28T00:00:00-04:00")).toHaveLength(2);
});

test("a running clock shows when it was published", () => {
  expect(compileRace(full, at("2026-10-30T11:59:59Z")).document.asOf).toBe(stamp.updatedAt);
});

test("a section ages when its feed's promise runs out", () => {
  const freshUntil = { polls: "2026-11-04T03:00:00Z" };
  const { document } = compileRace(full, { ...at("2026-11-04T02:30:00Z"), freshUntil });
  expect(document.staleAfter).toEqual({
    polls: "2026-11-04T03:00:00Z",
    turnout: null,
    results: null,
    money: null,
  });
});

test("only the sources that something names are carried", () => {
  const polls = someData({ polls: full.polls });
  expect(compileRace(polls, at("2026-11-01T00:00:00Z")).document.sources).toEqual([
    { id: "wire", name: "Test Wire" },
  ]);
});

test("the document stays small however many polls there are", () => {
  const many = Array.from({ length: 300 }, (_, i) =>
    aPoll(`p${i}`, "2026-10-20", 48 + (i % 4), 47),
  );
  const race = someData({ polls: { polls: many } });
  const { document, sections } = compileRace(race, at("2026-11-01T00:00:00Z"));
  expect(document.polls).toMatchObject({ count: 300, recent: { length: 20 } });
  expect(document.polls?.average.inputs).toHaveLength(20);
  expect(sections.polls?.average?.inputs).toHaveLength(300);
  const weights = sections.polls?.average?.inputs.reduce((sum, i) => sum + i.weight, 0);
  expect(weights).toBeCloseTo(1, 9);
});

test("aliases stay with the editors", () => {
  expect(JSON.stringify(compileRace(full, at("2026-11-01T00:00:00Z")))).not.toContain("aliases");
});

test("a section's own stamp outlives changes elsewhere", () => {
  const sections = { polls: { revision: 2, updatedAt: "2026-10-29T00:00:00Z" } };
  const compiled = compileRace(full, { ...at("2026-11-01T00:00:00Z"), sections });
  expect(compiled.sections.polls).toMatchObject(sections.polls);
  expect(compiled.sections.turnout).toMatchObject({ revision: 7, updatedAt: stamp.updatedAt });
});
