import { strToU8, zipSync } from "fflate";
import { expect, test } from "vitest";
import { NOTHING_SAID } from "../../../src/formats/format.ts";
import { readForRace, textOf } from "../../../src/formats/read-for-race.ts";
import { aRace } from "../../race/fixtures.ts";
import { faultsOf, linesOf, messagesOf, valueOf } from "../results-fixture.ts";
import { rowsOf, workbook } from "./workbook.ts";

const TABLE = [
  ["county", "precinct", "office", "candidate", "votes"],
  ["North", "P1", "Mayor", "Ada Able", 40],
  ["North", "P1", "Mayor", "Bo Baker", 20],
];
const NOTES = { name: "Notes", rows: rowsOf([["Made up for the TEST"]]) };

function read(file: Uint8Array, sheet: string | null = null) {
  const race = aRace();
  const terms = { ...NOTHING_SAID, source: "office", asOf: "2017-06-20", sheet };
  return readForRace({ ...terms, file, race, areas: [], section: null });
}

function text(file: Uint8Array, sheet: string | null = null): string {
  return valueOf(textOf(file, sheet));
}

test("a workbook's sheet is read like the CSV of it, whatever lies beside it", () => {
  const file = workbook([NOTES, { name: "Returns", rows: rowsOf(TABLE) }]);
  const result = read(file);
  expect(linesOf(valueOf(result).bodies.results ?? { counts: [] })).toEqual([
    "North votes ada 40",
    "North votes bo 20",
    "North precincts_total 1",
    "North precincts_reported 1",
  ]);
  expect(messagesOf(result)[0]).toBe('read was the sheet Returns, not "Notes"');
});

test("where several sheets fit, one has to be named; hidden ones only then count", () => {
  const fit = { name: "Returns", rows: rowsOf(TABLE) };
  const several = workbook([fit, { ...fit, name: "Recount" }]);
  expect(faultsOf(read(several))[0]?.message).toContain(
    'several sheets that could be meant, "Returns", "Recount": say which as sheet',
  );
  expect(read(several, "recount").ok).toBe(true);
  expect(faultsOf(read(several, "x"))[0]?.message).toContain('no sheet "x"');
  const hidden = workbook([fit, { ...fit, name: "Old", state: "hidden" }]);
  expect(messagesOf(read(hidden))).not.toContain(expect.stringContaining("Old"));
  expect(read(hidden, "Old").ok).toBe(true);
});

test("cells are what their type and format say, and never what they look like", () => {
  const cell = (ref: string, style: number, value: number | string) =>
    `<c r="${ref}" s="${style}"><v>${value}</v></c>`;
  const rows = [
    `<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c></row>`,
    `<row r="3">${cell("A3", 1, 42906)}${cell("B3", 3, 42906)}${cell("C3", 1, "42906.791666666664")}</row>`,
    `<row r="4">${cell("A4", 2, 0.481)}${cell("B4", 0, "48.199999999999996")}${cell("C4", 4, 25)}</row>`,
    `<row r="5"><c r="A5" t="b"><v>1</v></c><c r="B5" t="str"><f>A1</f><v>x</v></c><c r="C5"><f>1+1</f><v>2</v></c></row>`,
  ];
  const strings = ["<t>day</t>", '<r><t xml:space="preserve">a </t></r><r><t>"b"</t></r>'];
  const sheet = { name: "S", rows: rows.join("") };
  const lines = text(workbook([sheet], { strings })).split("\n");
  expect(lines).toEqual([
    'day,"a ""b""",',
    ",,",
    "2017-06-20,2017-06-20,2017-06-20T19:00:00",
    "48.1,48.2,25",
    "TRUE,x,2",
    "",
  ]);
  const mac = workbook([sheet], { strings, properties: 'date1904="1"' });
  expect(text(mac).split("\n")[2]?.slice(0, 10)).toBe("2021-06-21");
});

test("what a CSV couldn't say is a fault of its cell, with what to do", () => {
  const rows = [
    '<row r="1"><c r="A1" t="inlineStr"><is><t>Title</t></is></c></row>',
    '<row r="2"><c r="B2"><f>SUM(A1:A9)</f></c><c r="C2" t="e"><v>#REF!</v></c></row>',
    '<row r="900"><c r="A900"><v>1</v></c></row>',
  ];
  const more = '<mergeCells><mergeCell ref="A1:C1"/><mergeCell ref="A5:A6"/></mergeCells>';
  const file = workbook([{ name: "S", rows: rows.join(""), more }]);
  expect(
    faultsOf(textOf(file)).map(({ line, column, message }) => [line, column, message]),
  ).toEqual([
    [
      2,
      2,
      "sheet S: B2 is a formula without its value: open the file in a spreadsheet and save it again",
    ],
    [2, 3, "sheet S: C2 is an error, #REF!: mend it"],
    [900, 1, "sheet S: A900 stands far off the table: take it out"],
    [
      1,
      1,
      "sheet S: A1 is merged over A1:C1: unmerge it and fill each cell, or take a title's row out",
    ],
  ]);
});

test("values from another workbook are read as they were, with a warning", () => {
  const linked = '<row r="1"><c r="A1"><f>[1]Other!A1</f><v>7</v></c></row>';
  const result = textOf(workbook([{ name: "S", rows: linked }]));
  expect(messagesOf(result)).toEqual([
    "sheet S: 1 cells (A1) come from another workbook: read as they were when it was saved",
  ]);
});

test("bombs, other kinds of workbook and damaged ones are refused, and nothing throws", () => {
  const message = (file: Uint8Array) => faultsOf(textOf(file))[0]?.message;
  const bomb = `<row r="1"><c r="A1" t="inlineStr"><is><t>${"a".repeat(30_000_000)}</t></is></c></row>`;
  expect(message(workbook([{ name: "S", rows: bomb }]))).toContain("unpacks to more than");
  const entity = { "xl/sharedStrings.xml": '<!DOCTYPE a [<!ENTITY b "c">]><sst/>' };
  expect(message(workbook([NOTES], { files: entity }))).toContain("document type");
  const other = (name: string) => zipSync({ [name]: strToU8("x"), "b.txt": strToU8("y") });
  expect(message(other("xl/workbook.bin"))).toContain(".xlsb");
  expect(message(other("content.xml"))).toContain("OpenDocument");
  const whole = workbook([{ name: "Returns", rows: rowsOf(TABLE) }]);
  for (let cut = 4; cut < whole.length; cut += 97)
    expect(() => textOf(whole.slice(0, cut))).not.toThrow();
  expect(message(workbook([{ name: "S", rows: "" }]))).toBe("the workbook's sheets are empty");
});
