import { expect, test } from "vitest";
import { readNistJson } from "../../../src/formats/nist/json.ts";
import { readNistXml } from "../../../src/formats/nist/xml.ts";
import { contest, report, toXml, unit } from "./fixture.ts";
import { faultsOf, linesOf, messagesOf, picked, valueOf } from "../results-fixture.ts";

type Report = ReturnType<typeof report>;
const json = (value: Report) => readNistJson(JSON.stringify(value, null, 1));
const xml = (value: Report) => readNistXml(toXml(value));
const votesOf = (value: Report) => linesOf(valueOf(picked(json(value), { asOf: null })));

const DISTRICT = [
  unit("cd-6", "congressional", ["c-1", "c-2"]),
  unit("c-1", "county", ["p-1", "p-2"], {
    TotalSubUnits: 2,
    SubUnitsReported: 1,
    VotersRegistered: 90,
  }),
  unit("c-2", "county", ["p-3"]),
  unit("p-1", "precinct"),
  unit("p-2", "precinct"),
  unit("p-3", "precinct"),
];
const EVERYWHERE = contest(
  "cd-6",
  { "cd-6": 60, "c-1": 40, "c-2": 20, "p-1": 30, "p-2": 10, "p-3": 20 },
  { "cd-6": 50, "c-1": 25, "c-2": 25, "p-1": 15, "p-2": 10, "p-3": 25 },
  { OtherCounts: [{ GpUnitId: "c-1", Undervotes: 3, Overvotes: 0 }] },
);
// The write-in has its one vote in the district only.
const COUNTED = { ...EVERYWHERE, ContestSelection: EVERYWHERE.ContestSelection.slice(0, 2) };
const BY_COUNTY = [
  "C-1 votes ada 40",
  "C-1 votes bo 25",
  "C-1 undervotes 3",
  "C-1 overvotes 0",
  "C-1 registered 90",
  "C-1 precincts_total 2",
  "C-1 precincts_reported 1",
  "C-2 votes ada 20",
  "C-2 votes bo 25",
];

test("of a district, its counties and their precincts only the counties are told", () => {
  expect(votesOf(report(DISTRICT, [COUNTED])).toSorted()).toEqual(BY_COUNTY.toSorted());
  const result = valueOf(json(report(DISTRICT, [COUNTED])));
  expect(result.asOf).toBe("2026-11-03T21:15:00-05:00");
  expect(result.contests[0]?.choices).toEqual([
    { key: "s-ada", name: "Ada Able", party: "REP", writeIn: false },
    { key: "s-bo", name: "Bo Baker", party: null, writeIn: false },
  ]);
});

test("XML gives what JSON gives", () => {
  for (const contests of [
    [COUNTED],
    [EVERYWHERE],
    [contest("c-1", { "c-1": { early: 4, total: 9 } }, { "c-1": 5 })],
  ]) {
    const value = report(DISTRICT, contests, {
      BallotCounts: [{ GpUnitId: "cd-6", Type: "total", BallotsCast: 120 }],
    });
    expect(valueOf(xml(value))).toEqual(valueOf(json(value)));
  }
});

test("counties that fall short of their district leave the whole to the district", () => {
  const result = picked(json(report(DISTRICT, [EVERYWHERE])));
  expect(linesOf(valueOf(result)).filter((line) => line.startsWith("total"))).toEqual([
    "total votes ada 60",
    "total votes bo 50",
    "total votes write-ins 1",
  ]);
  expect(messagesOf(result)).toEqual([
    "the places add up to 110 votes, the whole contest has 111, which is used",
    "counted among others: write-ins (1 votes)",
    "no registered voters are given for C-2, and for other areas they are",
  ]);
  const over = contest("cd-6", { "cd-6": 10, "c-1": 9, "c-2": 9 }, { "cd-6": 5 });
  expect(messagesOf(picked(json(report(DISTRICT, [over]))))).toEqual([
    "the areas add up to 18 votes, the whole contest has 16",
  ]);
});

test("precincts are summed to the county that they lie in", () => {
  const counts = contest(
    "cd-6",
    { "p-1": 30, "p-2": 10, "p-3": 20 },
    { "p-1": 15, "p-2": 10, "p-3": 25 },
  );
  const precincts = { ...counts, ContestSelection: counts.ContestSelection.slice(0, 2) };
  expect(votesOf(report(DISTRICT, [precincts])).filter((line) => line.includes("votes"))).toEqual([
    "C-1 votes ada 40",
    "C-1 votes bo 25",
    "C-2 votes ada 20",
    "C-2 votes bo 25",
  ]);
});

test("places whose county isn't told are not added to a district that has its own count", () => {
  const units = [
    unit("top", "other"),
    unit("cp-1", "combined-precinct"),
    unit("ps-2", "split-precinct"),
  ];
  const whole = contest(
    "top",
    { top: 12, "cp-1": 6, "ps-2": 6 },
    { top: 8, "cp-1": 4, "ps-2": 4 },
    {
      OtherCounts: [
        { GpUnitId: "top", Undervotes: 2, Overvotes: 0 },
        { GpUnitId: "cp-1", Undervotes: 1, Overvotes: 0 },
      ],
    },
  );
  expect(votesOf(report(units, [whole]))).toEqual([
    "total votes ada 12",
    "total votes bo 8",
    "total undervotes 2",
    "total overvotes 0",
    "total votes write-ins 1",
  ]);
});

const places = (units: ReturnType<typeof unit>[], counts: Record<string, number>) => {
  const made = contest("cd-6", counts, counts);
  return picked(
    json(
      report(
        [unit("cd-6", "congressional"), ...units],
        [{ ...made, ContestSelection: made.ContestSelection.slice(0, 2) }],
      ),
    ),
  );
};

test("without the district's count, overlapping places are refused", () => {
  const parts = [unit("p-1", "precinct"), unit("p-2", "precinct"), unit("p-3", "precinct")];
  const crossed = places(
    [
      unit("x", "combined-precinct", ["p-1", "p-2"]),
      unit("y", "combined-precinct", ["p-2", "p-3"]),
      ...parts,
    ],
    { x: 5, y: 5 },
  );
  expect(messagesOf(crossed)).toEqual(["its places overlap, so that they can't be added up"]);
  const unsaid = places([unit("c-1", "county"), ...parts], { "c-1": 5, "p-1": 5 });
  expect(messagesOf(unsaid)[0]).toMatch(/^it has counts of places of several kinds/);
  const circle = places([unit("a", "ward", ["b"]), unit("b", "ward", ["a"])], { a: 5, b: 5 });
  expect(messagesOf(circle)).toEqual(["the places lie in each other in a circle"]);
  const apart = places([unit("x", "combined-precinct", ["p-1", "p-2"]), ...parts], {
    x: 5,
    "p-1": 2,
    "p-3": 4,
  });
  expect(linesOf(valueOf(apart))).toEqual(["total votes ada 9", "total votes bo 9"]);
});

test("types become modes, a total beside them only completes them", () => {
  const counts = {
    "election-day": 10,
    early: 4,
    "absentee-in-person": 1,
    "absentee-mail": 3,
    provisional: 1,
    uocava: 2,
    total: 25,
  };
  const result = picked(json(report(DISTRICT, [contest("c-1", { "c-1": counts }, { "c-1": 5 })])));
  expect(linesOf(valueOf(result)).slice(0, 6)).toEqual([
    "C-1 votes ada election_day 10",
    "C-1 votes ada early_in_person 5",
    "C-1 votes ada absentee_mail 3",
    "C-1 votes ada provisional 1",
    "C-1 votes ada 6",
    "C-1 votes bo 5",
  ]);
  expect(messagesOf(result)[0]).toBe("counted as unspecified: counts of the type uocava");
  const over = contest("c-1", { "c-1": { early: 4, total: 3 } }, { "c-1": 5 });
  expect(messagesOf(picked(json(report(DISTRICT, [over]))))).toEqual([
    "Ada Able: in c-1 the types add up to 4, its total is 3",
  ]);
});

const machineCount = (Count: number, more: object = {}) => ({
  GpUnitId: "c-1",
  Type: "total",
  Count,
  ...more,
});

const adaWith = (...counts: object[]) => {
  const made = contest("c-1", {}, { "c-1": 5 });
  const [ada, ...rest] = made.ContestSelection;
  return picked(
    json(
      report(DISTRICT, [{ ...made, ContestSelection: [{ ...ada, VoteCounts: counts }, ...rest] }]),
    ),
  );
};

test("counts by machine are parts of one count, two counts of the same are refused", () => {
  const machine = { DeviceClass: { Type: "scan-single" } };
  expect(linesOf(valueOf(adaWith(machineCount(3, machine), machineCount(4, machine))))[0]).toBe(
    "C-1 votes ada 7",
  );
  expect(linesOf(valueOf(adaWith(machineCount(3, machine), machineCount(8))))[0]).toBe(
    "C-1 votes ada 8",
  );
  expect(messagesOf(adaWith(machineCount(3), machineCount(4)))).toEqual([
    "Ada Able: c-1 has the type total twice",
  ]);
  expect(messagesOf(adaWith(machineCount(3, { Round: 2 })))).toEqual([
    "is counted in several rounds, which this reader can't tell apart",
  ]);
  expect(messagesOf(adaWith(machineCount(1.5)))).toEqual([
    "Ada Able: 1.5 in c-1 is no number of votes",
  ]);
  expect(messagesOf(adaWith(machineCount(3, { IsSuppressedForPrivacy: true })))[0]).toMatch(
    /for privacy/,
  );
});

test("a report from before the count has contests and choices, and a reason to wait", () => {
  const before = {
    ...report(DISTRICT, [
      contest(
        "c-1",
        {},
        {},
        {
          ContestSelection: [
            { "@id": "s-ada", CandidateIds: ["can-ada"] },
            { "@id": "s-bo", CandidateIds: ["can-bo"] },
          ],
        },
      ),
    ]),
    Status: "pre-election",
  };
  expect(faultsOf(picked(json(before)))).toEqual([
    {
      line: expect.any(Number),
      column: expect.any(Number),
      field: "Election.0.Contest.0",
      message: "has no votes: the report's status is pre-election",
    },
  ]);
  expect(faultsOf(picked(xml(before)))).toMatchObject([
    { line: expect.any(Number), field: "Election.0.Contest.0" },
  ]);
});

test("a measure's answers are choices too", () => {
  const measure = {
    "@id": "m-1",
    Name: "Measure 1",
    ElectionDistrictId: "c-1",
    ContestSelection: ["YES", "NO"].map((answer) => ({
      "@id": answer,
      Selection: { Text: [{ Content: answer, Language: "en" }] },
      VoteCounts: [{ GpUnitId: "c-1", Type: "total", Count: 5 }],
    })),
  };
  expect(
    valueOf(xml(report(DISTRICT, [measure]))).contests[0]?.choices.map((choice) => choice.name),
  ).toEqual(["YES", "NO"]);
});

test("other files are refused with the place of what is wrong", () => {
  expect(
    faultsOf(readNistJson('{"@type":"ElectionResults.ElectionReport",\n"Election":{}}')),
  ).toMatchObject([{ line: 2, column: 12, field: "Election" }]);
  expect(messagesOf(readNistJson('{"@type":"CVR.CastVoteRecordReport","Election":[]}'))).toEqual([
    "must be an ElectionReport",
  ]);
  expect(messagesOf(json(report([], [])))).toEqual(["has no contest"]);
  expect(messagesOf(readNistXml("<ElectionReport/>"))[0]).toMatch(/other versions aren't read/);
  expect(messagesOf(readNistXml("<ElectionResult/>"))[0]).toMatch(/starts with <ElectionResult>/);
  const wrong = toXml(report(DISTRICT, [COUNTED])).replace(
    "<Count>60</Count>",
    "<Count>6O</Count>",
  );
  expect(faultsOf(readNistXml(wrong))).toMatchObject([
    {
      line: expect.any(Number),
      field: "Election.0.Contest.0.ContestSelection.0.VoteCounts.0.Count",
      message: expect.stringMatching(/expected number/),
    },
  ]);
  const twice = toXml(report(DISTRICT, [COUNTED])).replace(
    "<Count>60</Count>",
    "<Count>6</Count><Count>60</Count>",
  );
  expect(faultsOf(readNistXml(twice))).toHaveLength(1);
});

const town = (name: string, more: ReturnType<typeof unit>[] = []) => {
  const counts = contest("ash", { "p-1": 10, "p-2": 20 }, { "p-1": 5, "p-2": 6 });
  return report(
    [
      unit("p-1", "precinct"),
      unit("p-2", "precinct"),
      unit(name, "city", ["p-1", "p-2"]),
      unit("ash", "county", ["p-1", "p-2"]),
      ...more,
    ],
    [{ ...counts, ContestSelection: counts.ContestSelection.slice(0, 2) }],
  );
};

test("a town's own report is of the town, and not of the county that it lies in", () => {
  expect(votesOf(town("fir"))).toEqual(["FIR votes ada 30", "FIR votes bo 11"]);
  const wider = [unit("p-3", "precinct"), unit("all", "county", ["p-1", "p-2", "p-3", "ash"])];
  expect(votesOf(town("fir", wider))[0]).toBe("ALL votes ada 30");
});

test("XML's ids have no space at their ends", () => {
  const text = toXml(town("fir"));
  expect(valueOf(readNistXml(text.replace('ObjectId="p-1"', 'ObjectId=" p-1 "')))).toEqual(
    valueOf(readNistXml(text)),
  );
});

test("write-ins of places outside the district take nothing from it", () => {
  const units = [
    unit("p-1", "precinct"),
    unit("p-2", "precinct"),
    unit("p-3", "precinct"),
    unit("ash", "county", ["p-1", "p-2", "p-3"]),
    unit("cd", "congressional", ["p-1", "p-2"]),
  ];
  const counts = contest("cd", { "p-1": 10, "p-2": 20 }, { "p-1": 5, "p-2": 6 });
  const [ada, bo, writeIn] = counts.ContestSelection;
  const strays = ["p-1", "p-2"].map((id) => ({ GpUnitId: id, Undervotes: 2 }));
  const withWriteIns = (...of: [string, number][]) => {
    const votes = of.map(([GpUnitId, Count]) => ({ GpUnitId, Type: "total", Count }));
    const selections = of.length === 0 ? [ada, bo] : [ada, bo, { ...writeIn, VoteCounts: votes }];
    return picked(
      json(
        report(units, [
          { ...counts, OtherCounts: strays, ContestSelection: selections } as typeof counts,
        ]),
      ),
    );
  };
  const plain = linesOf(valueOf(withWriteIns()));
  expect(plain).toContain("ASH undervotes 4");
  expect(linesOf(valueOf(withWriteIns(["p-1", 0], ["p-2", 0], ["p-3", 0])))).toEqual([
    ...plain,
    "ASH votes write-ins 0",
  ]);
  expect(messagesOf(withWriteIns(["p-3", 3]))).toEqual([
    "left out: 3 write-ins of places outside the contest's district",
    "counted among others: write-ins (0 votes)",
  ]);
});
