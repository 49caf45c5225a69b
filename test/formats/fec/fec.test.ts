import { expect, test } from "vitest";
import { readFecBulk } from "../../../src/formats/fec/bulk.ts";
import { readOpenFec } from "../../../src/formats/fec/open-fec.ts";
import { GA06 } from "../race.ts";

const options = { candidates: GA06, source: "fec" };

/** A line of the commission's file; the sums are made up for the TEST. */
const line = (id: string, name: string, sums: readonly string[], through = "06/30/2017") => {
  const cells = Array.from({ length: 30 }, () => "");
  const [receipts = "", spent = "", cash = ""] = sums;
  Object.assign(cells, { 0: id, 1: name, 5: receipts, 7: spent, 10: cash, 27: through });
  return cells.join("|");
};
const HANDEL = line("H8GA06286", "HANDEL, KAREN CHRISTINE", ["2000.25", "1900", "100.25"]);
const OSSOFF = line("H8GA06195", "OSSOFF, T. JONATHAN", ["3000", "2900", ""]);
const HILL = line("H8GA06203", "HILL, JUDSON", ["8", "8", "0"]);

const entry = (measure: string, candidate: string, amount: number) => ({
  measure,
  candidate,
  amount,
  asOf: "2017-06-30",
  printed: null,
  atMost: false,
  atLeast: false,
  rounded: false,
  source: "fec",
  note: null,
});

test("the race's candidates are found by name, by alias and by the commission's id", () => {
  const read = readFecBulk(`${HANDEL}\n${OSSOFF}\n${HILL}\n`, options);
  expect(read).toMatchObject({
    ok: true,
    value: {
      entries: [
        entry("receipts", "handel", 2000.25),
        entry("disbursements", "handel", 1900),
        entry("cash_on_hand", "handel", 100.25),
        entry("receipts", "ossoff", 3000),
        entry("disbursements", "ossoff", 2900),
      ],
    },
  });
  expect(read.ok && read.warnings.map((w) => w.message)).toEqual([
    "totals cover the candidate's whole two-year cycle, other races in it included",
    "left out, no candidates of this race: HILL, JUDSON (H8GA06203)",
  ]);
  const byId = { ...GA06[1]!, aliases: ["H8GA06195"] };
  expect(readFecBulk(OSSOFF, { candidates: [byId], source: "fec" })).toMatchObject({ ok: true });
});

test("whom only the last name fits is a hint, and nobody's money", () => {
  const plain = { ...GA06[1]!, aliases: [] };
  const read = readFecBulk(`${HANDEL}\n${OSSOFF}`, {
    candidates: [GA06[0]!, plain],
    source: "fec",
  });
  expect(read).toMatchObject({ ok: true, value: { entries: { length: 3 } } });
  expect(read.ok && read.warnings).toContainEqual({
    line: 2,
    column: 2,
    field: "name",
    message:
      'no totals for Jon Ossoff: if OSSOFF, T. JONATHAN (H8GA06195) is the same person, add that id to the candidate\'s "aliases" in race.json',
  });
});

test("every fault has its line and column", () => {
  const bad = line("H8GA06286", "HANDEL, KAREN", ["$5", "1,900", "1"], "June 30");
  const read = readFecBulk(`${bad}\r\n\r\n${HANDEL}`, options);
  expect(read.ok ? [] : read.faults.map((f) => `${f.line}:${f.column} ${f.message}`)).toEqual([
    "1:6 must be a number like 48.9, found $5",
    "1:8 must be a number like 48.9, found 1,900",
    "1:28 must be a date or a time with its zone, found June 30",
    "3:2 HANDEL, KAREN CHRISTINE (H8GA06286) and HANDEL, KAREN (H8GA06286) are both handel: leave one set of totals in the file",
  ]);
  expect(
    readFecBulk(`${HANDEL}\n${OSSOFF.slice(0, 40)}\nX${HILL.slice(1)}`, options),
  ).toMatchObject({ ok: false, faults: [{ line: 2 }, { line: 3, column: 1 }] });
  expect(readFecBulk(`X${HILL}`, options)).toMatchObject({ ok: false, faults: [{ line: 1 }] });
  expect(readFecBulk(HILL, options)).toMatchObject({
    ok: false,
    faults: [{ message: expect.stringMatching(/no candidate of this race. HILL, JUDSON/) }],
  });
});

test("cash below zero is left out with a warning, since no sum of ours can be", () => {
  const read = readFecBulk(line("H8GA06286", "HANDEL, KAREN", ["5", "6", "-1"]), options);
  expect(read).toMatchObject({
    ok: true,
    value: { entries: [{ measure: "receipts" }, { measure: "disbursements" }] },
  });
  expect(read.ok && read.warnings[0]).toMatchObject({
    line: 1,
    column: 11,
    message: expect.stringMatching(/below 0/),
  });
});

test("OpenFEC's answers are read under both names of the cash on hand", () => {
  const text = JSON.stringify({
    api_version: "1.0",
    results: [
      {
        candidate_id: "H8GA06286",
        name: "HANDEL, KAREN",
        receipts: 2000.25,
        disbursements: 1900,
        cash_on_hand_end_period: 100.25,
        coverage_end_date: "2017-06-30T00:00:00+00:00",
      },
      {
        candidate_id: "H8GA06195",
        name: "OSSOFF, T. JONATHAN",
        receipts: 3000,
        disbursements: null,
        last_cash_on_hand_end_period: 7,
        coverage_end_date: "2017-06-30",
      },
    ],
  });
  expect(readOpenFec(text, options)).toMatchObject({
    ok: true,
    value: {
      entries: [
        entry("receipts", "handel", 2000.25),
        entry("disbursements", "handel", 1900),
        entry("cash_on_hand", "handel", 100.25),
        entry("receipts", "ossoff", 3000),
        entry("cash_on_hand", "ossoff", 7),
      ],
    },
  });
});

test("OpenFEC: faults stand where the value does", () => {
  const text =
    '{"results": [\n {"candidate_id": "H8GA06286", "name": "HANDEL, KAREN", "receipts": 5,\n  "coverage_end_date": "soon"},\n {"candidate_id": 7}]}';
  expect(readOpenFec(text, options)).toMatchObject({
    ok: false,
    faults: [{ line: 4, field: "results.1.candidate_id" }],
  });
  const second = text.replace("7}", '"H1", "receipts": 1}');
  expect(readOpenFec(second, options)).toMatchObject({
    ok: false,
    faults: [{ line: 3, column: 24, field: "results.0.coverage_end_date" }],
  });
});
