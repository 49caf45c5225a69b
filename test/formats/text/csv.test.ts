import { expect, test } from "vitest";
import { columnsOf, faultAt, readCsv, textAt, writeCsv } from "../../../src/formats/text/csv.ts";
import { cpuTimeMs, HANG_MS } from "../cpu-time.ts";

const lines = (text: string) => readCsv(text).rows.map((r) => [r.line, ...r.cells]);

test("quoted commas, quotes and line breaks are read, and every row knows its line", () => {
  const text = '\uFEFFa,b,c\r\n1,"x\r\ny, ""z""",3\r\n\r\n , ,\r\n4,"\n\n",6\n7,8,9';
  expect(lines(text)).toEqual([
    [2, "1", 'x\r\ny, "z"', "3"],
    [6, "4", "\n\n", "6"],
    [9, "7", "8", "9"],
  ]);
  expect(readCsv(text).faults).toEqual([]);
});

test("semicolons and tabs separate only where the header has no comma", () => {
  expect(lines("a;b\n1,5;2")).toEqual([[2, "1,5", "2"]]);
  expect(lines("a\tb\n1\t2")).toEqual([[2, "1", "2"]]);
  expect(lines("a;x,b\n1,2")).toEqual([[2, "1", "2"]]);
  expect(lines('"a,x";b\n1;2')).toEqual([[2, "1", "2"]]);
});

test("a fault names the line and column of its own cell", () => {
  const { header, rows } = readCsv('a,b,c\n"1\n2","3\r\n4",5');
  expect(faultAt(header, rows[0]!, 2, "no")).toEqual({
    line: 4,
    column: 3,
    field: "c",
    message: "no",
  });
  expect(faultAt(header, rows[0]!, undefined, "no").line).toBe(2);
});

test("rows of another width are faults, and the rest is read", () => {
  const { rows, faults } = readCsv("a,b\n1\n2,3\n4,5,6\n7,8,,\n");
  expect(rows.map((r) => r.line)).toEqual([3, 5]);
  expect(faults.map((f) => [f.line, f.column])).toEqual([
    [2, null],
    [4, 3],
  ]);
});

test("broken quotes are faults where they stand, and the rows around them are read", () => {
  const text = 'a,b\n1,"2"3\n4,5\n6,7"8\n9,10\r\n"x\r\ny"z,1\r\n11,"12\n13,14\n';
  const { rows, faults } = readCsv(text);
  expect(rows.map((r) => r.cells.join())).toEqual(["4,5", "9,10", "13,14"]);
  expect(rows.map((r) => r.line)).toEqual([3, 5, 9]);
  expect(faults.map((f) => [f.line, f.column])).toEqual([
    [2, 2],
    [4, 2],
    [6, 1],
    [8, 2],
  ]);
});

test("lines are counted right behind quoted line breaks of every kind", () => {
  for (const eol of ["\n", "\r\n", "\r"]) {
    const text = ["a,b", `"1${eol}${eol}1",2`, "3,4", 'x,"y"z', "5,6"].join(eol);
    const { rows, faults } = readCsv(text);
    expect(rows.map((r) => r.line)).toEqual([2, 5, 7]);
    expect(faults.map((f) => f.line)).toEqual([6]);
  }
});

test("an empty file and a broken header are one fault each", () => {
  expect(readCsv("\n \n").faults).toHaveLength(1);
  expect(readCsv('a,"b"c\n1,2\n').faults.map((f) => f.line)).toEqual([1]);
  expect(readCsv('a,"b"c\n1,2\n').rows).toEqual([]);
});

test("a text of many pieces is split as if it were one, whatever its quotes hold", () => {
  const cells = Array.from({ length: 60_000 }, (_, i) => [
    `${i}`,
    i % 7 === 0 ? `a\n"b", ${i}` : "c",
  ]);
  const { rows, faults } = readCsv(writeCsv(["n", "text"], cells));
  expect(faults).toEqual([]);
  expect(rows.map((row) => row.cells)).toEqual(cells);
  expect(rows.at(-1)?.line).toBe(
    1 + cells.length + cells.filter(([, text]) => text !== "c").length,
  );
  const broken = writeCsv(["n", "text"], cells).replace("59998,c", '59998,c"d');
  expect(readCsv(broken).faults.map(({ line }) => line)).toEqual([68_572]);
  const open = writeCsv(["n", "text"], cells).replace("30001,c", '30001,"c');
  expect(readCsv(open).faults[0]).toMatchObject({ message: expect.stringContaining("quote") });
});

test("ten broken quotes end the reading, and the last fault says so", () => {
  const { faults } = readCsv("a,b\n" + '"x"y,1\n'.repeat(50));
  expect(faults).toHaveLength(11);
  expect(faults.at(-1)).toMatchObject({
    line: 12,
    message: expect.stringMatching(/isn't read on/),
  });
});

test("what is written is read back as it was", () => {
  const cells = ["a,b", '"', '""', "x\ny", "x\ry", "x\r\ny", "é 日本 😀", ";", "\t", "=1+1", "-"];
  const table = readCsv(writeCsv(["one", ...cells.slice(1)], [cells, cells]));
  expect(table.rows.map((r) => r.cells)).toEqual([cells, cells]);
  expect(textAt(table.rows[0]!, 99)).toBe("");
});

test("header names have one form, and the first of two counts", () => {
  expect([...columnsOf(readCsv("Margin of Error, pollster ,POLLSTER,").header)]).toEqual([
    ["margin_of_error", 0],
    ["pollster", 1],
  ]);
});

test("a file that is mostly blank or ragged lines is refused, not cut short in silence", () => {
  for (const text of ["a,b\n" + "1\n".repeat(5000), "\n".repeat(5000) + "a,b\n1,2"]) {
    const { faults } = readCsv(text);
    expect(faults.some((f) => f.message.includes("the rest isn't read"))).toBe(true);
  }
  expect(readCsv("a,b\n1,2" + "\n".repeat(5000)).faults).toEqual([]);
});

test.each([
  ["quoted line breaks", 'a,b\n"' + '\n"'.repeat(500_000)],
  ["quotes", "a,b\n" + '"'.repeat(1_000_000)],
  ["stray quotes", "a,b\n" + 'x"\n'.repeat(330_000)],
  ["broken quotes", "a,b\n" + '"x"y\n'.repeat(200_000)],
  ["commas", "a,b\n" + ",".repeat(1_000_000)],
  ["small rows", "a,b\n" + "1,2\n".repeat(250_000)],
  ["blank lines", "a,b\n" + "\n".repeat(1_000_000) + "1,2"],
  ["one long quoted cell", 'a,b\n"' + "\r\n".repeat(500_000) + '"x'],
])("a megabyte of %s doesn't hang the reader", (_, text) => {
  expect(cpuTimeMs(() => readCsv(text))).toBeLessThan(HANG_MS);
});
