import { expect, test } from "vitest";
import {
  compileAreas,
  compileResults,
} from "../../../../src/race/sections/results/compile-results.ts";
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

test.each([
  [0, 1000, 0],
  [1, 10_000, 0.1],
  [9_999, 10_000, 99.9],
  [10_000, 10_000, 100],
  [1, 3, 33.3],
])("%i of %i precincts is %f percent", (reported, total, percent) => {
  const results = compile(
    votes("North", "ada", 1),
    counted("North", "precincts_reported", reported),
    counted("North", "precincts_total", total),
  );
  expect(results?.reporting).toEqual({ counted: reported, total, of: "precincts", percent });
});

test("the expected vote of several areas isn't added up", () => {
  expect(
    compile(votes("North", "ada", 1), counted("total", "expected_percent", 64))?.reporting,
  ).toEqual({
    counted: 64,
    total: 100,
    of: "expected_vote",
    percent: 64,
  });
  const areas = [
    counted("North", "expected_percent", 64),
    counted("South", "expected_percent", 20),
  ];
  expect(compile(votes("North", "ada", 1), ...areas)?.reporting).toBeNull();
});

test("modes are split out, with each candidate's share of the mode", () => {
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
        { candidate: "ada", votes: 10, share: 100 },
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
