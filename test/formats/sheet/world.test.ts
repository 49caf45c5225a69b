import { expect, test } from "vitest";
import type { FileToRead } from "../../../src/formats/read-for-race.ts";
import { readForGa06 } from "../race.ts";

// Files as spreadsheets of several countries save them; all numbers are made up for the TEST.
const polls = (text: FileToRead["file"], more: Partial<FileToRead> = {}) => {
  const result = readForGa06(text, { section: "polls", ...more });
  if (!result.ok) return result.faults.map((f) => `${f.line}:${f.column} ${f.field}: ${f.message}`);
  return (result.value.bodies.polls?.polls ?? []).map(
    ({ pollster, field, sample, marginOfError, shares }) =>
      [
        pollster,
        "middle" in field ? field.middle : `${field.start}/${field.end}`,
        sample,
        marginOfError,
        ...shares.map(({ share }) => share),
      ].join(" "),
  );
};

const GERMAN = [
  "pollster;start;end;sample;margin_of_error;handel;ossoff;source;;",
  "TEST A;1.6.2017;3.6.2017;1.200;2,8;48,5;47,125;test;;",
  "TEST B;04.06.17;05.06.17;900;3;49;46,0;test;;",
  ";;;;;;;;;",
].join("\r\n");
const READ = [
  "TEST A 2017-06-01/2017-06-03 1200 2.8 48.5 47.125",
  "TEST B 2017-06-04/2017-06-05 900 3 49 46",
];

test("semicolons, decimal commas, thousands points and days first, as a German spreadsheet saves them", () => {
  expect(polls(GERMAN)).toEqual(READ);
  expect(polls(GERMAN.replaceAll(";", "\t"))).toEqual(READ);
  const quoted = GERMAN.replaceAll(/[^;\r\n]+/g, '"$&"');
  expect(polls(quoted)).toEqual(READ);
  expect(polls(quoted.replaceAll(";", ","))).toEqual(READ);
});

test("the line sep=; of Excel says what separates cells, and lines keep their numbers", () => {
  expect(polls(`sep=;\r\n${GERMAN}`)).toEqual(READ);
  expect(polls(`\uFEFFsep=;\r\n${GERMAN}`)).toEqual(READ);
  expect(polls(`"sep=;"\n${GERMAN}`)).toEqual(READ);
  expect(polls(`sep=|\n${GERMAN.replaceAll(";", "|")}`)).toEqual(READ);
  expect(polls(`sep=;\n${GERMAN.replace("48,5", "many")}`)).toEqual([
    expect.stringMatching(/^3:6 handel: must be a number like 48.9, found many/),
  ]);
});

test("UTF-16 with its mark, as Excel's Unicode text is saved", () => {
  const text = `\uFEFF${GERMAN.replaceAll(";", "\t").replace("TEST A", "TEST Ä")}`;
  const little = new Uint8Array(new Uint16Array([...text].map((c) => c.charCodeAt(0))).buffer);
  const big = little.map((_, i) => little[i ^ 1] ?? 0);
  const named = READ.map((row) => row.replace("TEST A", "TEST Ä"));
  expect(polls(little)).toEqual(named);
  expect(polls(big)).toEqual(named);
});

test("spaces of any width and apostrophes part thousands", () => {
  const rows = ["1 200", "1\u00a0200", "1\u202f200", "1'200", "1’200"].map(
    (sample, i) => `TEST ${i};2017-06-0${i + 1};${sample};48,5;47 %;test`,
  );
  expect(polls(`pollster;middle;sample;handel;ossoff;source\n${rows.join("\n")}`)).toEqual(
    rows.map((_, i) => `TEST ${i} 2017-06-0${i + 1} 1200  48.5 47`),
  );
});

const one = (sample: string, handel = "48", decimal: FileToRead["decimal"] = null) =>
  polls(`pollster\tmiddle\tsample\thandel\tsource\nTEST\t2017-06-01\t${sample}\t${handel}\ttest`, {
    decimal,
  });

test.each([
  // What can be meant in one way only, or what the rest of the file tells.
  ["1,234", "48.5", "TEST 2017-06-01 1234  48.5"],
  ["1.234", "48,5", "TEST 2017-06-01 1234  48.5"],
  ["1,234,567", "48.125", "TEST 2017-06-01 1234567  48.125"],
  ["1.234.567", "48,125", "TEST 2017-06-01 1234567  48.125"],
  ["1234.0", "48", "TEST 2017-06-01 1234  48"],
  ["1234", "48.125", "TEST 2017-06-01 1234  48.125"],
  ["1234", "48,125", "TEST 2017-06-01 1234  48.125"],
  ["1234", "0,125", "TEST 2017-06-01 1234  0.125"],
  ["1234", "48.5%", "TEST 2017-06-01 1234  48.5"],
])("a sample of %s beside a share of %s is read", (sample, share, wanted) => {
  expect(one(sample, share)).toEqual([wanted]);
});

test.each([
  // 25.000 is 25 nowhere: not alone, and not where points stand before decimals.
  ["25.000", "48"],
  ["25.000", "48.5"],
  ["25,000", "48"],
  ["25,000", "48,5"],
  ["1.000", "48"],
])("a sample of %s beside a share of %s is a question", (sample, share) => {
  const [whole, part] = [sample.replace(/\D/, ""), String(Number(sample.replace(",", ".")))];
  expect(one(sample, share)).toEqual([
    `2:3 sample: must be a whole number, found ${sample}: is that ${whole} or ${part}? Say what stands before decimals (--decimal comma or --decimal point), or write it plainly`,
  ]);
});

test("an answer to the question settles it", () => {
  expect(one("25.000", "48", "comma")).toEqual(["TEST 2017-06-01 25000  48"]);
  expect(one("25.000", "48", "point")).toEqual(["TEST 2017-06-01 25  48"]);
  expect(one("25,000", "48", "point")).toEqual(["TEST 2017-06-01 25000  48"]);
  expect(one("25,500", "48", "comma")).toEqual(["TEST 2017-06-01 25  48"]);
});

test("a file that writes decimals in two ways is not guessed at", () => {
  const text = "pollster;middle;handel;ossoff;source\nTEST;2017-06-01;48,5;47.5;test";
  expect(polls(text)).toEqual([
    "2:3 handel: must be a number like 48.9, found 48,5: write 48.5, with a point",
  ]);
});

test("what is no number says what to do", () => {
  const advised = (share: string) => one("600", share);
  expect(advised("<1")).toEqual([
    "2:4 handel: must be a number like 48.9, found <1: that is no number: leave the cell empty, since nobody knows how many it is",
  ]);
  expect(advised("*")[0]).toContain("leave the cell empty");
  for (const range of ["48-50", "48–50 %", "48.5 - 50"])
    expect(advised(range)[0]).toContain("that is a range: write the one figure that was printed");
});

const dates = (start: string, end: string, order: FileToRead["dates"] = null) =>
  polls(`pollster,start,end,handel,source\nTEST,${start},${end},48,test`, { dates: order });

test.each([
  ["10/1/16", "10/13/16", "2016-10-01/2016-10-13"],
  ["1/10/16", "13/10/16", "2016-10-01/2016-10-13"],
  ["10/1/2016", "10/13/2016", "2016-10-01/2016-10-13"],
  ["1-10-2016", "13-10-2016", "2016-10-01/2016-10-13"],
  ["1.10.16", "3.10.16", "2016-10-01/2016-10-03"],
  ["2016/10/1", "2016.10.03", "2016-10-01/2016-10-03"],
  ["1-Oct-16", "03 October 2016", "2016-10-01/2016-10-03"],
  ['"Oct 1, 2016"', '"October 3, 2016"', "2016-10-01/2016-10-03"],
  ["2016-10-01 00:00:00", "2016-10-03T00:00", "2016-10-01/2016-10-03"],
])("%s to %s leaves no doubt", (start, end, wanted) => {
  expect(dates(start, end)).toEqual([`TEST ${wanted}   48`]);
});

test("dates that can be meant two ways ask, each once, and beside no other fault", () => {
  const asked = (column: string, shown: string, first: string, second: string) =>
    `2:${column}: must be a date like 2017-06-20, found ${shown}: is that ${first} or ${second}? Say so with dates (--dates mdy or --dates dmy), or write it so`;
  expect(dates("10/1/16", "10/3/16")).toEqual([
    asked("2 start", "10/1/16", "2016-10-01", "2016-01-10"),
    asked("3 end", "10/3/16", "2016-10-03", "2016-03-10"),
  ]);
  expect(dates("10/1/16", "10/3/16", "mdy")).toEqual(["TEST 2016-10-01/2016-10-03   48"]);
  expect(dates("10/1/16", "10/3/16", "dmy")).toEqual(["TEST 2016-01-10/2016-03-10   48"]);
});

test("orders that contradict each other, days that no calendar has and years that may come first are refused", () => {
  expect(dates("10/13/16", "14/10/16")).toHaveLength(2);
  expect(dates("31.6.2016", "1.7.2016")).toEqual([
    expect.stringMatching(/^2:2 start: must be a date like 2017-06-20, found 31.6.2016$/),
  ]);
  expect(dates("16-10-01", "16-10-03")).toEqual([
    expect.stringMatching(/^2:2 start: .*found 16-10-01/),
    expect.stringMatching(/^2:3 end: .*found 16-10-03/),
  ]);
});

test("the other sections' files are read likewise", () => {
  const turnout = "date;mode;ballots;source\n16.6.2017;early_in_person;114.537.000;test";
  expect(readForGa06(turnout)).toMatchObject({
    value: { bodies: { turnout: { counts: [{ date: "2017-06-16", ballots: 114537000 }] } } },
  });
  expect(readForGa06(turnout.replace("114.537.000", "114.537"))).toMatchObject({
    faults: [{ field: "ballots", message: expect.stringMatching(/is that 114537 or 114.537\?/) }],
  });
  const money = "measure;candidate;amount;as_of;source\nreceipts;handel;25.000;31.5.2017;test";
  expect(readForGa06(money)).toMatchObject({ faults: [{ field: "amount" }] });
  expect(readForGa06(money, { decimal: "comma" })).toMatchObject({
    value: { bodies: { money: { entries: [{ amount: 25000, asOf: "2017-05-31" }] } } },
  });
});

test("FiveThirtyEight's columns as a German spreadsheet saved them again", () => {
  const header =
    "poll_id;question_id;pollster;sample_size;population;start_date;end_date;election_date;created_at;candidate_name;pct";
  const row = (name: string, pct: string) =>
    `7;70;TEST Poll;1.500;lv;5.6.2017;6.6.2017;20.6.2017;7.6.2017 09:05;${name};${pct}`;
  const text = [header, row("Jon Ossoff", "48,5"), row("Karen Handel", "49")].join("\n");
  expect(polls(text)).toEqual(["TEST Poll 2017-06-05/2017-06-06 1500  49 48.5"]);
  expect(readForGa06(text)).toMatchObject({
    value: { bodies: { polls: { polls: [{ publishedAt: "2017-06-07T09:05:00-04:00" }] } } },
  });
});

test("FiveThirtyEight's own dates begin with the month, with or without a day above 12", () => {
  const text =
    "poll_id,question_id,pollster,sample_size,start_date,end_date,candidate_name,pct\n7,70,TEST Poll,500,6/5/17,6/6/17,Jon Ossoff,48.5\n7,70,TEST Poll,500,6/5/17,6/6/17,Karen Handel,49";
  expect(polls(text)).toEqual(["TEST Poll 2017-06-05/2017-06-06 500  49 48.5"]);
});
