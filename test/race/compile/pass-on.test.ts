import { expect, test } from "vitest";
import { readersTables } from "../../../src/formats/topline/section-csv.ts";
import { compileRace } from "../../../src/race/compile/compile-race.ts";
import type { RaceData } from "../../../src/race/schema/data.ts";
import { pastRow } from "../../../src/race/sections/history/source.ts";
import { DEFINITIONS, SECTIONS } from "../../../src/race/sections/index.ts";
import { timelineEvent } from "../../../src/race/sections/timeline/source.ts";
import { aCall, aPoll, aRace, someData, votes } from "../fixtures.ts";

const AT = "2026-11-04T01:00:00-05:00";

/** Figures that stand nowhere else. */
const FIGURES = [
  "63.37",
  "64.91",
  "37.73",
  "41.17",
  "73731",
  "7373101",
  "737311",
  "731731",
  "Able 37.1",
];

const LONG_AGO = { field: { start: "2020-06-01", end: "2020-06-02" } };

/** A race all of whose figures come from the wire, which lets them be shown only. */
function shownOnly(source = "wire"): RaceData {
  const wire = { source, note: null, rounded: false };
  return someData({
    race: aRace({
      languages: ["en", "es"],
      sources: [
        { id: "office", name: "Testville Election Office" },
        { id: "wire", name: "Test Wire", redistribution: "card" },
      ],
      polls: {
        published: [
          {
            publisher: "TEST Index",
            asOf: "2026-10-29",
            shares: [{ candidate: "ada", share: 37.1 }],
            text: "Able 37.1",
            source,
          },
        ],
      },
      turnout: {
        registered: {
          count: 731_731,
          basis: { en: "TEST registered" },
          source,
          asOf: "2026-10-29",
        },
      },
    }),
    polls: {
      polls: [
        { ...aPoll("p1", "2026-10-20", 37.73, 41.17), source, undecided: 12.21 },
        { ...aPoll("p2", "2026-10-20", 45, 44), source: "office" },
      ],
    },
    turnout: { counts: [{ date: "2026-10-27", mode: "absentee_mail", ballots: 73_731, ...wire }] },
    results: {
      counts: [
        votes("North", "ada", 737_311, { source }),
        votes("North", "ada", 5151, { source, measure: "undervotes", candidate: null }),
      ],
    },
    calls: { calls: [aCall({ source })] },
    history: {
      past: [
        pastRow.parse({ kind: "vote", date: "2024-11-05", who: "Ada Able", share: 63.37, source }),
      ],
    },
    timeline: {
      events: [
        timelineEvent.parse({
          id: "e1",
          at: "2026-10-01",
          text: { en: "TEST 64.91" },
          source: source,
        }),
      ],
    },
    money: {
      entries: [
        {
          measure: "receipts",
          candidate: "ada",
          amount: 7_373_101,
          asOf: "2026-10-01",
          printed: null,
          atMost: false,
          atLeast: false,
          ...wire,
        },
      ],
    },
  });
}

function compiled(data: RaceData) {
  return compileRace(data, { now: AT, updatedAt: AT, revision: 1, publication: 1 });
}

test("figures that may only be shown are in the race document, and in no section or table", () => {
  const data = shownOnly();
  const { document, sections } = compiled(data);
  const shown = JSON.stringify(document);
  for (const figure of FIGURES) expect(shown).toContain(figure);
  const passedOn = JSON.stringify([sections, readersTables(sections, data.race)]);
  for (const figure of FIGURES) expect(passedOn).not.toContain(figure);
  // They are there where the source allows it, so the test can fail.
  const allowed = compiled(shownOnly("office")).sections;
  for (const figure of FIGURES) expect(JSON.stringify(allowed)).toContain(figure);
});

test.each(SECTIONS)("%s says what it leaves out and why, and fits its schema", (name) => {
  const section = compiled(shownOnly()).sections[name];
  expect(section?.withheld).toEqual([
    {
      why: "redistribution",
      source: "wire",
      rows: name === "results" ? 2 : 1,
      statement: { en: expect.stringContaining("left out"), es: expect.stringContaining("falta") },
    },
  ]);
  expect(section?.sources).toContainEqual({
    id: "wire",
    name: "Test Wire",
    redistribution: "card",
  });
  expect(DEFINITIONS[name].full.parse(section)).toEqual(section);
});

test("an average goes with the polls that it would tell, and the other polls stay", () => {
  const { document, sections } = compiled(shownOnly());
  expect(document.polls?.average.inputs.map(({ poll }) => poll)).toEqual(["p1", "p2"]);
  expect(sections.polls?.average).toBeNull();
  expect(sections.polls?.polls.map(({ id }) => id)).toEqual(["p2"]);
});

test("the document keeps no more of them than a card draws", () => {
  const { document } = compiled(shownOnly());
  const text = JSON.stringify(document);
  expect(text).not.toContain("12.21");
  expect(text).not.toContain("5151");
  const allowed = JSON.stringify(compiled(shownOnly("office")).document);
  expect(allowed).toContain("12.21");
  expect(allowed).toContain("5151");
});

test("a poll of which no card draws anything isn't in the document either", () => {
  const data = shownOnly();
  const old = { polls: data.polls?.polls.map((poll) => ({ ...poll, ...LONG_AGO })) ?? [] };
  const { document } = compiled({ ...data, polls: old });
  expect(document.polls?.average.shares).toEqual([]);
  expect(document.polls?.recent.map(({ id }) => id)).toEqual(["p2"]);
});

test("where everything may be passed on nothing is withheld", () => {
  const { sections } = compiled(shownOnly("office"));
  for (const name of SECTIONS) expect(sections[name]?.withheld).toEqual([]);
});
