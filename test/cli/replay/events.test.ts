import { expect, test } from "vitest";
import { readEventsCsv } from "../../../src/cli/replay/events.ts";
import { GA06 } from "../../formats/race.ts";

const RACE = {
  candidates: [...GA06],
  voting: { opens: "2017-06-20T07:00:00-04:00", closes: "2017-06-20T19:00:00-04:00" },
};

function read(...lines: readonly string[]) {
  return readEventsCsv(`${lines.join("\n")}\n`, RACE);
}

test("rows of one minute are one report, reports come in order, counts are true at their moment", () => {
  const night = read(
    "minute,area,measure,candidate,mode,value,source,note",
    "30.5,Cobb County,votes,Handel,election day,10,s,made up",
    "12,Cobb,votes,ossoff,,7,s,",
    "30.5,Cobb,precincts_reported,,,2,s,",
  );
  expect(night).toMatchObject({ ok: true, value: [{ minute: 12 }, { minute: 30.5 }] });
  expect(night.ok && night.value[1]?.counts).toEqual([
    {
      round: 1,
      area: "Cobb County",
      measure: "votes",
      candidate: "handel",
      other: null,
      mode: "election_day",
      value: 10,
      asOf: "2017-06-20T19:30:30-04:00",
      source: "s",
    },
    {
      round: 1,
      area: "Cobb County",
      measure: "precincts_reported",
      candidate: null,
      other: null,
      mode: "unspecified",
      value: 2,
      asOf: "2017-06-20T19:30:30-04:00",
      source: "s",
    },
  ]);
});

test("times with a zone do as well, and a stated as_of is kept", () => {
  const night = read(
    "time,area,measure,value,as_of,source",
    "2017-06-21T00:30:00Z,total,ballots,5,2017-06-20,s",
  );
  expect(night).toMatchObject({
    ok: true,
    value: [{ minute: 90, counts: [{ asOf: "2017-06-20" }] }],
  });
});

test("every fault is named with its line and column", () => {
  const night = read(
    "minute,area,measure,candidate,value,source",
    "soon,Cobb,votes,handel,1,s",
    "-1,Cobb,votes,handel,1,s",
    "5,Cobb,votes,nobody,1,s",
    "5,Cobb,votes,handel,1.5,s",
    "6,Cobb,votes,handel,1,s",
    "6,Cobb,votes,handel,2,s",
  );
  expect(!night.ok && night.faults.map(({ line, column }) => [line, column])).toEqual([
    [2, 1],
    [3, 1],
    [4, 4],
    [5, 5],
    [7, 2],
  ]);
});

test("a file that doesn't say when is refused, and so is one that says it twice", () => {
  const without = read("area,measure,value,source", "total,ballots,5,s");
  expect(!without.ok && without.faults[0]?.message).toMatch(/minute is missing/);
  const twice = read(
    "minute,time,area,measure,value,source",
    "1,2017-06-20T19:01:00-04:00,total,ballots,5,s",
  );
  expect(!twice.ok && twice.faults[0]?.message).toMatch(/keep one/);
});
