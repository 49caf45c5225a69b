import { expect, test } from "vitest";
import { readClaritySummary } from "../../../src/formats/clarity/summary.ts";
import { faultsOf, linesOf, messagesOf, picked, valueOf } from "../results-fixture.ts";

const MAYOR = {
  CAT: "Results",
  C: "Mayor  of Testville",
  K: "5000",
  VF: 1,
  TP: 9,
  PR: 7,
  CH: ["Ada Able (I) (Rep)", "Bo Baker (Dem)", "Write-in", "Over Votes"],
  P: ["NP", "NP", "", ""],
  PCT: [60, 40, 0, 0],
  V: [60, "1,040", 2, 1],
  W: [0, 0, 0, 0],
};
const JUDGE = { C: "Judge", K: 12, CH: ["Cy Cole"], V: [5] };

test("votes come for the whole contest, and what has reported stays out", () => {
  const result = picked(readClaritySummary(JSON.stringify([JUDGE, MAYOR])));
  expect(linesOf(valueOf(result))).toEqual([
    "total votes ada 60",
    "total votes bo 1040",
    "total overvotes 1",
    "total votes write-ins 2",
  ]);
  expect(messagesOf(result)).toEqual([
    "left out: 7 of 9 reporting. The file doesn't say whether these are precincts: a state's site counts counties",
    "counted among others: write-ins (2 votes)",
    "left out: 1 other contests, read was Mayor of Testville (key 5000)",
  ]);
});

test("a contest whose lists differ in length is refused", () => {
  const result = picked(readClaritySummary(JSON.stringify([{ ...MAYOR, V: [60, 40, 2] }])));
  expect(faultsOf(result)).toMatchObject([
    {
      line: 1,
      field: "0",
      message: expect.stringMatching(/4 choices \(CH\), 3 votes \(V\) and 4 parties/),
    },
  ]);
});

test("another JSON is refused with the place of what is wrong", () => {
  expect(messagesOf(readClaritySummary("[]"))).toEqual(["has no contest"]);
  expect(faultsOf(readClaritySummary('{"Contests":[]}'))).toMatchObject([
    { line: 1, message: expect.stringMatching(/expected array/) },
  ]);
  expect(faultsOf(readClaritySummary('[{"C":"x","K":"1","CH":["a"],\n"V":["many"]}]'))).toEqual([
    { line: 2, column: 6, field: "0.V.0", message: "must be a whole number" },
  ]);
});
