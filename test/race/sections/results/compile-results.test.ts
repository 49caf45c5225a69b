import { expect, test } from "vitest";
import { compileAreas } from "../../../../src/race/sections/results/compile-areas.ts";
import { compileResults } from "../../../../src/race/sections/results/compile-results.ts";
import { area as listedArea } from "../../../../src/race/schema/count.ts";
import type { ResultCount } from "../../../../src/race/sections/results/source.ts";
import { counted, votes } from "../../fixtures.ts";

const facts = { candidates: ["ada", "bo"], calls: [] };
const compile = (...counts: ResultCount[]) => compileResults({ counts }, facts);

test("areas are summed, and candidates stand by votes", () => {
  const results = compile(
    votes("North", "ada", 10),
    votes("North", "bo", 30),
    votes("South", "ada", 25),
    votes("South", "bo", 15),
  );
  expect(results?.rounds[0]?.candidates).toEqual([
    { candidate: "bo", votes: 45, share: 56.3, status: null },
    { candidate: "ada", votes: 35, share: 43.8, status: null },
  ]);
  expect(results?.rounds[0]?.votes).toBe(80);
});

test("a stated total is not added to its areas", () => {
  const results = compile(
    votes("North", "ada", 10),
    votes("total", "ada", 12),
    votes("total", "bo", 3),
  );
  expect(results?.rounds[0]?.votes).toBe(15);
});

test("a total stated for one candidate leaves the others to be summed", () => {
  const results = compile(
    votes("total", "ada", 12),
    votes("North", "ada", 10),
    votes("North", "bo", 5),
    votes("South", "bo", 6),
  );
  expect(results?.rounds[0]?.candidates.map((c) => [c.candidate, c.votes])).toEqual([
    ["ada", 12],
    ["bo", 11],
  ]);
});

test("a total stated for one measure leaves the others to be summed", () => {
  const results = compile(
    votes("total", "ada", 12),
    counted("North", "ballots", 7),
    counted("South", "ballots", 8),
    counted("North", "registered", 20),
    counted("South", "registered", 10),
  );
  expect(results?.rounds[0]).toMatchObject({ votes: 12, ballots: 15, registered: 30, turnout: 50 });
});

test("every vote is in the whole, those of write-ins and of who isn't listed too", () => {
  const other = (name: string, value: number, changes: Partial<ResultCount> = {}) =>
    votes("North", "", value, { candidate: null, other: name, ...changes });
  const results = compile(
    votes("North", "ada", 499),
    votes("North", "bo", 480),
    other("write-ins", 16),
    other("Cy Pine", 3),
    other("Di Yew", 2, { mode: "absentee_mail" }),
  );
  expect(results?.rounds[0]).toMatchObject({
    votes: 1000,
    others: { votes: 21, share: 2.1, candidates: 2, largest: { name: "Cy Pine", votes: 3 } },
    candidates: [
      { candidate: "ada", votes: 499, share: 49.9 },
      { candidate: "bo", votes: 480, share: 48 },
    ],
  });
  expect(results?.modes.map((one) => [one.mode, one.votes, one.others?.votes])).toEqual([
    ["absentee_mail", 2, 2],
    ["unspecified", 998, 19],
  ]);
  const pool = compile(votes("North", "ada", 9), other("write-ins", 1));
  expect(pool?.rounds[0]?.others).toEqual({ votes: 1, share: 10, candidates: 0, largest: null });
  const [area] = compileAreas({ counts: [votes("North", "ada", 9), other("write-ins", 1)] });
  expect(area).toMatchObject({ votes: 10, others: { votes: 1, share: 10 } });
});

test("a total stated for one of the others leaves the rest of them to be summed", () => {
  const results = compile(
    votes("total", "ada", 10),
    votes("total", "", 5, { candidate: null, other: "write-ins" }),
    votes("North", "", 4, { candidate: null, other: "write-ins" }),
    votes("North", "", 3, { candidate: null, other: "Cy Pine" }),
  );
  expect(results?.rounds[0]?.others).toMatchObject({ votes: 8, candidates: 1 });
});

test("no vote yet is no share, not 0 percent", () => {
  const results = compile(votes("North", "ada", 0), votes("North", "bo", 0));
  expect(results?.rounds[0]?.candidates.map((c) => c.share)).toEqual([null, null]);
  expect(compile()).toBeNull();
});

test("precincts that have reported are places, and no percent of the count", () => {
  const precincts = (area: string, reported: number, total: number) => [
    counted(area, "precincts_reported", reported),
    counted(area, "precincts_total", total),
  ];
  const places = (...rows: ResultCount[]) => compile(votes("North", "ada", 1), ...rows)?.reporting;
  const of = { of: "precincts", percent: null };
  expect(places(...precincts("total", 9, 9))).toEqual({ ...of, counted: 9, total: 9 });
  expect(places(...precincts("North", 5, 9), ...precincts("South", 0, 3))).toEqual({
    ...of,
    counted: 5,
    total: null,
  });
  // Whatever areas a count has may be some of several, and one without precincts has more of them.
  expect(places(...precincts("North", 50, 50))).toEqual({ ...of, counted: 50, total: null });
  expect(places(...precincts("North", 5, 9), votes("South", "ada", 3))).toMatchObject({
    counted: 5,
    total: null,
  });
});

const county = (name: string, more: object = {}) =>
  listedArea.parse({ id: name.toLowerCase(), name: `${name} County`, ...more });

test("reporting is of all areas that the race lists", () => {
  const listed = (areas: ReturnType<typeof county>[], ...counts: ResultCount[]) =>
    compileResults({ counts }, { ...facts, areas });
  const first = [
    votes("Ash", "ada", 10),
    counted("Ash", "precincts_reported", 50),
    counted("Ash", "precincts_total", 50),
  ];
  const three = [county("Ash"), county("Elm"), county("Oak", { aliases: ["Oaks"] })];
  expect(listed(three, ...first)?.reporting).toEqual({
    counted: 1,
    total: 3,
    of: "counties",
    percent: null,
  });
  const towns = three.map((one) => ({ ...one, name: one.id }));
  expect(listed(towns, ...first, votes("OAKS", "bo", 4))?.reporting).toMatchObject({
    counted: 2,
    of: "areas",
  });
  const known = ["Ash", "Elm", "Oak"].map((name) => county(name, { precincts: 40 }));
  // What the file says of its own precincts wins.
  expect(listed(known, ...first)?.reporting).toMatchObject({
    counted: 50,
    total: 130,
    of: "precincts",
  });
  const strange = listed(three, ...first, votes("Provisional", "bo", 5));
  expect(strange?.rounds[0]?.votes).toBe(15);
  expect(strange?.reporting).toMatchObject({ counted: 1, total: 3 });
  const counts = [...first, votes("Provisional", "bo", 5)];
  expect(
    compileAreas({ counts }, { areas: three }).map((one) => [one.area, one.id, one.unknown]),
  ).toEqual([
    ["Ash", "ash", false],
    ["Provisional", null, true],
  ]);
});

test("a figure that can't be is left out with a note, and votes are read", () => {
  const results = compile(
    votes("North", "ada", 1800),
    counted("North", "ballots", 500),
    counted("North", "registered", 5000),
    counted("North", "precincts_reported", 9),
    counted("North", "precincts_total", 7),
    votes("South", "ada", 40),
    counted("South", "ballots", 50),
    counted("South", "registered", 0),
  );
  expect(results?.rounds[0]).toMatchObject({
    votes: 1840,
    ballots: null,
    registered: null,
    turnout: null,
    reporting: null,
  });
  expect(results?.notes).toEqual([
    {
      round: 1,
      area: "North",
      figure: "ballots",
      reason: "below_votes",
      value: 500,
      against: 1800,
    },
    { round: 1, area: "North", figure: "precincts", reason: "above_total", value: 9, against: 7 },
    { round: 1, area: "South", figure: "registered", reason: "zero", value: 0, against: 40 },
  ]);
});

test("turnout is of places that give both ballots and registered voters, and of all that vote", () => {
  const people = (area: string, ballots: number | null, registered: number | null) => [
    votes(area, "ada", 10),
    ...(ballots === null ? [] : [counted(area, "ballots", ballots)]),
    ...(registered === null ? [] : [counted(area, "registered", registered)]),
  ];
  const of = (...rows: ResultCount[][]) => {
    const { ballots, registered, turnout } = compile(...rows.flat())?.rounds[0] ?? {};
    return [ballots, registered, turnout];
  };
  expect(of(people("North", 50, 100), people("South", 40, 100))).toEqual([90, 200, 45]);
  expect(of(people("North", 50, 100), people("South", 40, null))).toEqual([90, null, null]);
  expect(of(people("North", 50, 100), people("South", null, null))).toEqual([null, null, null]);
  const whole = [counted("total", "registered", 400)];
  expect(of(people("North", 50, null), whole)).toEqual([50, 400, null]);
});

test("in an area that reports others, a candidate without a row has none", () => {
  const areas = compileAreas({
    counts: [
      votes("North", "ada", 10),
      votes("South", "ada", 5),
      votes("South", "bo", 6),
      counted("East", "ballots", 3),
    ],
  });
  expect(areas.map(({ area: name, candidates }) => [name, candidates.map((c) => c.votes)])).toEqual(
    [
      ["North", [10, 0]],
      ["South", [5, 6]],
      ["East", []],
    ],
  );
});

test.each([
  [0, false, 0.1],
  [0.01, false, 0.1],
  [63.54, false, 63.5],
  [100, false, 99.9],
  [100, true, 100],
])("%f percent of the expected vote, final: %s, is %f", (value, isFinal, percent) => {
  const counts = [votes("total", "ada", 1), counted("total", "expected_percent", value)];
  const results = compileResults({ counts }, { ...facts, isFinal });
  expect(results?.count.expected).toMatchObject({ percent, by: "office" });
  expect(results?.reporting).toMatchObject({ of: "expected_vote", percent });
});

test("0 percent of the expected vote is 0 only while there are no votes", () => {
  const results = compileResults({ counts: [counted("total", "expected_percent", 0)] }, facts);
  expect(results?.count.expected).toMatchObject({ percent: 0 });
});

test("the state of the count is the office's word, but votes have begun it", () => {
  const state = (said: "not_started" | "paused" | null, value: number, isFinal = false) => {
    const count = { state: said, outstanding: [], nextUpdate: null };
    return compileResults({ counts: [votes("North", "ada", value)] }, { ...facts, count, isFinal })
      ?.count.state;
  };
  expect(state(null, 0)).toBe("not_started");
  expect(state("not_started", 5)).toBe("partial");
  expect(state("paused", 5)).toBe("paused");
  expect(state(null, 5, true)).toBe("complete");
});

test("the expected vote of several areas isn't added up", () => {
  const areas = [
    counted("North", "expected_percent", 64),
    counted("South", "expected_percent", 20),
  ];
  expect(compile(votes("North", "ada", 1), ...areas)?.reporting).toBeNull();
});

test("modes are split out, with shares of a mode where everybody's votes in it are told", () => {
  const results = compile(
    votes("North", "ada", 10, { mode: "election_day" }),
    votes("North", "bo", 30, { mode: "absentee_mail" }),
    votes("North", "ada", 10, { mode: "absentee_mail" }),
  );
  expect(results?.modes).toEqual([
    {
      mode: "absentee_mail",
      votes: 40,
      others: null,
      candidates: [
        { candidate: "ada", votes: 10, share: 25 },
        { candidate: "bo", votes: 30, share: 75 },
      ],
    },
    {
      mode: "election_day",
      votes: 10,
      others: null,
      candidates: [
        { candidate: "ada", votes: 10, share: null },
        { candidate: "bo", votes: null, share: null },
      ],
    },
  ]);
});

test("a candidate without a number has none, which isn't 0", () => {
  const results = compile(votes("North", "ada", 0));
  expect(results?.rounds[0]).toMatchObject({
    votes: 0,
    candidates: [
      { candidate: "ada", votes: 0, share: null },
      { candidate: "bo", votes: null, share: null },
    ],
  });
  const later = compile(votes("North", "ada", 5), votes("South", "ada", 3));
  expect(later?.rounds[0]?.candidates).toMatchObject([
    { candidate: "ada", votes: 8, share: 100 },
    { candidate: "bo", votes: null, share: null },
  ]);
});

test("modes and their total in one area are the same votes once, and a rest is more of them", () => {
  const of = (area: string, candidate: string, early: number, late: number, total: number) => [
    votes(area, candidate, early, { mode: "early_in_person" }),
    votes(area, candidate, late, { mode: "election_day" }),
    votes(area, candidate, total),
  ];
  const totals = [...of("North", "ada", 10, 5, 15), ...of("North", "bo", 4, 0, 4)];
  expect(compile(...totals)?.rounds[0]?.votes).toBe(19);
  expect(compileAreas({ counts: totals })[0]?.votes).toBe(19);
  const rest = [...of("North", "ada", 10, 5, 15), ...of("North", "bo", 4, 0, 1)];
  expect(compile(...rest)?.rounds[0]?.votes).toBe(35);
  // One area's totals are no reason to leave out another's only number.
  expect(compile(...totals, votes("South", "ada", 7))?.rounds[0]?.votes).toBe(26);
});

test("only a call gives a candidate a status, however the votes stand", () => {
  const call = {
    round: 1,
    candidate: "ada",
    outcome: "won" as const,
    caller: "Test Wire",
    at: "2026-11-03T22:00:00-05:00",
    source: "wire",
  };
  const counts = [votes("North", "ada", 1), votes("North", "bo", 99)];
  const called = compileResults({ counts }, { ...facts, calls: [call] });
  expect(called?.rounds[0]?.candidates.map((c) => c.status)).toEqual([null, "won"]);
});

test("a runoff lists who is in it: neither those who are out nor only those with votes", () => {
  const three = { candidates: ["ada", "bo", "cy"], calls: [] };
  const first = [votes("North", "ada", 40), votes("North", "bo", 35), votes("North", "cy", 25)];
  const namesIn = (results: ReturnType<typeof compileResults>) =>
    results?.rounds.map(({ candidates }) => candidates.map(({ candidate }) => candidate));
  const second = [votes("North", "bo", 9, { round: 2 }), votes("North", "ada", 7, { round: 2 })];
  const runoff = compileResults({ counts: [...first, ...second] }, three);
  expect(namesIn(runoff)).toEqual([
    ["ada", "bo", "cy"],
    ["bo", "ada"],
  ]);
  const calls = ["ada", "bo"].map((candidate) => ({
    round: 1,
    candidate,
    outcome: "runoff" as const,
    caller: "Test Wire",
    at: "2026-11-03T22:00:00-05:00",
    source: "wire",
  }));
  const begun = [...first, votes("North", "bo", 9, { round: 2, mode: "absentee_mail" })];
  const early = compileResults({ counts: begun }, { ...three, calls });
  expect(namesIn(early)?.[1]).toEqual(["bo", "ada"]);
  expect(early?.modes[0]?.candidates.map(({ candidate }) => candidate)).toEqual(["ada", "bo"]);
});

test("areas keep their own counts, round by round", () => {
  const areas = compileAreas({
    counts: [
      votes("North", "ada", 10),
      votes("total", "ada", 99),
      votes("North", "bo", 5, { round: 2 }),
      counted("North", "ballots", 11),
    ],
  });
  expect(areas).toMatchObject([
    { round: 1, area: "North", votes: 10, ballots: 11, registered: null },
    { round: 2, area: "North", votes: 5, ballots: null },
  ]);
});
