import { expect, test } from "vitest";
import { checkRaceData, checkSource } from "../../src/race/check.ts";
import { aPoll, aRace, someData, votes } from "./fixtures.ts";

const issuesOf = (checked: ReturnType<typeof checkRaceData> | ReturnType<typeof checkSource>) =>
  checked.ok ? [] : checked.issues;

test("a misspelt field is refused, and the path says where", () => {
  const { id, ...rest } = aPoll("p1", "2026-10-28", 51, 45);
  const issues = issuesOf(checkSource("polls", { polls: [{ ...rest, id, polster: "X" }] }));
  expect(issues).toEqual([
    {
      path: "polls.0.polster",
      message: "is no field here: check its spelling, or take it out",
    },
  ]);
});

test("a field that isn't there is said to be missing, and what it should be", () => {
  const { pollster: _pollster, field: _field, ...poll } = aPoll("p1", "2026-10-28", 51, 45);
  expect(issuesOf(checkSource("polls", { polls: [poll] }))).toEqual([
    { path: "polls.0.pollster", message: "is missing: add it" },
    {
      path: "polls.0.field",
      message: "is missing: add it, it needs start and end, or middle, as dates like 2017-06-20",
    },
  ]);
});

test("every fault of a body is reported with what was found", () => {
  const poll = { ...aPoll("p1", "2026-10-28", 51, 45), sample: -3, field: { middle: "6/20/17" } };
  const issues = issuesOf(checkSource("polls", { polls: [poll] }));
  expect(issues.map((i) => i.path)).toEqual(["polls.0.field.middle", "polls.0.sample"]);
  expect(issues[1]?.message).toBe("must be 1 or more, found -3");
});

test("a race whose polls close before they open is refused", () => {
  const race = {
    ...aRace(),
    voting: { opens: "2026-11-03T19:00:00-05:00", closes: "2026-11-03T07:00:00-05:00" },
  };
  expect(issuesOf(checkSource("race", race))).toEqual([
    { path: "voting", message: "opens must be before closes" },
  ]);
});

test("links that run code are refused", () => {
  const race = { ...aRace(), sources: [{ id: "x", name: "X", url: "javascript:alert(1)" }] };
  expect(issuesOf(checkSource("race", race))[0]?.path).toBe("sources.0.url");
});

test("a section can only name candidates and sources of its race", () => {
  const poll = {
    ...aPoll("p1", "2026-10-28", 51, 45),
    shares: [{ candidate: "cy", share: 50 }],
    source: "blog",
  };
  expect(issuesOf(checkRaceData(someData({ polls: { polls: [poll] } })))).toEqual([
    {
      path: "polls.polls.0.source",
      message: 'no source of this race has the id blog; add it to "sources" in race.json',
    },
    {
      path: "polls.polls.0.shares.0.candidate",
      message: "no candidate of this race has the id cy; use one of ada, bo",
    },
  ]);
});

test("a key that stands twice is refused", () => {
  const data = someData({
    polls: { polls: [aPoll("p1", "2026-10-28", 51, 45), aPoll("p1", "2026-10-29", 50, 45)] },
    results: { counts: [votes("North", "ada", 1), votes("North", "ada", 2)] },
  });
  expect(issuesOf(checkRaceData(data)).map((i) => i.path)).toEqual([
    "polls.polls.1.id",
    "results.counts.1.area",
  ]);
});

test("a date's total beside its own modes would be counted twice", () => {
  const count = { date: "2026-10-30", rounded: false, source: "office", note: null };
  const data = someData({
    turnout: {
      counts: [
        { ...count, mode: "early_in_person", ballots: 10 },
        { ...count, mode: "unspecified", ballots: 15 },
      ],
    },
  });
  expect(issuesOf(checkRaceData(data)).map((i) => i.path)).toEqual(["turnout.counts.1.mode"]);
});

test("shares typed as fractions are refused, with how to write them", () => {
  const typed = (ada: number, bo: number) =>
    issuesOf(checkRaceData(someData({ polls: { polls: [aPoll("p1", "2026-10-28", ada, bo)] } })));
  expect(typed(0.48, 0.47)).toEqual([
    {
      path: "polls.polls.0.shares",
      message: "shares add up to 0.95 percent: they are fractions, so write 48 for 0.48",
    },
  ]);
  expect(typed(1, 0.5)).toHaveLength(1);
  expect(typed(1.5, 0.5)).toEqual([]);
  expect(typed(0, 0)).toEqual([]);
});
