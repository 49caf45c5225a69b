import { expect, test } from "vitest";
import type { ReadResult } from "../../../src/formats/text/faults.ts";
import type { PollsSource } from "../../../src/race/sections/polls/source.ts";
import type { Candidate } from "../../../src/race/schema/race-facts.ts";
import { NO_SECTIONS } from "../../../src/race/sections/index.ts";
import { readSectionCsv, tablesOf } from "../../../src/formats/topline/section-csv.ts";
import { GA06, GA06_RACE } from "../race.ts";

function read(text: string, candidates: readonly Candidate[] = GA06): ReadResult<PollsSource> {
  const race = { ...GA06_RACE, candidates: [...candidates] };
  const result = readSectionCsv("polls", text, { race, areas: [] });
  return result.ok ? { ...result, value: result.value.polls ?? { polls: [] } } : result;
}

function rowsOf(text: string): PollsSource["polls"] {
  const result = read(text);
  return result.ok ? result.value.polls : [];
}

const faults = (result: ReadResult<unknown>) =>
  result.ok
    ? "no faults"
    : result.faults.map((f) => `${f.line}:${f.column} ${f.field}: ${f.message}`);

const HEADER =
  "id,survey,pollster,sponsor,start,end,middle,sample,population,margin_of_error,handel,ossoff,undecided,partisan,internal,published_at,source,url,note";

test("a full row is read into a poll", () => {
  const text = `${HEADER}\nx1,s1,Test Poll,Test TV,2017-06-17,2017-06-18,,1100,LV,2.9,50.46,48.59,0.95,R,yes,2017-06-19,test,https://example.org/p,"TEST, made up"\n`;
  expect(read(text)).toEqual({
    ok: true,
    warnings: [],
    value: {
      polls: [
        {
          id: "x1",
          survey: "s1",
          pollster: "Test Poll",
          sponsor: "Test TV",
          field: { start: "2017-06-17", end: "2017-06-18" },
          sample: 1100,
          population: "lv",
          marginOfError: 2.9,
          shares: [
            { candidate: "handel", share: 50.46 },
            { candidate: "ossoff", share: 48.59 },
          ],
          undecided: 0.95,
          partisan: "R",
          internal: true,
          publishedAt: "2017-06-19",
          source: "test",
          url: "https://example.org/p",
          note: "TEST, made up",
        },
      ],
    },
  });
});

test("what a pollster discloses is kept, and comes out again; what it doesn't is left out", () => {
  const header = `${HEADER.replace(/,note$/, "")},question,mode,frame,probability,weighting,funder,report_url`;
  const row = (more: string) =>
    `x1,s1,Test Poll,,2017-06-17,2017-06-18,,1100,lv,,50,48,,,,,test,,${more}`;
  const told =
    "Whom would you vote for?,online panel,adults who signed up,no,weighted by age,Test Fund,https://example.org/r";
  const [full] = rowsOf(`${header}\n${row(told)}\n`);
  expect(full).toMatchObject({
    question: "Whom would you vote for?",
    mode: "online panel",
    frame: "adults who signed up",
    probability: false,
    weighting: "weighted by age",
    funder: "Test Fund",
    reportUrl: "https://example.org/r",
  });
  const [bare] = rowsOf(`${header}\n${row(",,,,,,")}\n`);
  expect(Object.keys(bare ?? {})).not.toContain("probability");
  const polls = { polls: full ? [full] : [] };
  const written = tablesOf({ race: GA06_RACE, ...NO_SECTIONS, polls });
  expect(written.polls).toContain(`,${told},`);
  expect(faults(read(`${header}\n${row(",,,maybe,,,")}\n`))).toEqual([
    "2:22 probability: must be yes or no, found maybe",
  ]);
});

test("whom else a poll named stands in one cell, and what isn't like that is refused", () => {
  const header = "id,pollster,middle,handel,ossoff,others,source";
  const read1 = (cell: string) => read(`${header}\nx1,Test,2017-06-17,,50,${cell},test\n`);
  expect(read1("Judson Hill: 40; Gray, Bob : 4.5;".replace(/.*/, '"$&"'))).toMatchObject({
    value: {
      polls: [
        {
          others: [
            { name: "Judson Hill", share: 40 },
            { name: "Gray, Bob", share: 4.5 },
          ],
        },
      ],
    },
  });
  expect(faults(read1("Judson Hill 40"))).toEqual([
    '2:6 others: must be names with their shares, like "Ann Oak: 9; Bo Elm: 4.5", found Judson Hill 40',
  ]);
  expect(faults(read1("Judson Hill: 40%"))).toEqual([
    "2:6 others: must be a number like 48.9, found Judson Hill: 40%",
  ]);
  expect(faults(read1("Judson Hill: 0.4; Gray: 0.1"))).toBe("no faults");
  const minor = read(
    "id,pollster,middle,handel,ossoff,others,source\nx1,Test,2017-06-17,0.5,1,Hill: 90,test\n",
  );
  expect(faults(minor)).toBe("no faults");
});

test("columns may be few, in any order, and named as people name them", () => {
  const result = read("Jon Ossoff;Source;Pollster;HANDEL;Middle\n48,5;test;Test Poll;;2017-06-17");
  expect(result).toMatchObject({
    value: { polls: [{ shares: [{ candidate: "ossoff", share: 48.5 }] }] },
  });
  expect(read("Jon Ossoff\tSource\tPollster\tMiddle\n48.5\ttest\tTest\t2017-06-17")).toMatchObject({
    value: { polls: [{ shares: [{ candidate: "ossoff", share: 48.5 }] }] },
  });
});

test("days that can't be read are no fault of the id that is made of them", () => {
  const header = "pollster,start,end,population,handel,source";
  expect(faults(read(`${header}\nTest,June 17,June 18,lv,48,test`))).toEqual([
    "2:2 start: must be a date like 2017-06-20, found June 17",
    "2:3 end: must be a date like 2017-06-20, found June 18",
  ]);
});

test("a poll whose shares are all 0 is one that nobody filled in", () => {
  const header = "id,pollster,middle,handel,ossoff,source";
  expect(faults(read(`${header}\nx,Test,2017-06-17,0,0,test`))).toEqual([
    expect.stringMatching(/^2:\S+ .*all shares are 0: leave empty what nobody knows/),
  ]);
  expect(faults(read(`${header}\nx,Test,2017-06-17,0,,test`))).toBe("no faults");
});

test("an empty id is derived once and said; an empty survey is the poll's own", () => {
  const result = read(
    `${HEADER}\n,,Trafalgar Group,,2017-06-17,2017-06-18,,,lv,,50,49,,,,,test,,TEST\n,,Opinion Savvy,,,,2017-06-15,,,,49,50,,,,,test,,TEST\n`,
  );
  expect(result).toMatchObject({
    ok: true,
    value: {
      polls: [
        {
          id: "trafalgar-group-2017-06-17-2017-06-18-lv",
          survey: "trafalgar-group-2017-06-17-2017-06-18-lv",
        },
        { id: "opinion-savvy-2017-06-15", field: { middle: "2017-06-15" } },
      ],
    },
    warnings: [
      { line: 2, column: 1, field: "id", message: expect.stringMatching(/trafalgar-group/) },
      { line: 3, column: 1, field: "id", message: expect.stringMatching(/opinion-savvy/) },
    ],
  });
});

test("every fault of a file is named with its line, its column and what to do", () => {
  const rows = [
    "p1,,Test A,,6/20/17,2017-06-20,,500,lv,4.4,48.9,49,2,,,,test,,",
    "p2,,,,2017-06-19,2017-06-18,,0,likely,0,101,-1,2,,maybe,yesterday,,ftp://x,",
    "p1,,Test B,,,,2017-06-18,,,,48,49%,,,,,test,,",
    "p3,,Test C,,2017-06-19,2017-06-19,2017-06-19,,,,48,49,,,,,test,,",
    "p4,,Test D,,,,,,,,,,,,,,test,,",
    'p5,,"Test\nE",,2017-06-19,2017-02-30,,twelve,,,48,49,,,,,test,,',
    "p6,,Test F",
    "p 7,,Test G,,2017-06-19,2017-06-19,,,,,48,49,,REPUBLICAN,,,no source,,",
  ];
  expect(faults(read([HEADER, ...rows].join("\n")))).toMatchInlineSnapshot(`
    [
      "3:3 pollster: must not be empty",
      "3:6 end: the field work must not end before it starts, found 2017-06-18",
      "3:8 sample: must be 1 or more, found 0",
      "3:9 population: must be one of lv, rv, a, v, found likely",
      "3:10 margin_of_error: must be more than 0, found 0",
      "3:11 handel: must be 100 or less, found 101",
      "3:12 ossoff: must be 0 or more, found -1",
      "3:15 internal: must be yes or no, found maybe",
      "3:16 published_at: must be a date or a time with its zone, found yesterday",
      "3:17 source: must not be empty",
      "3:18 url: must be an http or https address, found ftp://x",
      "4:1 id: poll p1 is there twice: keep one of the two (line 2 has it already)",
      "5:7 middle: stands beside start or end: give both days or the middle day",
      "6:5 start: is empty: give the first and last day of the field work, or its middle day",
      "6:11 handel: is empty like every other candidate's share: give at least one",
      "7:3 pollster: must be one line, without control characters and marks that force a writing direction, found Test\\u000AE",
      "8:6 end: must be a date like 2017-06-20, found 2017-02-30",
      "8:8 sample: must be a whole number, found twelve",
      "9:null null: has 3 of the header's 19 columns: add what is missing",
      "10:1 id: must be 1 to 100 letters, digits and . _ : -, found p 7",
      "10:14 partisan: must be 8 or fewer characters, found REPUBLICAN",
      "10:17 source: must be 1 to 100 letters, digits and . _ : -, found no source",
    ]
  `);
});

test("a sample that isn't a whole number is rounded down, and it is said", () => {
  const result = read(
    [
      HEADER,
      "p1,,Test A,,2017-06-19,2017-06-19,,501.5,lv,,48,49,,,,,test,,",
      "p2,,Test B,,2017-06-19,2017-06-19,,500.0,lv,,48,49,,,,,test,,",
    ].join("\n"),
  );
  expect(result).toMatchObject({
    ok: true,
    value: { polls: [{ sample: 501 }, { sample: 500 }] },
    warnings: [
      {
        line: 2,
        column: 8,
        field: "sample",
        message: "501.5 people are no whole number: taken as 501",
      },
    ],
  });
  expect(result).toHaveProperty("warnings.length", 1);
});

test("a row twice, given or derived, is refused with the line of the first", () => {
  const row = ",,Test A,,,,2017-06-18,,lv,,48,49,,,,,test,,";
  expect(faults(read([HEADER, row, row, `a${row}`, `a${row}`].join("\n")))).toEqual([
    "3:1 id: has the pollster, dates and population of line 2: give each an id of its own",
    "5:1 id: poll a is there twice: keep one of the two (line 4 has it already)",
  ]);
});

test("an unknown column is named with the nearest known one, and columns that are missing are asked for", () => {
  expect(faults(read("polster,source,Hander,zzzzzz,pollster\n"))).toMatchInlineSnapshot(`
    [
      "1:null null: the days of the field work are missing: add start and end, or middle",
      "1:null null: no column has a candidate's share: add one each for handel, ossoff",
      "1:1 polster: is no column of polls.csv: did you mean pollster?",
      "1:3 Hander: is no column of polls.csv: did you mean handel?",
      "1:4 zzzzzz: is no column of polls.csv: it has id, survey, pollster, sponsor, start, end, middle, sample, population, margin_of_error, undecided, others, partisan, internal, published_at, source, url, question, mode, frame, probability, weighting, funder, report_url, note, handel, ossoff",
    ]
  `);
  expect(faults(read(""))).toEqual([
    "1:null null: the file is empty: it needs a header line and a row for each entry",
  ]);
});

test("two columns for one candidate are refused", () => {
  expect(
    faults(read("pollster,source,middle,handel,Karen Handel\nA,test,2017-06-18,48,48")),
  ).toEqual(["1:5 Karen Handel: is there twice: keep one of the two columns"]);
});

test("a candidate whose id is a column's name, or whom the race doesn't know, isn't lost", () => {
  const note = { ...GA06[0]!, id: "note", name: "Ann Note", shortName: "Note" };
  const source = {
    polls: [
      {
        id: "p",
        survey: "p",
        pollster: "Test",
        sponsor: null,
        field: { middle: "2017-06-18" },
        sample: null,
        population: null,
        marginOfError: null,
        shares: [
          { candidate: "note", share: 48 },
          { candidate: "hill", share: 5 },
        ],
        undecided: null,
        partisan: null,
        internal: false,
        publishedAt: null,
        source: "test",
        url: null,
        note: "TEST",
      },
    ],
  };
  const hill = { ...note, id: "hill", name: "Judson Hill", shortName: "Hill" };
  const race = { candidates: [note] };
  const text = tablesOf({ ...NO_SECTIONS, race, polls: source }).polls ?? "";
  expect(read(text, [note, hill])).toMatchObject({ value: source });
  expect(faults(read(text, [note]))).toMatchObject([/^1:12 hill: is no column/]);
});
