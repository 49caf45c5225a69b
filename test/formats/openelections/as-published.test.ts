import { expect, test } from "vitest";
import { detectFormat } from "../../../src/formats/choose-format.ts";
import { readOpenElections } from "../../../src/formats/openelections/openelections.ts";
import { faultsOf, linesOf, messagesOf, picked, valueOf } from "../results-fixture.ts";

// Files as states and counties write them, each kind with made-up numbers.

const HEADER = "county,precinct,office,district,party,candidate,votes";
const read = (header: string, ...rows: string[]) => {
  const text = [header, ...rows, ""].join("\n");
  expect(detectFormat(text)).toBe("openelections");
  return picked(readOpenElections(text));
};
/** Votes only: what is read of precincts, voters and ballots has tests of its own. */
const votes = (...args: Parameters<typeof read>) =>
  linesOf(valueOf(read(...args))).filter((line) => line.includes(" votes "));

const [ADA, BO] = ["Mayor,,REP,Ada Able", "Mayor,,DEM,Bo Baker"];

test("counts may be written as 30.0", () => {
  expect(votes(HEADER, `North,P1,${ADA},30.0`, `North,P1,${BO},"1,020.00"`)).toEqual([
    "North votes ada 30",
    "North votes bo 1020",
  ]);
  const broken = read(HEADER, `North,P1,${ADA},30.5`, `North,P1,${BO},20.5`);
  expect(faultsOf(broken)).toMatchObject([
    { line: 2, message: 'must be a whole number, found "30.5"' },
    { line: 3 },
  ]);
});

test.each([
  "county,precinct,office,candidates,votes",
  "county,precinct,office,candidate,total_votes",
])("the columns %s are read", (header) => {
  expect(votes(header, "North,P1,Mayor,Ada Able,4", "North,P1,Mayor,Bo Baker,5")).toEqual([
    "North votes ada 4",
    "North votes bo 5",
  ]);
});

test("ways of voting add up where there is no column of votes", () => {
  const header = "county,precinct,office,candidate,election_day,absentee";
  expect(votes(header, "North,P1,Mayor,Ada Able,4,2", "North,P1,Mayor,Bo Baker,5,1")).toEqual([
    "North votes ada election_day 4",
    "North votes ada absentee_mail 2",
    "North votes bo election_day 5",
    "North votes bo absentee_mail 1",
  ]);
});

test.each(["ward", "town", "municipality", "township", "city"])(
  "places may stand in a column called %s",
  (column) => {
    const header = HEADER.replace("precinct", column);
    const rows = ["A", "B"].flatMap((place) => [`N,${place},${ADA},4`, `N,${place},${BO},5`]);
    expect(votes(header, ...rows)).toEqual(["N votes ada 8", "N votes bo 10"]);
  },
);

test("a parish is a county where there is none, and towns are no precincts", () => {
  const header = HEADER.replace("county", "parish").replace("precinct", "town");
  expect(linesOf(valueOf(read(header, `North,A,${ADA},4`, `North,A,${BO},5`)))).toEqual([
    "North votes ada 4",
    "North votes bo 5",
  ]);
});

const BOTH = [`North,P1,${ADA},30`, `North,P2,${ADA},10`, `North,P1,${BO},20`, `North,P2,${BO},30`];
const SUM = ["North votes ada 40", "North votes bo 50"];

test.each([
  "",
  "Total Votes",
  "TOTAL",
  "Grand Total",
  "North Total",
  "County Totals",
  "All Precincts",
  "ALL",
  "Sum",
  "County Summary",
  "Jurisdiction Wide",
])("a place called %j only checks the sum", (name) => {
  const row = (rest: string) => `North,${name},${rest}`;
  expect(votes(HEADER, row(`${ADA},40`), ...BOTH, row(`${BO},50`))).toEqual(SUM);
  const wrong = read(HEADER, ...BOTH, row(`${ADA},41`));
  expect(faultsOf(wrong)[0]?.message).toMatch(
    /^says 41 in all for Ada Able, the rows add up to 40/,
  );
});

const BY_COUNTY = HEADER.replace("precinct,", "");
const COUNTIES = [`North,${ADA},30`, `South,${ADA},10`, `North,${BO},20`, `South,${BO},30`];
const OF_COUNTIES = [
  "North votes ada 30",
  "South votes ada 10",
  "North votes bo 20",
  "South votes bo 30",
];

test.each(["", "Total Votes", "Statewide", "All Counties"])(
  "a county called %j only checks the sum",
  (name) => {
    const lines = votes(BY_COUNTY, `${name},${ADA},40`, ...COUNTIES, `${name},${BO},50`);
    expect(lines.toSorted()).toEqual(OF_COUNTIES.toSorted());
    expect(read(BY_COUNTY, ...COUNTIES, `${name},${BO},51`).ok).toBe(false);
  },
);

test("subtotals that add up to the sum together check it, and one alone is left out", () => {
  const parts = [`Total City,${ADA},30`, `Total Outside City,${ADA},10`];
  expect(votes(BY_COUNTY, ...COUNTIES, ...parts)).toHaveLength(4);
  expect(messagesOf(read(BY_COUNTY, ...COUNTIES, ...parts))).toEqual([
    "left out: 2 rows of totals",
  ]);
  expect(messagesOf(read(BY_COUNTY, ...COUNTIES, `Total City,${ADA},30`))).toEqual([
    "left out: Total City, a sum that can't be checked",
    "left out: 1 rows of totals",
  ]);
});

test("a sum of nothing else is all that the file has", () => {
  expect(votes(HEADER, `North,,${ADA},4`, `North,,${BO},5`)).toEqual([
    "North votes ada 4",
    "North votes bo 5",
  ]);
  expect(votes(BY_COUNTY, `Total,${ADA},4`, `Total,${BO},5`)).toEqual([
    "total votes ada 4",
    "total votes bo 5",
  ]);
});

const THREE = [1, 2, 3].flatMap((n) => [`Ash,P${n},${ADA},${n}0`, `Ash,P${n},${BO},${n}1`]);

test.each(["ASH CA", "Ash County", "Fir"])(
  "a place called %s that is the sum of all others for everybody is no place",
  (name) => {
    const result = read(HEADER, ...THREE, `Ash,${name},${ADA},60`, `Ash,${name},${BO},63`);
    expect(linesOf(valueOf(result))).toEqual([
      "Ash votes ada 60",
      "Ash votes bo 63",
      "Ash precincts_total 3",
      "Ash precincts_reported 3",
    ]);
    expect(messagesOf(result)[0]).toBe(`left out: ${name} in Ash, which is the sum of all others`);
  },
);

test("a place that is the sum for one candidate only, or of two others, stays a place", () => {
  const one = read(HEADER, ...THREE, `Ash,Ash,${ADA},60`, `Ash,Ash,${BO},62`);
  expect(linesOf(valueOf(one))[0]).toBe("Ash votes ada 120");
  expect(messagesOf(one)[0]).toBe(
    "counted as a place: Ash in Ash, which isn't the sum of the others",
  );
  const two = read(HEADER, ...BOTH, `North,P3,${ADA},40`, `North,P3,${BO},50`);
  expect(linesOf(valueOf(two))[0]).toBe("North votes ada 80");
});

test.each([
  ["Registered Voters", "registered 99"],
  ["Times Counted", "ballots 99"],
  ["Ballots Cast", "ballots 99"],
  ["Under Vote Count", "undervotes 99"],
  ["Times Over Voted", "overvotes 99"],
])("a row of %s inside a contest is no candidate", (candidate, line) => {
  const lines = linesOf(
    valueOf(
      read(HEADER, `North,P1,Mayor,,,${candidate},99`, ...BOTH.slice(0, 1), `North,P1,${BO},5`),
    ),
  );
  expect(lines).toContain(`North ${line}`);
  expect(lines.filter((one) => one.includes(" votes "))).toHaveLength(2);
});

test.each([
  "Cast Votes:",
  "TotalVotes",
  "Total Votes",
  "Void",
  "Blank",
  "Voids/Blanks",
  "Blank/Void/Scattering",
  "Public Counter",
  "Absentee / Military",
  "State Ballots",
])("a row of %s inside a contest is left out, and said to be", (candidate) => {
  const result = read(HEADER, ...BOTH, `North,P1,Mayor,,,${candidate},99`);
  expect(linesOf(valueOf(result)).slice(0, 2)).toEqual(SUM);
  expect(messagesOf(result)).toEqual([`left out: rows of ${candidate}`]);
});

test.each([
  "WriteinVotes",
  "Write-in1",
  "write_ins",
  "Not Assigned",
  "SCATTER 1",
  "Unresolved",
  "Scattering",
])("%s are write-ins", (candidate) => {
  const result = read(HEADER, ...BOTH, `North,P1,Mayor,,,${candidate},3`);
  expect(linesOf(valueOf(result)).slice(0, 2)).toEqual(SUM);
  expect(messagesOf(result)).toEqual(["counted among others: write-ins (3 votes)"]);
});

const MODES = "county,precinct,office,candidate,mail,early_voting,votes";

test.each(["-", "****", "N/A", "NA", "X", ""])(
  "%j in a way of voting is no number, and the votes in all are read",
  (mark) => {
    expect(
      votes(MODES, `North,P1,Mayor,Ada Able,${mark},${mark},30`, "North,P1,Mayor,Bo Baker,5,15,20"),
    ).toEqual([
      "North votes ada 30",
      "North votes bo absentee_mail 5",
      "North votes bo early_in_person 15",
    ]);
  },
);

test("NA in any cell is an empty one", () => {
  expect(
    votes(
      HEADER,
      "North,P1,Mayor,NA,REP,Ada Able,30",
      "North,P1,Mayor,NA,NA,Bo Baker,20",
      "North,P1,Mayor,NA,NA,Write-ins,NA",
    ),
  ).toEqual(["North votes ada 30", "North votes bo 20"]);
});

test("votes of an unknown way are unspecified where the votes in all are missing", () => {
  const header =
    "county,precinct,office,candidate,election_day,av_counting_boards,early_voting,precinct_id,votes";
  const result = read(
    header,
    "North,P1,Mayor,Ada Able,10,15,5,7,",
    "North,P1,Mayor,Bo Baker,12,3,6,7,",
  );
  expect(linesOf(valueOf(result)).slice(0, 6)).toEqual([
    "North votes ada election_day 10",
    "North votes ada early_in_person 5",
    "North votes ada 15",
    "North votes bo election_day 12",
    "North votes bo early_in_person 6",
    "North votes bo 3",
  ]);
  expect(messagesOf(result)).toEqual([
    "counted as unspecified: 18 votes of the column av_counting_boards",
  ]);
  // A column that can't be votes, since the votes in all are fewer, is none.
  const more = read(
    header,
    "North,P1,Mayor,Ada Able,10,15,5,7,",
    "North,P1,Mayor,Bo Baker,12,3,6,7,18",
  );
  expect(linesOf(valueOf(more)).slice(0, 4)).toEqual([
    "North votes ada election_day 10",
    "North votes ada early_in_person 5",
    "North votes bo election_day 12",
    "North votes bo early_in_person 6",
  ]);
});

const PARTS =
  "county,precinct,office,candidate,votes,early_voting,early_voting_paper,early_voting_machine,election_day";

test("a way of voting counts once beside its own parts, or as their sum", () => {
  const rows = (ada: string, bo: string) => [
    `North,P1,Mayor,Ada Able,${ada}`,
    `North,P1,Mayor,Bo Baker,${bo}`,
  ];
  const lines = [
    "North votes ada early_in_person 20",
    "North votes ada election_day 10",
    "North votes bo early_in_person 12",
    "North votes bo election_day 8",
  ];
  expect(votes(PARTS, ...rows(",20,15,5,10", ",12,6,6,8"))).toEqual(lines);
  expect(votes(PARTS, ...rows("30,20,15,5,10", "20,12,6,6,8"))).toEqual(lines);
  expect(votes(PARTS, ...rows(",,15,5,10", ",,6,6,8"))).toEqual(lines);
});

test("a column that only looks like a part is told by the votes in all", () => {
  const header = "county,precinct,office,candidate,votes,absentee,absentee_military";
  expect(
    votes(header, "North,P1,Mayor,Ada Able,30,20,10", "North,P1,Mayor,Bo Baker,20,12,8"),
  ).toEqual(["North votes ada absentee_mail 30", "North votes bo absentee_mail 20"]);
});

test("one candidate spelled two ways is one where no precinct has both", () => {
  const rows = [
    `North,P1,${ADA},30`,
    `North,P1,${BO},20`,
    "North,P2,Mayor,,REP,Ada B. Able,10",
    `North,P2,${BO},30`,
  ];
  expect(votes(HEADER, ...rows)).toEqual(SUM);
  expect(read(HEADER, ...rows, `North,P2,${ADA},1`).ok).toBe(false);
});

test.each([
  ["Under", "undervotes"],
  ["Over", "overvotes"],
  ["Undervoted Ballots", "undervotes"],
  ["Over Voting", "overvotes"],
])("a row of %s under the contest's office counts its %s", (name, measure) => {
  const rows = [`North,P1,${ADA},30`, `North,P1,${BO},20`, `North,P1,Mayor,,,${name},4`];
  expect(linesOf(valueOf(read(HEADER, ...rows)))).toContain(`North ${measure} 4`);
});

test.each([
  "Residual Votes",
  "Exhausted",
  "BLANK/OVER",
  "Ballots Cast - Blank",
  "Turnout Pct",
  "Percent Turnout",
  "Under / Over Votes",
  "Blank and Void",
  "Whole Number",
])("a row of %s is left out, whatever number it has", (name) => {
  const rows = [`North,P1,${ADA},30`, `North,P1,${BO},20`];
  for (const cell of ["0.7211", "-55", "72 %", ""]) {
    const result = read(HEADER, ...rows, `North,P1,Mayor,,,${name},${cell}`);
    expect(linesOf(valueOf(result)).filter((line) => line.includes(" votes "))).toHaveLength(2);
    expect(messagesOf(result)).toContain(`left out: rows of ${name}`);
  }
});

test("a total of ballots that differs leaves out the ballots, and the votes stay", () => {
  const rows = [
    `North,P1,${ADA},30`,
    `North,P1,${BO},20`,
    "North,P1,Mayor,,,Under Votes,4",
    "North,P1,Mayor,,,Ballots Cast,54",
    "North,Total,Mayor,,,Under Votes,5",
    "North,Total,Mayor,,,Ballots Cast,54",
  ];
  const result = read(HEADER, ...rows);
  const lines = linesOf(valueOf(result)).filter((line) => !line.includes("precincts"));
  expect(lines).toEqual(["North votes ada 30", "North votes bo 20", "North ballots 54"]);
  expect(messagesOf(result)).toContain(
    "says 5 in all for Under Votes, the rows add up to 4: undervotes left out",
  );
});

test("voters and ballots need no office", () => {
  const rows = [`North,P1,${ADA},30`, `North,P1,${BO},20`];
  const result = read(
    HEADER,
    ...rows,
    "North,P1,,,,Ballots Cast,54",
    "North,P1,,,,Absentee Ballots Cast,9",
  );
  expect(linesOf(valueOf(result))).toContain("North ballots 54");
  const nobody = read(HEADER, ...rows, "North,P1,,,,Cy Clark,54");
  expect(nobody.ok).toBe(true);
});

test("thousands may be parted by spaces or apostrophes, and 1.030 is asked about", () => {
  expect(votes(HEADER, `North,P1,${ADA},1 030`, `North,P1,${BO},2\u00a0020`)).toEqual([
    "North votes ada 1030",
    "North votes bo 2020",
  ]);
  expect(votes(HEADER, `North,P1,${ADA},1’030`, `North,P1,${BO},20`)[0]).toContain("1030");
  expect(faultsOf(read(HEADER, `North,P1,${ADA},1.030`, `North,P1,${BO},20`))).toMatchObject([
    { line: 2, message: 'must be a whole number, found "1.030": if that is 1030, write it so' },
  ]);
  for (const cell of ["1 03", "1 030,5", "1 030’000", "10 30"])
    expect(read(HEADER, `North,P1,${ADA},"${cell}"`, `North,P1,${BO},20`).ok).toBe(false);
});

test("a place of its county's name is a sum where it equals two others, and a place where it doesn't", () => {
  const sum = [`North,North County,${ADA},40`, `North,North County,${BO},50`];
  expect(votes(HEADER, ...BOTH, ...sum)).toEqual(SUM);
  const town = [`North,North County,${ADA},40`, `North,North County,${BO},51`];
  expect(votes(HEADER, ...BOTH, ...town)).toEqual(["North votes ada 80", "North votes bo 101"]);
});
