import { expect, test } from "vitest";
import { readersTables } from "../../../src/formats/topline/section-csv.ts";
import { compileRace } from "../../../src/race/compile/compile-race.ts";
import { stampRace } from "../../../src/race/compile/stamp-race.ts";
import type { RaceData } from "../../../src/race/schema/data.ts";
import { raceDocument } from "../../../src/race/schema/document.ts";
import type { RaceSourceInput } from "../../../src/race/schema/race.ts";
import { pastRow } from "../../../src/race/sections/history/source.ts";
import { DEFINITIONS, QUIETED, type Section, SECTIONS } from "../../../src/race/sections/index.ts";
import { timelineEvent } from "../../../src/race/sections/timeline/source.ts";
import { aCall, aPoll, aRace, someData, votes } from "../fixtures.ts";

const FROM = "2026-11-04T00:00:00-05:00";
const INSIDE = "2026-11-04T01:00:00-05:00";
const TO = "2026-11-04T20:00:00-05:00";
const LAW = "TEST Elections Act, s. 12";

/** What of each section stands nowhere else. */
const FIGURES: Readonly<Record<Section, readonly string[]>> = {
  polls: ["37.73", "41.17", "Able 37.1", "gave 39.93"],
  turnout: ["60617", "731731"],
  results: ["737311"],
  calls: ["2026-11-03T23:11:00-05:00"],
  money: ["7373101"],
  history: ["63.37"],
  timeline: ["64.91"],
};

function full(changes: Partial<RaceSourceInput> = {}): RaceData {
  const row = { source: "office", note: null, rounded: false };
  return someData({
    race: aRace({
      languages: ["en", "es"],
      polls: {
        published: [
          {
            publisher: "TEST Index",
            asOf: "2026-10-29",
            shares: [{ candidate: "ada", share: 37.1 }],
            text: "Able 37.1",
            source: "wire",
          },
        ],
      },
      turnout: {
        registered: { count: 731_731, basis: { en: "x" }, source: "office", asOf: "2026-10-29" },
      },
      corrections: [{ at: "2026-10-30T12:00:00Z", section: "polls", text: "We gave 39.93" }],
      ...changes,
    }),
    polls: { polls: [aPoll("p1", "2026-10-20", 37.73, 41.17)] },
    turnout: { counts: [{ date: "2026-10-27", mode: "absentee_mail", ballots: 60_617, ...row }] },
    results: { counts: [votes("North", "ada", 737_311)] },
    history: {
      past: [
        pastRow.parse({
          kind: "vote",
          date: "2024-11-05",
          who: "Ada Able",
          share: 63.37,
          source: "office",
        }),
      ],
    },
    calls: { calls: [aCall({ at: "2026-11-03T23:11:00-05:00" })] },
    timeline: {
      events: [
        timelineEvent.parse({
          id: "e1",
          at: "2026-10-01",
          text: { en: "TEST 64.91" },
          source: "office",
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
          ...row,
        },
      ],
    },
  });
}

function compiled(data: RaceData, now: string) {
  const stamp = { updatedAt: now, revision: 1, publication: 1 };
  return stampRace(compileRace(data, { now, ...stamp }), data, stamp);
}

function publicText(data: RaceData, now: string): string {
  const race = compiled(data, now);
  return JSON.stringify([race, readersTables(race.sections, data.race)]);
}

const quiet = (what: keyof typeof QUIETED) => ({ quiet: [{ what, from: FROM, to: TO, law: LAW }] });

test.each(SECTIONS)("while a law silences %s, not one of its figures is public", (section) => {
  const data = full(quiet(section));
  const during = publicText(data, INSIDE);
  for (const figure of FIGURES[section]) expect(during).not.toContain(figure);
  for (const other of SECTIONS.filter((name) => name !== section))
    for (const figure of FIGURES[other]) expect(during).toContain(figure);
  for (const now of ["2026-11-03T23:59:59-05:00", TO])
    for (const figure of FIGURES[section]) expect(publicText(data, now)).toContain(figure);
});

test.each(SECTIONS)(
  "%s says in words that it keeps silent, until when and by which law",
  (name) => {
    const { document, sections } = compiled(full(quiet(name)), INSIDE);
    expect(document).not.toHaveProperty(name);
    const statement = {
      en: expect.stringMatching(/can’t be shown until .*November 4.*8:00.PM.*\(TEST Elections Act/),
      es: expect.stringMatching(/no se pueden mostrar .*4 de noviembre.*\(TEST Elections Act/),
    };
    expect(document.quiet).toEqual([
      { what: name, section: name, from: FROM, to: TO, law: LAW, statement },
    ]);
    expect(raceDocument.parse(document)).toEqual(document);
    const section = sections[name];
    expect(section?.withheld).toEqual([{ why: "quiet", what: name, to: TO, law: LAW, statement }]);
    expect(DEFINITIONS[name].full.parse(section)).toEqual(section);
  },
);

test("without a call that may be shown nothing says that the race is called", () => {
  expect(compiled(full(), INSIDE).document.status).toBe("called");
  expect(compiled(full(quiet("calls")), INSIDE).document.status).toBe("counting");
});

const NEW = { ...aPoll("late", "2026-11-01", 71.13, 20), publishedAt: "2026-11-04T00:30:00-05:00" };
const AT_THE_DOOR = { ...aPoll("door", "2026-11-03", 72.13, 20), publishedAt: "2026-11-03" };

test.each([
  ["new_polls", NEW, "71.13"],
  ["exit_polls", AT_THE_DOOR, "72.13"],
] as const)("%s alone are kept back, from the average too", (what, poll, figure) => {
  const old = full().polls?.polls ?? [];
  const data = { ...full(quiet(what)), polls: { polls: [...old, poll] } };
  const during = compiled(data, INSIDE);
  expect(publicText(data, INSIDE)).not.toContain(figure);
  expect(during.document.polls).toEqual(compiled(full(), INSIDE).document.polls);
  expect(during.document.quiet).toMatchObject([{ what, section: "polls" }]);
  expect(during.sections.polls?.withheld).toMatchObject([{ why: "quiet", what }]);
  expect(publicText(data, TO)).toContain(figure);
});

test("a poll of which only the day is known counts as new on the day the silence begins", () => {
  const poll = { ...NEW, publishedAt: "2026-11-04" };
  const data = { ...full(quiet("new_polls")), polls: { polls: [poll] } };
  expect(publicText(data, INSIDE)).not.toContain("71.13");
});

test("an average that others publish meanwhile is new, too", () => {
  const late = {
    publisher: "TEST Index",
    asOf: "2026-11-04T00:20:00-05:00",
    shares: [{ candidate: "ada", share: 71.3 }],
    text: "Able 71.3",
    source: "wire",
  };
  const data = full({ ...quiet("new_polls"), polls: { published: [late] } });
  expect(publicText(data, INSIDE)).not.toContain("71.3");
  expect(publicText(data, TO)).toContain("Able 71.3");
});

test("a clock that is pinned elsewhere doesn't get round the law", () => {
  const pinned = full({ ...quiet("polls"), asOf: "2026-11-01T12:00:00Z" });
  expect(publicText(pinned, INSIDE)).not.toContain("37.73");
  expect(publicText(pinned, TO)).toContain("37.73");
  // Its readers are where its clock is.
  const there = full({ ...quiet("polls"), asOf: INSIDE });
  expect(publicText(there, "2026-12-24T00:00:00Z")).not.toContain("37.73");
});

test("what no law names is as it was, and a silence needs an end after its beginning", () => {
  expect(compiled(full(), INSIDE).document.quiet).toBeUndefined();
  expect(() => full({ quiet: [{ what: "polls", from: TO, to: FROM, law: LAW }] })).toThrow(
    "from must be before to",
  );
});
