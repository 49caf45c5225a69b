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

test("two candidates of one name or short name can't be told apart, and are refused", () => {
  const [ada, bo] = aRace().candidates;
  const issues = (changes: object) =>
    issuesOf(
      checkRaceData(someData({ race: aRace({ candidates: [ada!, { ...bo!, ...changes }] }) })),
    );
  expect(issues({ shortName: "ABLE" })).toEqual([
    {
      path: "race.candidates.1.shortName",
      message:
        'ada and bo are both called ABLE: give one of them a name that tells them apart, like "A. ABLE"',
    },
  ]);
  expect(issues({ name: "Ada  able" }).map(({ path }) => path)).toEqual(["race.candidates.1.name"]);
  expect(issues({ shortName: "B. Able" })).toEqual([]);
});

test("voting times with an offset that the time zone hasn't on that day are refused", () => {
  const issues = (voting: { opens: string; closes: string }, timeZone = "America/New_York") =>
    issuesOf(checkRaceData(someData({ race: aRace({ voting, timeZone }) })));
  const summer = { opens: "2026-11-03T07:00:00-04:00", closes: "2026-11-03T19:00:00-04:00" };
  expect(issues(summer)).toEqual([
    {
      path: "race.voting.opens",
      message:
        "-04:00 isn't the offset of America/New_York on that day, which is -05:00: write 2026-11-03T07:00:00-05:00, if that is the local time",
    },
    expect.objectContaining({ path: "race.voting.closes" }),
  ]);
  expect(issues({ opens: "2026-11-03T12:00:00Z", closes: "2026-11-04T00:00:00Z" })).toEqual([]);
  const kolkata = { opens: "2026-11-03T07:00:00+05:30", closes: "2026-11-03T18:00:00+05:30" };
  expect(issues(kolkata, "Asia/Kolkata")).toEqual([]);
  expect(issues(kolkata, "Europe/London")[0]?.message).toContain("which is +00:00");
});

test("two areas of one name, and a source of outstanding ballots that isn't there, are refused", () => {
  const areas = [
    { id: "ash", name: "Ash" },
    { id: "elm", name: "Elm", aliases: ["ASH COUNTY"] },
  ];
  const outstanding = [{ kind: "mail", ballots: 9, asOf: "2026-11-04", source: "blog" }];
  const race = aRace({ areas, count: { outstanding } });
  expect(issuesOf(checkRaceData(someData({ race })))).toEqual([
    {
      path: "race.areas.1.name",
      message: "ash and elm share the name ash: call one of them otherwise",
    },
    expect.objectContaining({ path: "race.count.outstanding.0.source" }),
  ]);
});

test("an election day on which nobody can vote is refused", () => {
  const issues = (electionDate: string) =>
    issuesOf(checkRaceData(someData({ race: aRace({ electionDate }) })));
  expect(issues("2026-11-04")).toEqual([
    {
      path: "race.electionDate",
      message: "is 2026-11-04, but voting is open on 2026-11-03: one of the two is wrong",
    },
  ]);
  expect(issues("2026-11-02")).toHaveLength(1);
});

test("a line takes names in any script, and nothing that turns or breaks a line", () => {
  const named = (name: string) => {
    const [ada, bo] = aRace().candidates;
    return issuesOf(checkSource("race", { ...aRace(), candidates: [{ ...ada, name }, bo] }));
  };
  for (const name of ["José Peña", "王小明", "سارة خليل", "मीरा", "O\u2019Rourke", "ক্\u200cষ"])
    expect(named(name)).toEqual([]);
  for (const mark of ["\u202E", "\u2066", "\u0000", "\u0007", "\u0085", "\u2028"]) {
    const [issue] = named(`Ada ${mark}Able`);
    expect(issue?.path).toBe("candidates.0.name");
    expect(issue?.message).toMatch(/^must be one line/);
    expect(issue?.message).not.toContain(mark);
  }
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
  // That shares of 0 are no shares is said once.
  expect(typed(0, 0)).toHaveLength(1);
});
