import { expect, test } from "vitest";
import { raceSource, type RaceSourceInput } from "../../../../src/race/schema/race.ts";
import { callsSource } from "../../../../src/race/sections/calls/source.ts";
import { NO_SECTIONS, type SectionSources } from "../../../../src/race/sections/index.ts";
import { pollsSource } from "../../../../src/race/sections/polls/source.ts";
import { nextClockMoment } from "../../../../src/worker/desk/publishing/clock.ts";
import { pollJson, raceJson } from "../fixture.ts";

const OPENS = "2030-06-18T07:00:00-04:00";
const CLOSES = "2030-06-18T19:00:00-04:00";

function next(
  now: string,
  change: Partial<RaceSourceInput> = {},
  publishedAt: readonly string[] = [],
  calls: readonly unknown[] = [],
  sections: Partial<SectionSources> = {},
): string | null {
  const race = raceSource.parse(raceJson({ voting: { opens: OPENS, closes: CLOSES }, ...change }));
  const polls = pollsSource.parse({
    polls: publishedAt.map((at, i) => ({ ...pollJson(`p${i}`, 48, 45), publishedAt: at })),
  });
  const data = { ...NO_SECTIONS, race, polls, calls: callsSource.parse({ calls }), ...sections };
  const at = nextClockMoment(data, Date.parse(now));
  return at === null ? null : new Date(at).toISOString();
}

test.each([
  ["midnight in the race's time zone", "2030-06-10T12:00:00Z", "2030-06-11T04:00:00.000Z"],
  ["a second before midnight", "2030-06-11T03:59:59Z", "2030-06-11T04:00:00.000Z"],
  ["midnight itself: the next one", "2030-06-11T04:00:00Z", "2030-06-12T04:00:00.000Z"],
  ["polls open", "2030-06-18T05:00:00-04:00", "2030-06-18T11:00:00.000Z"],
  ["polls close", OPENS, "2030-06-18T23:00:00.000Z"],
  ["the night after", CLOSES, "2030-06-19T04:00:00.000Z"],
  ["a day of 25 hours", "2026-11-01T12:00:00-05:00", "2026-11-02T05:00:00.000Z"],
])("%s", (_, now, expected) => {
  expect(next(now)).toBe(expected);
});

test("a call and a certificate entered ahead of their time count when they come", () => {
  const call = {
    candidate: "a",
    caller: "TEST desk",
    at: "2030-06-18T20:15:00-04:00",
    source: "s",
  };
  const certified = { by: "TEST office", at: "2030-06-18T20:30:00-04:00", source: "s" };
  const change = { certified: [certified] };
  expect(next(CLOSES, change, [], [call])).toBe("2030-06-19T00:15:00.000Z");
  expect(next(call.at, change, [], [call])).toBe("2030-06-19T00:30:00.000Z");
  expect(next(certified.at, change, [], [call])).toBeNull();
});

test("a poll released ahead of its hour counts when that comes, and one of a date at midnight", () => {
  const hours = ["2030-06-10T18:00:00-04:00", "2030-06-10", "2030-06-12T06:00:00-04:00"];
  expect(next("2030-06-10T12:00:00-04:00", {}, hours)).toBe("2030-06-10T22:00:00.000Z");
  expect(next("2030-06-10T18:00:00-04:00", {}, hours)).toBe("2030-06-11T04:00:00.000Z");
});

test("an average published at an hour counts then, and one of a date at midnight", () => {
  const average = { publisher: "TEST Index", shares: [], text: "x", source: "s" };
  const polls = (...asOf: string[]) => ({
    polls: {
      published: asOf.map((at) => ({
        ...average,
        shares: [{ candidate: "a", share: 50 }],
        asOf: at,
      })),
    },
  });
  const noon = "2030-06-10T12:00:00-04:00";
  expect(next(noon, polls("2030-06-10T18:00:00-04:00"))).toBe("2030-06-10T22:00:00.000Z");
  // Midnight in UTC is another hour here.
  expect(next(noon, polls("2030-06-11"))).toBe("2030-06-11T04:00:00.000Z");
});

test("never for a pinned clock, and not for ever for a race that nobody certifies", () => {
  expect(next("2030-06-10T12:00:00Z", { asOf: "2030-06-10T08:00:00-04:00" })).toBeNull();
  expect(next("2030-07-18T12:00:00Z")).toBe("2030-07-19T04:00:00.000Z");
  expect(next("2030-07-19T12:00:00Z")).toBeNull();
});

test("what is dated ahead has its moment, long after the race and after its certificate, too", () => {
  const polls = ["2031-01-10T06:00:00-05:00"];
  expect(next("2031-01-09T12:00:00Z", {}, polls)).toBe("2031-01-10T11:00:00.000Z");
  const certified = { by: "TEST office", at: "2030-06-18T20:30:00-04:00", source: "s" };
  expect(next("2031-01-09T12:00:00Z", { certified: [certified] }, polls)).toBe(
    "2031-01-10T11:00:00.000Z",
  );
  expect(next("2031-01-11T12:00:00Z", {}, polls)).toBeNull();
});

test("a row of a later date waits for a midnight, also where no other midnight matters", () => {
  const rows = { date: "2031-01-11", mode: "absentee_mail", ballots: 5, source: "s" } as const;
  const turnout = { counts: [{ ...rows, rounded: false, note: null }] };
  const at = (now: string) => next(now, {}, [], [], { turnout });
  expect(at("2031-01-09T12:00:00Z")).toBe("2031-01-10T05:00:00.000Z");
  expect(at("2031-01-10T12:00:00Z")).toBe("2031-01-11T05:00:00.000Z");
  expect(at("2031-01-11T12:00:00Z")).toBeNull();
});

test("a count counts ten minutes ahead of its time: clocks of offices run fast", () => {
  const row = {
    round: 1,
    area: "total",
    measure: "ballots",
    candidate: null,
    other: null,
    mode: "unspecified",
    value: 9,
    asOf: "2031-01-10T12:00:00Z",
    source: "s",
  } as const;
  const results = { counts: [row] };
  expect(next("2031-01-10T11:00:00Z", {}, [], [], { results })).toBe("2031-01-10T11:50:00.000Z");
});

test("a clock that is pinned ahead opens no embargo, so it has that moment", () => {
  const hours = ["2030-06-10T18:00:00-04:00", "2030-06-12T18:00:00-04:00"];
  const pinned = { asOf: "2030-06-11T08:00:00-04:00" };
  expect(next("2030-06-10T12:00:00Z", pinned, hours)).toBe("2030-06-10T22:00:00.000Z");
  expect(next("2030-06-10T22:00:00Z", pinned, hours)).toBeNull();
});

test("a silence begins and ends at its moments, for a pinned clock and after a certificate, too", () => {
  const [from, to] = ["2031-01-10T06:00:00-05:00", "2031-01-10T20:00:00-05:00"];
  const quiet = [{ what: "polls", from, to, law: "TEST Act" }] as const;
  const certified = [{ by: "TEST office", at: "2030-06-18T20:30:00-04:00", source: "s" }];
  for (const change of [{}, { certified }, { asOf: "2030-06-10T08:00:00-04:00" }]) {
    const at = (now: string) => next(now, { ...change, quiet: [...quiet] });
    expect(at("2031-01-09T12:00:00Z")).toBe("2031-01-10T11:00:00.000Z");
    expect(at("2031-01-10T11:00:00Z")).toBe("2031-01-11T01:00:00.000Z");
    expect(at("2031-01-11T01:00:00Z")).toBeNull();
  }
});
