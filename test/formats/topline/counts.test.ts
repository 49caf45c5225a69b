import { expect, test } from "vitest";
import type { ReadResult } from "../../../src/formats/text/faults.ts";
import { readSectionCsv } from "../../../src/formats/topline/section-csv.ts";
import { GA06_RACE } from "../race.ts";

const SOURCES = ["sos", "ajc"].map((id) => ({ id, name: id }));
const RACE = { race: { ...GA06_RACE, sources: SOURCES }, areas: [] };
const readTurnout = (text: string) => readSectionCsv("turnout", text, RACE);
const readResults = (text: string, areas: readonly string[] = []) =>
  readSectionCsv("results", text, { ...RACE, areas });
const readMoney = (text: string) => readSectionCsv("money", text, RACE);

const faults = (result: ReadResult<unknown>) =>
  result.ok
    ? "no faults"
    : result.faults.map((f) => `${f.line}:${f.column} ${f.field}: ${f.message}`);

test("turnout: rows are read, modes as people write them", () => {
  const text =
    "date,mode,ballots,rounded,source,note\n2017-06-16,Early in person,114537,,sos,\n2017-06-16,absentee_mail,25771,no,sos,close of early voting\n";
  expect(readTurnout(text)).toMatchObject({
    ok: true,
    value: {
      turnout: {
        counts: [
          { mode: "early_in_person", ballots: 114537, rounded: false, note: null },
          { mode: "absentee_mail", ballots: 25771, note: "close of early voting" },
        ],
      },
    },
  });
});

test("turnout: every fault, a day with a total beside its parts included", () => {
  const text = [
    "date,mode,ballots,rounded,source,note",
    "2017-06-16,early,1,,sos,",
    '2017-06-16,early_in_person,"114,537",,sos,',
    "2017-06-17,early_in_person,-1,perhaps,,",
    "2017-06-18,early_in_person,2,,sos,",
    "2017-06-18,early_in_person,3,,sos,",
    "2017-06-18,unspecified,4.5,,sos,",
    "2017-06-18,unspecified,5,,sos,",
  ].join("\n");
  expect(faults(readTurnout(text))).toMatchInlineSnapshot(`
    [
      "2:2 mode: must be one of early_in_person, absentee_mail, election_day, provisional, unspecified, found early",
      "4:3 ballots: must be 0 or more, found -1",
      "4:4 rounded: must be yes or no, found perhaps",
      "4:5 source: must not be empty",
      "6:1 date: count of 2017-06-18 early_in_person is there twice: keep one of the two (line 5 has it already)",
      "7:3 ballots: must be a whole number, found 4.5",
      "8:2 mode: 2017-06-18 has both modes and an unspecified total; keep one or the other",
    ]
  `);
});

test("turnout: numbers as people dress them are read where they can only be one thing, else refused with what to write", () => {
  const cells = [
    "1E+05",
    "1.40308E+05",
    "140 308",
    "140\u00a0308",
    "140'308",
    "140308 %",
    "$140308",
    '"140308,5"',
    "many",
    `"1${",000".repeat(50)}"`,
  ];
  const rows = cells.map((cell, i) => `2017-06-${i + 10},unspecified,${cell},sos`);
  const text = ["date,mode,ballots,source", ...rows].join("\n");
  const shortened =
    "the spreadsheet has shortened it and may have lost digits, so show the column as plain numbers and save it again";
  expect(faults(readTurnout(text))).toEqual([
    `2:3 ballots: must be a whole number, found 1E+05: ${shortened}`,
    `3:3 ballots: must be a whole number, found 1.40308E+05: ${shortened}`,
    "7:3 ballots: must be a whole number, found 140308 %: write 140308",
    "8:3 ballots: must be a whole number, found $140308: write 140308",
    "9:3 ballots: must be a whole number, found 140308,5: write 140308.5, with a point",
    "10:3 ballots: must be a whole number, found many",
    `11:3 ballots: must be a whole number, found 1${",000".repeat(14)},00…`,
  ]);
});

test("results: one place has one name, and candidates are found by name", () => {
  const text = [
    "area,measure,candidate,mode,value,as_of,source",
    "FULTON,votes,KAREN HANDEL (REP),election_day,10,2017-06-20,sos",
    "Fulton County,votes,Ossoff,election_day,11,2017-06-20T23:00:00-04:00,sos",
    "Total,registered,,,447826,2017-06-20,sos",
  ].join("\n");
  expect(readResults(text)).toMatchObject({
    ok: true,
    value: {
      results: {
        counts: [
          { round: 1, area: "Fulton County", candidate: "handel", mode: "election_day", value: 10 },
          { area: "Fulton County", candidate: "ossoff" },
          { area: "total", candidate: null, mode: "unspecified" },
        ],
      },
    },
  });
  expect(readResults(text, ["Fulton"])).toMatchObject({
    value: { results: { counts: [{ area: "Fulton" }, { area: "Fulton" }, { area: "total" }] } },
  });
});

test("results: every fault, the same place under two names included", () => {
  const text = [
    "round,area,measure,candidate,mode,value,as_of,source",
    "1,Fulton,votes,handel,,10,2017-06-20,sos",
    "1,Fulton County,votes,handel,,11,2017-06-20,sos",
    "0,Cobb,votes,Hill,early,1.5,June 20,sos",
    "1,Cobb,votes,,,1,2017-06-20,sos",
    "1,Cobb,ballots,handel,,1,2017-06-20,sos",
    "1,Cobb,ballots,,,1.5,2017-06-20,sos",
    "1,total,expected_percent,,,101,2017-06-20,sos",
    "1,,voters,,,,,",
  ].join("\n");
  expect(faults(readResults(text))).toMatchInlineSnapshot(`
    [
      "3:2 area: row 1 / Fulton County / votes / handel / unspecified is there twice: keep one of the two (line 2 has it already)",
      "4:1 round: must be more than 0, found 0",
      "4:4 candidate: no candidate of this race is named "Hill": use one of handel, ossoff, or add the name to that candidate's "aliases" in race.json",
      "4:5 mode: must be one of early_in_person, absentee_mail, election_day, provisional, unspecified, found early",
      "4:7 as_of: must be a date or a time with its zone, found June 20",
      "5:4 candidate: votes and seats need a candidate, or whom else they are of (other); nothing else takes either, found nothing",
      "6:4 candidate: votes and seats need a candidate, or whom else they are of (other); nothing else takes either, found handel",
      "7:6 value: must be a whole number (or a percent up to 100 for expected_percent), found 1.5",
      "8:6 value: must be a whole number (or a percent up to 100 for expected_percent), found 101",
      "9:2 area: must not be empty",
      "9:3 measure: must be one of votes, seats, ballots, registered, undervotes, overvotes, rejected, precincts_reported, precincts_total, expected_percent, found voters",
      "9:6 value: must not be empty",
      "9:7 as_of: must be a date or a time with its zone, found nothing",
      "9:8 source: must not be empty",
    ]
  `);
});

test("money: rows are read, and every fault is named", () => {
  const header = "measure,candidate,amount,as_of,printed,rounded,source,note";
  expect(
    readMoney(`${header}\nCash on hand,Ossoff,1000000,2017-05-31,about $1 million,yes,ajc,\n`),
  ).toMatchObject({
    ok: true,
    value: {
      money: {
        entries: [
          { measure: "cash_on_hand", candidate: "ossoff", amount: 1_000_000, rounded: true },
        ],
      },
    },
  });
  const text = [
    header,
    "receipts,,5,2017-05-31,,,ajc,",
    "total,handel,5,2017-05-31,,,ajc,",
    "raised,handel,$5,2017-05-31,,,ajc,",
    "receipts,handel,5,2017-05-31,,,ajc,",
    "receipts,Karen Handel,6,2017-05-31,,,ajc,",
  ].join("\n");
  expect(faults(readMoney(text))).toMatchInlineSnapshot(`
    [
      "2:2 candidate: totals and records have no candidate, every other measure needs one, found nothing",
      "3:2 candidate: totals and records have no candidate, every other measure needs one, found handel",
      "4:1 measure: must be one of receipts, disbursements, cash_on_hand, independent_for, independent_against, independent_total, total, party_committees, previous_record, found raised",
      "4:3 amount: must be a number like 48.9, found $5: write 5",
      "6:1 measure: entry receipts / handel / 2017-05-31 / ajc is there twice: keep one of the two (line 5 has it already)",
    ]
  `);
});
