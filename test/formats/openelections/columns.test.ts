import { expect, test } from "vitest";
import { readOpenElections } from "../../../src/formats/openelections/openelections.ts";
import { faultsOf, linesOf, messagesOf, picked, valueOf } from "../results-fixture.ts";

// Columns whose name nobody knows, with made-up numbers: what they hold is never lost in silence.

const HEADER = "county,precinct,office,district,party,candidate,votes";
const [ADA, BO] = ["Mayor,,REP,Ada Able", "Mayor,,DEM,Bo Baker"];
const ROWS = [`North,P1,${ADA},30`, `North,P1,${BO},20`, `North,P2,${ADA},30`, `North,P2,${BO},20`];
const textOf = (header: string, ...rows: string[]) => [header, ...rows, ""].join("\n");
const read = (...args: [string, ...string[]]) => picked(readOpenElections(textOf(...args)));
const faultsOfFile = (...args: [string, ...string[]]) =>
  faultsOf(readOpenElections(textOf(...args)));

test.each([
  ["precinct", "precnct", 2],
  ["precinct", "preceint", 2],
  ["district", "ditrict", 4],
  ["party", "partty", 5],
])("a column %s spelt %s is asked about", (right, wrong, column) => {
  expect(faultsOfFile(HEADER.replace(right, wrong), ...ROWS)).toMatchObject([
    { line: 1, column, field: wrong, message: `is no column that is known: is it ${right}?` },
  ]);
});

test.each(["box", "vtd", "voting_place", "precinct_code"])(
  "equal rows that differ in a column %s aren't taken for one, and the column is named",
  (name) => {
    const [first] = faultsOf(read(HEADER.replace("precinct", name), ...ROWS));
    expect(first?.message).toBe(
      `Ada Able in North, lines 2 and 4 contradict each other: where "${name}", in which they differ, tells places apart, call that column precinct; where it tells contests apart, write it into office; else keep one of the two`,
    );
  },
);

test("equal rows with other numbers of their own are one", () => {
  const rows = [`1,North,P1,${ADA},30`, `2,North,P1,${BO},20`, `3,North,P1,${BO},20`];
  const result = read(`id,${HEADER}`, ...rows);
  expect(linesOf(valueOf(result))).toContain("North votes bo 20");
  expect(messagesOf(result)).toContain("taken once: 1 rows that repeat an earlier one");
});

test("equal rows of one place whose names are spelt apart aren't taken for one", () => {
  const rows = [`North,P1,${ADA},1`, "North,P1,Mayor,,REP,Ada  ABLE.,1", `North,P1,${BO},20`];
  expect(faultsOf(read(HEADER, ...rows))[0]?.message).toMatch(
    /^Ada {2}ABLE. in P1, lines 2 and 3 contradict each other: keep one/,
  );
});

test("a column that only resembles one that is there is left alone", () => {
  const header = `${HEADER},total.votes,vote_for`;
  const rows = [`North,P1,${ADA},30,50,1`, `North,P1,${BO},20,50,1`];
  expect(linesOf(valueOf(read(header, ...rows)))).toContain("North votes bo 20");
});

test("a column that is there twice is refused", () => {
  const rows = [`North,P1,${ADA},30,31`, `North,P1,${BO},20,21`];
  expect(faultsOfFile(`${HEADER},votes`, ...rows)).toMatchObject([
    { line: 1, column: 8, field: "votes", message: "is there twice: keep one of the two columns" },
  ]);
});

test("without any column of places each row is of the whole contest", () => {
  const header = "office,district,candidate,party,incumbent,votes,pct";
  const result = read(header, "Mayor,,Ada Able,REP,true,40,44.4", "Mayor,,Bo Baker,DEM,,50,55.6");
  expect(linesOf(valueOf(result))).toEqual(["total votes ada 40", "total votes bo 50"]);
  const place = header.replace("incumbent", "jurisdiction");
  expect(faultsOfFile(place, "Mayor,,Ada Able,REP,North,4,4")[0]?.message).toMatch(
    /county \(is that jurisdiction/,
  );
});
