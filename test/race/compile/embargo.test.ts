import { expect, test } from "vitest";
import { compileRace } from "../../../src/race/compile/compile-race.ts";
import { datesOf } from "../../../src/race/compile/known-data.ts";
import { readersTables } from "../../../src/formats/topline/section-csv.ts";
import type { RaceData } from "../../../src/race/schema/data.ts";
import { aCall, aPoll, aRace, someData, votes } from "../fixtures.ts";

/** Figures that stand nowhere else in what readers get. */
const POLL = 37.73;
const BALLOTS = 73_731;
const DOLLARS = 7_373_101;
const VOTES = 737_311;

const wording = (en: string) => ({ en });

function race(changes: Parameters<typeof aRace>[0] = {}) {
  return aRace({
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
      registered: {
        count: 731_731,
        basis: wording("TEST registered"),
        source: "office",
        asOf: "2026-10-29",
      },
      reference: {
        label: wording("the TEST round"),
        ballots: 731_137,
        source: "office",
        asOf: "2026-10-29",
      },
    },
    ...changes,
  });
}

function ahead(publishedAt: string, changes: Partial<RaceData> = {}): RaceData {
  const early = { ...aPoll("embargoed", "2026-10-20", POLL, 41.17), publishedAt };
  return someData({
    race: race(),
    polls: { polls: [aPoll("out", "2026-10-20", 48, 45), early] },
    turnout: {
      counts: [27, 29].map((day) => ({
        date: `2026-10-${day}`,
        mode: "absentee_mail",
        ballots: day === 29 ? BALLOTS : 100,
        rounded: false,
        source: "office",
        note: null,
      })),
    },
    results: { counts: [votes("North", "ada", VOTES)] },
    calls: { calls: [aCall()] },
    money: {
      entries: ["2026-10-01", "2026-10-29"].map((asOf, i) => ({
        measure: "receipts",
        candidate: "ada",
        amount: i === 0 ? 100 : DOLLARS,
        asOf,
        printed: null,
        atMost: false,
        atLeast: false,
        rounded: false,
        source: "office",
        note: null,
      })),
    },
    ...changes,
  });
}

/** Every public byte of the race at a moment. */
function publicText(data: RaceData, now: string): string {
  const compiled = compileRace(data, { now, updatedAt: now, revision: 1, publication: 1 });
  return JSON.stringify([compiled, readersTables(compiled.sections, data.race)]);
}

const SECRETS = [
  "embargoed",
  `${POLL}`,
  `${BALLOTS}`,
  `${DOLLARS}`,
  `${VOTES}`,
  "Able 37.1",
  "731731",
  "731137",
  "TEST Wire calls",
];

test("nothing that is dated ahead stands in any public byte, not even its average", () => {
  const before = publicText(ahead("2026-10-28T18:00:00-04:00"), "2026-10-28T17:59:59-04:00");
  for (const secret of SECRETS) expect(before).not.toContain(secret);
  const without = ahead("", { polls: { polls: [aPoll("out", "2026-10-20", 48, 45)] } });
  expect(before).toBe(publicText(without, "2026-10-28T17:59:59-04:00"));
});

test.each([
  ["a poll at its hour", "2026-10-28T18:00:00-04:00", ["embargoed", `${POLL}`]],
  ["a day's figures from its midnight", "2026-10-29T00:00:00-04:00", [`${BALLOTS}`, `${DOLLARS}`]],
  ["what race.json dates, too", "2026-10-29T00:00:00-04:00", ["Able 37.1", "731731", "731137"]],
  ["a count that is ten minutes ahead", "2026-11-03T20:50:00-05:00", [`${VOTES}`]],
])("%s comes out", (_, now, figures) => {
  const text = publicText(ahead("2026-10-28T18:00:00-04:00"), now);
  for (const figure of figures) expect(text).toContain(figure);
});

test("a count further ahead than that waits", () => {
  const text = publicText(ahead("2026-10-28"), "2026-11-03T20:49:59-05:00");
  expect(text).not.toContain(`${VOTES}`);
});

test("a clock that is pinned ahead opens no embargo", () => {
  const pinned = ahead("2026-10-28T18:00:00-04:00", {
    race: race({ asOf: "2026-11-03T08:00:00-05:00" }),
  });
  expect(publicText(pinned, "2026-10-28T17:00:00-04:00")).not.toContain(`${POLL}`);
  expect(publicText(pinned, "2026-10-28T18:00:00-04:00")).toContain(`${POLL}`);
});

test("whatever can be dated ahead is asked about, once each", () => {
  const dates = datesOf(ahead("2026-10-28T18:00:00-04:00")).map(([when]) => when);
  expect(dates.toSorted()).toEqual(
    [
      "2026-10-01",
      "2026-10-20",
      "2026-10-27",
      "2026-10-28T18:00:00-04:00",
      "2026-10-29",
      "2026-11-03T21:00:00-05:00",
      "2026-11-03T23:00:00-05:00",
    ].toSorted(),
  );
});

test("ballots that an office says it will count wait for the day that it says it of", () => {
  const outstanding = [
    { kind: "TEST mail", ballots: 731_313, asOf: "2026-11-04", source: "office" },
  ];
  const data = ahead("2026-10-28", { race: race({ count: { outstanding } }) });
  const night = publicText(data, "2026-11-03T23:59:59-05:00");
  expect(night).toContain(`${VOTES}`);
  expect(night).not.toContain("731313");
  expect(publicText(data, "2026-11-04T00:00:00-05:00")).toContain("731313");
});
