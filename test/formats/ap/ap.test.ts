import { expect, test } from "vitest";
import { NOTHING_SAID } from "../../../src/formats/format.ts";
import { type FileRead, type FileToRead, readForRace } from "../../../src/formats/read-for-race.ts";
import type { ReadResult } from "../../../src/formats/text/faults.ts";
import { raceSource } from "../../../src/race/schema/race.ts";
import { aRace } from "../../race/fixtures.ts";
import { linesOf, messagesOf, valueOf } from "../results-fixture.ts";
import { answer, BO, NO, race, senate, YES } from "./fixture.ts";

const SOURCES = [{ id: "ap", name: "AP" }];
const RACE = aRace({ sources: SOURCES });

function read(file: string, more: Partial<FileToRead> = {}): ReadResult<FileRead> {
  return readForRace({ ...NOTHING_SAID, file, race: RACE, areas: [], section: null, ...more });
}

function votesOf(result: ReadResult<FileRead>): string[] {
  const { results } = valueOf(result).bodies;
  return linesOf(results ?? { counts: [] }).filter((line) => line.includes(" votes "));
}

function callsOf(result: ReadResult<FileRead>) {
  return valueOf(result).bodies.calls?.calls;
}

test("a state and its counties are told apart, each with the time of its own count", () => {
  const later = "2026-11-03T21:30:00-05:00";
  const areas = [
    { name: "North", votes: { Able: 20, Baker: 30 }, at: later },
    { name: "O'Brien", votes: { Able: 40, Baker: 20 } },
  ];
  const result = read(answer([senate({ areas })]));
  expect(votesOf(result)).toEqual([
    "total votes ada 60",
    "total votes bo 50",
    "North votes ada 20",
    "North votes bo 30",
    "O'Brien votes ada 40",
    "O'Brien votes bo 20",
  ]);
  const { bodies, format, areas: offered } = valueOf(result);
  expect(format).toBe("ap");
  const times = new Map(bodies.results?.counts.map(({ area, asOf }) => [area, asOf]));
  expect(times.get("North")).toBe(later);
  expect(times.get("total")).toBe("2026-11-03T21:00:00-05:00");
  expect(bodies.results?.counts.every(({ source }) => source === "ap")).toBe(true);
  expect(offered).toMatchObject([
    { id: "north", ocdId: "ocd-division/country:us/state:xx/county:north" },
    // How an apostrophe is written in an id isn't guessed.
    { id: "obrien", name: "O'Brien" },
  ]);
  expect(offered?.[1]).not.toHaveProperty("ocdId");
});

test("another answer without news gives the same rows, though it was made later", () => {
  const [first, second] = ["21:05:00", "22:05:00"].map((time) =>
    valueOf(read(answer([senate()], { timestamp: `2026-11-03T${time}-05:00` }))),
  );
  expect(second?.bodies).toEqual(first?.bodies);
});

test("a call is AP's, with the time at which AP made it; a runoff is one for each who goes there", () => {
  const calledAt = "2026-11-03T20:31:00-05:00";
  const won = read(answer([senate({ winners: { Able: "X" }, calledAt })]));
  expect(callsOf(won)).toEqual([
    { round: 1, candidate: "ada", outcome: "won", caller: "AP", at: calledAt, source: "ap" },
  ]);
  const runoff = read(answer([senate({ winners: { Able: "R", Baker: "R" }, calledAt })]));
  expect(callsOf(runoff)).toMatchObject([
    { candidate: "ada", outcome: "runoff" },
    { candidate: "bo", outcome: "runoff" },
  ]);
  expect(callsOf(read(answer([senate()])))).toEqual([]);
  expect(valueOf(read(answer([senate()]))).caller).toEqual({
    name: "AP",
    at: "2026-11-03T21:00:00-05:00",
  });
});

test("version 2 tells no time of a call: its first one stays, and a warning says so", () => {
  const first = read(answer([senate({ winners: { Able: "X" } })]));
  expect(messagesOf(first).join()).toContain("doesn't say when it called");
  const calls = callsOf(first) ?? [];
  const at = "2026-11-03T23:00:00-05:00";
  const later = read(answer([senate({ winners: { Able: "X" }, at })]), { calls });
  expect(callsOf(later)).toEqual(calls);
  const turned = read(answer([senate({ winners: { Able: "R" }, at })]), { calls });
  expect(callsOf(turned)).toMatchObject([{ outcome: "runoff", at }]);
});

test("a question passes or fails, and AP may say that it is too early or too close", () => {
  const question = raceSource.parse({
    ...RACE,
    candidates: ["Yes", "No"].map((name) => ({
      id: name.toLowerCase(),
      name,
      shortName: name,
      kind: "choice",
    })),
  });
  const asked = (winner: string) =>
    read(
      answer([
        race({
          id: "8001",
          candidates: [YES, NO],
          total: { Yes: 1, No: 2 },
          winners: { [winner]: "X" },
        }),
      ]),
      { race: question },
    );
  expect(callsOf(asked("Yes"))).toMatchObject([
    { candidate: null, outcome: "passed", caller: "AP" },
  ]);
  expect(callsOf(asked("No"))).toMatchObject([{ candidate: null, outcome: "failed" }]);
  const status = (raceCallStatus: string) =>
    callsOf(read(answer([senate({ more: { raceCallStatus } })])));
  expect(status("Too Early to Call")).toMatchObject([{ candidate: null, outcome: "too_early" }]);
  expect(status("Too Close to Call")).toMatchObject([{ candidate: null, outcome: "too_close" }]);
  expect(status("Called")).toEqual([]);
});

test("zeros say nothing of calls, so that none is withdrawn by them", () => {
  const zeros = { total: { Able: 0, Baker: 0 }, areas: [] };
  expect(valueOf(read(answer([senate(zeros)]))).caller).toBeUndefined();
});

test.each([
  [82, 82],
  ["<1", 0.5],
  [">99", 99.5],
  [0, 0],
  [100, 100],
])("an estimate of %s is expected vote of %s percent", (eevp, value) => {
  const { results } = valueOf(read(answer([senate({ eevp })]))).bodies;
  const rows = results?.counts.filter(({ measure }) => measure === "expected_percent");
  expect(rows).toMatchObject([{ area: "total", value, source: "ap" }]);
});

test("vote types are modes where they are one, and the rest of the votes has none", () => {
  const types = [
    { ...BO, voteCount: 50, voteTypes: { "Election Day": 20, Absentee: 10, Mystery: 5 } },
    {
      last: "Able",
      first: "Ada",
      candidateID: "11",
      voteCount: 60,
      voteTypes: [{ name: "early", voteCount: 70 }],
    },
  ];
  const raw = senate();
  const [unit] = raw["reportingUnits"] as object[];
  const result = read(answer([{ ...raw, reportingUnits: [{ ...unit, candidates: types }] }]));
  expect(votesOf(result)).toEqual([
    "total votes bo election_day 20",
    "total votes bo absentee_mail 10",
    "total votes bo 20",
    "total votes ada 60",
  ]);
  expect(messagesOf(result).join()).toContain("left out: vote types of total");
});

test("districts beside counties are another cut, and a district at large is the state again", () => {
  const districts = [
    { name: "District 1", votes: { Able: 30, Baker: 25 }, level: "district" },
    { name: "District 2", votes: { Able: 30, Baker: 25 }, level: "district" },
    {
      name: "At Large",
      votes: { Able: 60, Baker: 50 },
      level: "district",
      more: { districtType: "AtLarge" },
    },
  ];
  const alone = read(answer([senate({ areas: districts })]));
  expect(votesOf(alone).filter((line) => line.startsWith("District"))).toHaveLength(4);
  expect(votesOf(alone).some((line) => line.startsWith("At Large"))).toBe(false);
  const counties = [{ name: "North", votes: { Able: 60, Baker: 50 } }];
  const both = read(answer([senate({ areas: [...districts, ...counties] })]));
  expect(votesOf(both).some((line) => line.startsWith("District"))).toBe(false);
  expect(messagesOf(both).join()).toContain("level district, the same votes cut another way");
});

test("parts that count people where the whole counts delegates are left out", () => {
  const areas = [{ name: "North", votes: { Able: 6000, Baker: 5000 } }];
  const result = read(answer([senate({ areas })]));
  expect(votesOf(result)).toEqual(["total votes ada 60", "total votes bo 50"]);
  expect(messagesOf(result).join()).toContain("11000 of something that is 110 in all");
});

test("the nation's unit has the states as its parts", () => {
  const unit = (level: string, stateName: string, a: number, b: number) => ({
    level,
    stateName,
    statePostal: stateName.slice(-2),
    lastUpdated: "2026-11-03T21:00:00-05:00",
    candidates: [
      { first: "Ada", last: "Able", candidateID: "11", voteCount: a },
      { first: "Bo", last: "Baker", candidateID: "12", voteCount: b },
    ],
  });
  const units = [
    unit("national", "US", 9, 7),
    unit("state", "TEST XX", 5, 3),
    unit("state", "TEST XY", 4, 4),
  ];
  const result = read(answer([{ ...race({ id: "0", total: {} }), reportingUnits: units }]));
  expect(votesOf(result)).toEqual([
    "total votes ada 9",
    "total votes bo 7",
    "TEST XX votes ada 5",
    "TEST XX votes bo 3",
    "TEST XY votes ada 4",
    "TEST XY votes bo 4",
  ]);
});

test("two towns of one name are two places", () => {
  const areas = [
    { name: "Unity", votes: { Able: 30, Baker: 30 }, id: "1", level: "subunit" },
    { name: "Unity", votes: { Able: 30, Baker: 20 }, id: "2", level: "subunit" },
  ];
  expect(votesOf(read(answer([senate({ areas })]))).slice(2)).toEqual([
    "Unity (1) votes ada 30",
    "Unity (1) votes bo 30",
    "Unity (2) votes ada 30",
    "Unity (2) votes bo 20",
  ]);
});

test("made-up numbers are for races with the test mark only", () => {
  const live = aRace({ sources: SOURCES, test: false });
  for (const more of [{ resultsType: "test" }, { test: true, resultsType: undefined }]) {
    expect(read(answer([senate({ more })])).ok).toBe(true);
    expect(messagesOf(read(answer([senate({ more })]), { race: live })).join()).toContain(
      "AP's test numbers",
    );
  }
  expect(read(answer([senate({ more: { resultsType: "live" } })]), { race: live }).ok).toBe(true);
});

/** Two questions that have the same two choices. */
const QUESTIONS = answer(
  [
    ["8001", 70, 30],
    ["8002", 10, 90],
  ].map(([id, yes, no]) =>
    race({
      id: String(id),
      candidates: [YES, NO],
      total: { Yes: Number(yes), No: Number(no) },
      more: {
        officeID: "I",
        officeName: "Question",
        seatName: `TEST ${id}`,
        raceType: "Ballot Issue",
      },
    }),
  ),
);
const MEASURE = {
  sources: SOURCES,
  candidates: [
    { id: "yes", name: "Yes", shortName: "Yes" },
    { id: "no", name: "No", shortName: "No" },
  ],
};

test("of several questions the race names its own, by AP's id or by title", () => {
  const expected = ["total votes yes 10", "total votes no 90"];
  expect(votesOf(read(QUESTIONS, { race: aRace({ ...MEASURE, contests: ["ap:8002"] }) }))).toEqual(
    expected,
  );
  expect(votesOf(read(QUESTIONS, { race: aRace(MEASURE), contest: "8002" }))).toEqual(expected);
  const title = "TEST XX Question: TEST 8002";
  expect(votesOf(read(QUESTIONS, { race: aRace({ ...MEASURE, contests: [title] }) }))).toEqual(
    expected,
  );
  expect(messagesOf(read(QUESTIONS, { race: aRace(MEASURE) })).join()).toContain(
    "several contests of the file",
  );
});

test("a question that isn't in the answer is not another one with a Yes and a No", () => {
  const one = JSON.parse(QUESTIONS) as { races: unknown[] };
  const text = JSON.stringify({ ...one, races: one.races.slice(0, 1) });
  const result = read(text, { race: aRace({ ...MEASURE, contests: ["ap:8002"] }) });
  expect(messagesOf(result).join()).toContain("ap:8002");
  expect(result.ok).toBe(false);
});

test("AP's id of a person finds a candidate whom the race names otherwise", () => {
  const renamed = raceSource.parse({
    ...RACE,
    candidates: RACE.candidates.map((c) =>
      c.id === "ada" ? { ...c, name: "A. B. Other", shortName: "Other", aliases: ["ap:901"] } : c,
    ),
  });
  expect(votesOf(read(answer([senate()]), { race: renamed }))).toContain("total votes ada 60");
});

test("one id in two states is two contests", () => {
  const text = answer([
    senate({ state: "XX" }),
    senate({ state: "XY", total: { Able: 1, Baker: 2 } }),
  ]);
  expect(votesOf(read(text, { contest: "XY-7001" }))).toContain("total votes bo 2");
  expect(read(text, { contest: "7001" }).ok).toBe(false);
});
