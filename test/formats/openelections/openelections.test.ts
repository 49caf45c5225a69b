import { expect, test } from "vitest";
import { detectFormat } from "../../../src/formats/choose-format.ts";
import { joinResults } from "../../../src/formats/match/join-results.ts";
import { readOpenElections } from "../../../src/formats/openelections/openelections.ts";
import { aRace } from "../../race/fixtures.ts";
import { faultsOf, linesOf, messagesOf, picked, valueOf } from "../results-fixture.ts";

const HEADER = "county,precinct,office,district,candidate,party,votes";
/** One county's file as the precinct returns have it, with or without its closing totals. */
const countyFile = (county: string, totals: string[] = ["TOTAL"]) => {
  const rows = (precinct: string, counts: number[]) => [
    `${county},${precinct},Voters,,Registered,,${counts[0]}`,
    `${county},${precinct},Voters,,Ballots Cast,,${counts[1]}`,
    `${county},${precinct},Mayor,6,Ada Able,R,${counts[2]}`,
    `${county},${precinct},Mayor,6,Bo Baker,D,${counts[3]}`,
  ];
  return [
    HEADER,
    ...rows("P 01", [100, 61, 40, 20]),
    ...rows("P 02", [200, 90, 30, 59]),
    ...totals.flatMap((total) => rows(total, [300, 151, 70, 79])),
    "",
  ].join("\n");
};
const NORTH = [
  "North votes ada 70",
  "North votes bo 79",
  "North registered 300",
  "North ballots 151",
  "North precincts_total 2",
  "North precincts_reported 2",
];

test("precincts are summed to their county, and Total rows are not added to them", () => {
  for (const total of ["TOTAL", "Total", "County Total", "North Totals"]) {
    const result = picked(readOpenElections(countyFile("North", [total])));
    expect({ total, lines: linesOf(valueOf(result)) }).toEqual({ total, lines: NORTH });
    expect(messagesOf(result)).toEqual(["left out: 2 rows of totals"]);
  }
  expect(linesOf(valueOf(picked(readOpenElections(countyFile("North", [])))))).toEqual(NORTH);
});

test("files of several counties join into the whole contest", () => {
  const counties = ["North", "South", "East"].map((name) =>
    valueOf(picked(readOpenElections(countyFile(name)))),
  );
  const { counts } = valueOf(joinResults(counties));
  const sum = (measure: string, candidate: string | null = null) =>
    counts
      .filter((row) => row.measure === measure && row.candidate === candidate)
      .reduce((total, row) => total + row.value, 0);
  expect(new Set(counts.map((row) => row.area)).size).toBe(3);
  expect([
    sum("votes", "ada"),
    sum("votes", "bo"),
    sum("ballots"),
    sum("registered"),
    sum("precincts_total"),
  ]).toEqual([210, 237, 453, 900, 6]);
});

test("a total that disagrees with the rows is refused with both numbers and the line", () => {
  const wrong = countyFile("North").replace(
    "TOTAL,Mayor,6,Ada Able,R,70",
    "TOTAL,Mayor,6,Ada Able,R,140",
  );
  expect(faultsOf(picked(readOpenElections(wrong)))).toEqual([
    {
      line: 12,
      column: 7,
      field: "votes",
      message:
        "says 140 in all for Ada Able, the rows add up to 70: mend what is wrong, or remove the total",
    },
  ]);
  const people = readOpenElections(
    countyFile("North").replace("Registered,,300", "Registered,,301"),
  );
  expect(picked(people).ok).toBe(true);
  expect(messagesOf(people)).toEqual([
    "says 301 registered in all, the rows add up to 300, which is used",
  ]);
});

test("a row that repeats another counts once, and one that contradicts it leaves out its place", () => {
  const again = (row: string) => picked(readOpenElections(`${countyFile("North", [])}${row}\n`));
  const repeated = again("North,p-01,Mayor,06,ADA ABLE,r,40");
  expect(linesOf(valueOf(repeated))).toEqual(NORTH);
  expect(messagesOf(repeated)).toEqual(["taken once: 1 rows that repeat an earlier one"]);
  const doubtful = again("North,p-01,Mayor,06,ADA ABLE,r,41");
  expect(linesOf(valueOf(doubtful))).toEqual([
    "North votes ada 30",
    "North votes bo 59",
    "North registered 200",
    "North ballots 90",
    "North precincts_total 2",
    "North precincts_reported 1",
  ]);
  expect(messagesOf(doubtful)).toEqual([
    "left out with its place: ADA ABLE in P 01, lines 4 and 10 contradict each other",
  ]);
});

test("where most places contradict themselves, or the only one, the contest is refused", () => {
  const text = `${HEADER}\nNorth,P1,Mayor,,Ada Able,R,4\nNorth,P1,Mayor,,Ada Able,R,5\nNorth,P1,Mayor,,Bo Baker,D,3\n`;
  expect(faultsOf(picked(readOpenElections(text))).map(({ message }) => message)).toEqual([
    "Ada Able in P1, lines 2 and 3 contradict each other: keep one of the two",
  ]);
});

test("rows of several places whose names are all missing are refused, and never no votes", () => {
  const text = `${HEADER}\nNorth,,Mayor,,Ada Able,R,4\nNorth,,Mayor,,Ada Able,R,5\nNorth,,Mayor,,Bo Baker,D,3\n`;
  expect(faultsOf(picked(readOpenElections(text))).map(({ message }) => message)).toEqual([
    "Ada Able in North without a place's name, lines 2 and 3 contradict each other: keep one of the two",
  ]);
});

test("parties and answers stand for names where nobody of theirs is named", () => {
  const text = [
    HEADER,
    "North,P1,Question 1,,,Yes,40",
    "North,P1,Question 1,,,No,30",
    "North,P1,Cards Cast,,,,71",
    "North,P1,Undervotes,,,R,2",
  ].join("\n");
  const { contests } = valueOf(readOpenElections(text));
  expect(contests.map(({ title, choices }) => [title, choices.map(({ name }) => name)])).toEqual([
    ["Question 1", ["Yes", "No"]],
  ]);
});

test("a name in parts is one name", () => {
  const text =
    "county,office,district,party,last,first,middle,votes\nNorth,Mayor,,R,Able,Ada,,4\nNorth,Mayor,,D,Baker,Bo,Q.,5\n";
  expect(linesOf(valueOf(picked(readOpenElections(text))))).toEqual([
    "North votes ada 4",
    "North votes bo 5",
  ]);
});

test("of people counted twice the same is taken once, and what is in doubt is left out", () => {
  const again = (row: string) => picked(readOpenElections(`${countyFile("North", [])}${row}\n`));
  const same = again("NORTH COUNTY,P 01,Voters,,Registered,,100");
  expect(linesOf(valueOf(same))).toEqual(NORTH);
  const other = again("NORTH COUNTY,P 01,Voters,,Registered,,99");
  expect(linesOf(valueOf(other))).toEqual(NORTH.filter((line) => !line.includes("registered")));
  expect(messagesOf(other)).toEqual([
    "left out: registered of North, whose lines 2 and 10 contradict each other",
  ]);
});

const NAMELESS = "needs the candidate's name: say whose votes they are, or take them out";
const MODES =
  "county,precinct,office,district,party,candidate,votes,election_day,early_voting,advance,absentee_by_mail,provisional,federal";

test("columns by mode become modes, and what they don't have is unspecified", () => {
  const result = picked(
    readOpenElections(
      [
        MODES,
        "North,P1,Mayor,,R,Ada Able,20,10,3,1,4,1,1",
        "North,P2,Mayor,,R,Ada Able,5,,,,,,",
        "North,P1,Mayor,,D,Bo Baker,,7,0,0,2,0,0",
        "North,P1,Mayor,,,Over Votes,2,2,,,,,",
        "North,P1,Mayor,,,Under Votes,3,3,,,,,",
        "North,P1,Mayor,,,Write-ins,1,1,,,,,",
        "North,P1,Mayor,,,Write-ins,2,2,,,,,",
        "North,P1,Mayor,,,Total Votes,34,,,,,,",
        "North,P1,Ballots Cast,,,,36,20,8,0,8,0,0",
        "North,P1,Registered Voters,,,,90,,,,,,",
        "North,Absentee,Mayor,,D,Bo Baker,6,0,0,0,6,0,0",
      ].join("\n"),
    ),
  );
  expect(linesOf(valueOf(result))).toEqual([
    "North votes ada election_day 10",
    "North votes ada early_in_person 4",
    "North votes ada absentee_mail 4",
    "North votes ada provisional 1",
    "North votes ada 6",
    "North votes bo election_day 7",
    "North votes bo early_in_person 0",
    "North votes bo absentee_mail 8",
    "North votes bo provisional 0",
    "North overvotes election_day 2",
    "North undervotes election_day 3",
    "North precincts_total 2",
    "North precincts_reported 2",
    "North votes write-ins election_day 3",
  ]);
  expect(messagesOf(result)).toEqual([
    "left out: rows of Total Votes",
    "left out: registered of North, given for only 1 of its 3 precincts",
    "left out: ballots of North, given for only 1 of its 3 precincts",
    "counted as unspecified: 6 votes that no column of a known way of voting has",
    "counted among others: write-ins (3 votes)",
  ]);
});

test("modes that exceed the votes, and cells that are no number, have their line and column", () => {
  const read = readOpenElections(
    [
      MODES,
      "North,P1,Mayor,,R,Ada Able,9,10,,,,,",
      "North,P1,Mayor,,D,Bo Baker,8,x8,,,,,",
      "North,P2,Mayor,,R,,8,,,,,,",
      ",P4,Mayor,,R,Ada Able,8,,,,,,",
    ].join("\n"),
  );
  expect(faultsOf(picked(read, { contest: "Mayor" }))).toEqual([
    {
      line: 2,
      column: 7,
      field: "votes",
      message: "is 9, less than its modes, which add up to 10",
    },
    { line: 3, column: 8, field: "election_day", message: 'must be a whole number, found "x8"' },
    { line: 5, column: 1, field: "county", message: "needs the county's name" },
    { line: 4, column: 6, field: "candidate", message: NAMELESS },
  ]);
});

test("a precinct without votes yet is one that hasn't reported", () => {
  const text = [
    HEADER,
    "North,P1,Mayor,,Ada Able,R,4",
    "North,P1,Mayor,,Bo Baker,D,0",
    "North,P2,Mayor,,Ada Able,R,",
    "North,P2,Mayor,,Bo Baker,D,",
  ].join("\n");
  expect(linesOf(valueOf(picked(readOpenElections(text)))).slice(2)).toEqual([
    "North precincts_total 2",
    "North precincts_reported 1",
  ]);
});

const byCounty = (total: number) =>
  [
    "county,office,district,party,candidate,votes",
    "North,Mayor,,R,Ada Able,4",
    "North,Mayor,,D,Bo Baker,5",
    "South,Mayor,,R,Ada Able,6",
    "South,Mayor,,D,Bo Baker,7",
    `Total,Mayor,,R,Ada Able,${total}`,
  ].join("\n");

test("a file by county has no precincts, and its total is the file's", () => {
  expect(linesOf(valueOf(picked(readOpenElections(byCounty(10)))))).toEqual([
    "North votes ada 4",
    "North votes bo 5",
    "South votes ada 6",
    "South votes bo 7",
  ]);
  expect(messagesOf(picked(readOpenElections(byCounty(20))))[0]).toMatch(
    /^says 20 in all for Ada Able, the rows add up to 10/,
  );
});

test("a candidate of two parties has the votes of both", () => {
  const rows = [
    "North,P1,Mayor,,Ada Able,REP,4",
    "North,P1,Mayor,,Ada Able,CON,3",
    "North,P1,Mayor,,Bo Baker,DEM,5",
    "North,Total,Mayor,,Ada Able,,7",
  ];
  expect(
    linesOf(valueOf(picked(readOpenElections([HEADER, ...rows].join("\n"))))).slice(0, 2),
  ).toEqual(["North votes ada 7", "North votes bo 5"]);
});

test("of a file of primaries each party's candidates are a contest of their own", () => {
  const rows = ["Ada Able,R,4", "Bo Baker,R,3", "Cy Cole,D,5", "Di Dunn,D,2", "Under Votes,,9"].map(
    (rest) => `North,P1,Mayor,,${rest}`,
  );
  const read = readOpenElections([HEADER, ...rows].join("\n"));
  expect(valueOf(read).contests.map((contest) => contest.key)).toEqual([
    "Mayor",
    "Mayor (R)",
    "Mayor (D)",
  ]);
  expect(linesOf(valueOf(picked(read)))).toEqual([
    "North votes ada 4",
    "North votes bo 3",
    "North precincts_total 1",
    "North precincts_reported 1",
  ]);
  const open = aRace({
    candidates: ["Ada Able", "Bo Baker", "Cy Cole", "Di Dunn"].map((name) => ({
      id: name.slice(0, 2).toLowerCase(),
      name,
      shortName: name,
      party: { code: "R", name: "R" },
    })),
  }).candidates;
  expect(linesOf(valueOf(picked(read, { candidates: open })))).toHaveLength(7);
});

test("a fault in one contest doesn't refuse another", () => {
  const read = readOpenElections(
    [
      HEADER,
      "North,P1,Judge,,Cy Cole,R,many",
      "North,P1,Mayor,,Ada Able,R,4",
      "North,P1,Mayor,,Bo Baker,D,4",
    ].join("\n"),
  );
  expect(picked(read).ok).toBe(true);
  expect(picked(read, { contest: "Judge" }).ok).toBe(false);
});

test("a column of another name is asked for by the names that are left", () => {
  const renamed = HEADER.replace("votes", "how_many");
  expect(detectFormat(renamed)).toBe("openelections");
  expect(faultsOf(readOpenElections(`${renamed}\nNorth,P1,Mayor,,Ada Able,R,4\n`))).toMatchObject([
    {
      line: 1,
      message:
        "looks like an OpenElections CSV, but votes (is that how_many?) is missing: give the column its name",
    },
  ]);
});

test("another file is refused, and says what is missing", () => {
  expect(faultsOf(readOpenElections("county,precinct,votes\nNorth,P1,5\n"))).toMatchObject([
    {
      line: 1,
      message:
        "looks like an OpenElections CSV, but office, candidate is missing: give the column its name",
    },
  ]);
  expect(faultsOf(readOpenElections(`${HEADER}\nNorth,P1,Mayor\n`))).toMatchObject([{ line: 2 }]);
  expect(messagesOf(readOpenElections(`${HEADER}\n`))).toEqual(["has no rows of votes"]);
  expect(messagesOf(readOpenElections(""))[0]).toMatch(/empty/);
});
