import { expect, test } from "vitest";
import { readFiveThirtyEight } from "../../../src/formats/fivethirtyeight/fivethirtyeight.ts";
import { pickPolls, type PickPollsOptions } from "../../../src/formats/match/pick-polls.ts";
import type { PollContest } from "../../../src/formats/match/contests.ts";
import { GA06 } from "../race.ts";

// The columns are FiveThirtyEight's; every pollster and number here is made up for the TEST.
const HEADER =
  "question_id,poll_id,cycle,state,pollster_id,pollster,sponsor_ids,sponsors,display_name,pollster_rating_id,pollster_rating_name,fte_grade,sample_size,population,population_full,methodology,office_type,seat_number,seat_name,start_date,end_date,election_date,sponsor_candidate,internal,partisan,tracking,nationwide_batch,ranked_choice_reallocated,created_at,notes,url,stage,race_id,answer,candidate_id,candidate_name,candidate_party,pct";

type Row = Readonly<Record<string, string>>;
const DEFAULTS: Row = {
  cycle: "2018",
  state: "Georgia",
  pollster: "TEST Poll",
  sample_size: "500",
  population: "lv",
  office_type: "U.S. House",
  seat_number: "6",
  start_date: "6/17/17",
  end_date: "6/18/17",
  election_date: "6/20/17",
  internal: "false",
  nationwide_batch: "false",
  ranked_choice_reallocated: "false",
  created_at: "6/19/17 9:05",
  url: "https://example.org/poll.pdf",
  stage: "runoff",
  race_id: "1762",
};

const csv = (rows: readonly Row[], header = HEADER) =>
  [
    header,
    ...rows.map((row) =>
      header
        .split(",")
        .map((name) => row[name] ?? DEFAULTS[name] ?? "")
        .join(","),
    ),
  ].join("\n");

const question = (poll: string, id: string, answers: Row, more: Row = {}): Row[] =>
  Object.entries(answers).map(([name, pct]) => ({
    ...more,
    poll_id: poll,
    question_id: id,
    candidate_name: name,
    answer: name.split(" ").at(-1) ?? "",
    pct,
  }));

const PAIR = { "Jon Ossoff": "48.0", "Karen Handel": "49.5" };

const contestsOf = (text: string): readonly PollContest[] => {
  const read = readFiveThirtyEight(text);
  if (!read.ok) throw new Error(JSON.stringify(read.faults));
  return read.value.contests;
};
const pick = (text: string, options: Partial<PickPollsOptions> = {}) =>
  pickPolls(contestsOf(text), {
    candidates: GA06,
    electionDate: "2017-06-20",
    electionType: "special_runoff",
    closes: "2017-06-20T19:00:00-04:00",
    source: "fte",
    ...options,
  });

test("answers of one question become one poll with ids, dates, times and shares", () => {
  const more = { sponsors: "TEST TV", partisan: "REP", internal: "true", notes: "made up" };
  expect(pick(csv(question("7", "70", PAIR, more)))).toEqual({
    ok: true,
    warnings: [],
    value: {
      polls: [
        {
          id: "538:7:70",
          survey: "538:7",
          pollster: "TEST Poll",
          sponsor: "TEST TV",
          field: { start: "2017-06-17", end: "2017-06-18" },
          sample: 500,
          population: "lv",
          marginOfError: null,
          shares: [
            { candidate: "handel", share: 49.5 },
            { candidate: "ossoff", share: 48 },
          ],
          undecided: null,
          partisan: "REP",
          internal: true,
          publishedAt: "2017-06-19T09:05:00-04:00",
          source: "fte",
          url: "https://example.org/poll.pdf",
          note: "made up",
        },
      ],
    },
  });
});

test("a poll that was entered after the vote has no known day of publication", () => {
  const rows = [
    ...question("7", "70", PAIR, { created_at: "3/13/22 09:53" }),
    ...question("8", "80", PAIR, { created_at: "6/20/17 20:15" }),
    ...question("9", "90", PAIR, { created_at: "6/20/17 18:15" }),
  ];
  const picked = pick(csv(rows));
  expect(picked).toMatchObject({
    ok: true,
    value: {
      polls: [
        { publishedAt: null },
        { publishedAt: null },
        { publishedAt: "2017-06-20T18:15:00-04:00" },
      ],
    },
    warnings: [
      {
        line: 2,
        message: expect.stringMatching(/^2 questions entered in the list after the election/),
      },
    ],
  });
});

test("polls of another election are refused, and the date is named", () => {
  const rows = question("7", "70", PAIR, { election_date: "11/6/18" });
  expect(pick(csv(rows))).toMatchObject({
    ok: false,
    faults: [
      {
        line: 2,
        message: expect.stringMatching(/1 question about the election of 2018-11-06.*2017-06-20/),
      },
    ],
  });
});

test("of several contests the one on the race's day is taken", () => {
  const rows = [
    ...question("6", "60", PAIR, { election_date: "11/6/18", race_id: "9", stage: "general" }),
    ...question("7", "70", PAIR),
  ];
  expect(pick(csv(rows))).toMatchObject({ ok: true, value: { polls: [{ id: "538:7:70" }] } });
});

test("questions of another day in one contest are left out with a warning", () => {
  const rows = [
    ...question("6", "60", PAIR, { election_date: "11/6/18" }),
    ...question("7", "70", PAIR),
    ...question("8", "80", PAIR, { election_date: "" }),
  ];
  expect(pick(csv(rows))).toMatchObject({
    ok: true,
    value: { polls: [{ id: "538:7:70" }, { id: "538:8:80" }] },
    warnings: [{ line: 2, message: "1 question about the election of 2018-11-06, left out" }],
  });
});

test("a sample that is the mean of two is rounded down, and it is said", () => {
  const rows = question("7", "70", PAIR, { sample_size: "501.5" });
  expect(pick(csv(rows))).toMatchObject({
    ok: true,
    value: { polls: [{ sample: 501 }] },
    warnings: [{ line: 2, message: "501.5 people are no whole number: taken as 501" }],
  });
});

test("the column names of 2024 are understood, and created_at in winter is Eastern standard time", () => {
  const header =
    "poll_id,pollster_id,pollster,sponsors,numeric_grade,pollscore,state,start_date,end_date,question_id,sample_size,population,subpopulation,created_at,notes,url,internal,partisan,race_id,cycle,office_type,seat_number,election_date,stage,hypothetical,party,answer,candidate_name,pct";
  const rows = question("7", "70", PAIR, { created_at: "1/4/17 19:35", sample_size: "500.0" });
  expect(pick(csv(rows, header))).toMatchObject({
    ok: true,
    value: { polls: [{ sample: 500, publishedAt: "2017-01-04T19:35:00-05:00" }] },
  });
});

test("all contests of a file are returned, and the one about the race's candidates is read", () => {
  const other = { race_id: "1763", seat_number: "7", election_date: "11/6/18", stage: "general" };
  const text = csv([
    ...question("7", "70", PAIR),
    ...question("7", "71", { "Ann Test": "50", "Bo Test": "40" }, other),
  ]);
  expect(contestsOf(text)).toMatchObject([
    { key: "1762:runoff:6", title: "Georgia U.S. House, 6, runoff", date: "2017-06-20" },
    { key: "1763:general:7", date: "2018-11-06" },
  ]);
  expect(pick(text)).toMatchObject({
    ok: true,
    value: { polls: [{ id: "538:7:70" }] },
    warnings: [{ message: expect.stringMatching(/left out: Georgia U.S. House, 7, general/) }],
  });
  expect(pick(text, { contest: "1763:general:7" })).toMatchObject({
    ok: false,
    faults: [{ message: expect.stringMatching(/election of 2018-11-06/) }],
  });
  expect(pick(text, { contest: "nope" })).toMatchObject({
    ok: false,
    faults: [{ message: expect.stringMatching(/The file has Georgia U.S. House, 6, runoff/) }],
  });
});

test("a party's primary is another contest than the vote in which its candidates meet again", () => {
  const text = csv([
    ...question("7", "70", PAIR),
    ...question("8", "80", PAIR, { stage: "primary" }),
    ...question("9", "90", PAIR, { stage: "jungle primary", election_date: "4/18/17" }),
  ]);
  const ids = (more: Partial<PickPollsOptions>) => {
    const read = pick(text, more);
    return read.ok ? read.value.polls.map(({ id }) => id) : read.faults;
  };
  expect(ids({})).toEqual(["538:7:70"]);
  expect(ids({ electionType: "primary" })).toEqual(["538:8:80"]);
  const only = csv(question("8", "80", PAIR, { stage: "primary" }));
  expect(pick(only)).toMatchObject({
    ok: false,
    faults: [
      { message: expect.stringMatching(/6, primary.*that is a primary, and the race is none/) },
    ],
  });
  expect(pick(only, { contest: "1762:primary:6" })).toMatchObject({ ok: true });
});

test("two contests that fit are not guessed between", () => {
  const text = csv([
    ...question("7", "70", PAIR),
    ...question("8", "80", PAIR, { stage: "general" }),
  ]);
  expect(pick(text)).toMatchObject({
    ok: false,
    faults: [{ message: expect.stringMatching(/name one as contest/) }],
  });
  expect(pick(text, { contest: "1762:general:6" })).toMatchObject({
    value: { polls: [{ id: "538:8:80" }] },
  });
});

test("how people were interviewed is kept where the file says it", () => {
  const text = csv([
    ...question("7", "70", PAIR, { methodology: "Live Phone" }),
    ...question("8", "80", PAIR),
  ]);
  const read = pick(text);
  expect(read).toMatchObject({ value: { polls: [{ mode: "Live Phone" }, { id: "538:8:80" }] } });
  expect(JSON.stringify(read).match(/"mode"/g)).toHaveLength(1);
});

test("questions about other line-ups are kept with whom they name, and warnings say so", () => {
  const text = csv([
    ...question("7", "70", PAIR),
    ...question("7", "71", { "Jon Ossoff": "50", "Judson Hill": "40" }),
    ...question("7", "72", { "Jon Ossoff": "51", "Judson Hill": "41" }),
    ...question("7", "73", { ...PAIR, "Judson Hill": "9", Undecided: "3" }),
    ...question("7", "74", { "Jon Ossoff": "50" }),
    ...question("7", "75", { ...PAIR, Undecided: "2", Other: "1" }),
    ...question("7", "76", { "Bob Gray": "50", "Judson Hill": "40" }),
  ]);
  const read = pick(text);
  const hill = (share: number) => [{ name: "Judson Hill", share }];
  expect(read).toMatchObject({
    ok: true,
    value: {
      polls: [
        { id: "538:7:70", undecided: null },
        { id: "538:7:71", shares: [{ candidate: "ossoff", share: 50 }], others: hill(40) },
        { id: "538:7:72", others: hill(41) },
        { id: "538:7:73", undecided: 3, others: hill(9) },
        { id: "538:7:74", shares: [{ candidate: "ossoff", share: 50 }] },
        { id: "538:7:75", undecided: 2 },
      ],
    },
  });
  expect(read.ok && read.value.polls.filter(({ others }) => others).length).toBe(3);
  expect(read.ok && read.warnings.map((w) => `${w.line}: ${w.message}`)).toEqual([
    "17: 1 question about Bob Gray, Judson Hill skipped (no candidate of this race is named)",
    "4: 2 questions about Jon Ossoff, Judson Hill listed, but in no average (Judson Hill: no candidate of this race)",
    "12: 1 question about Jon Ossoff listed, but in no average (only one candidate is named)",
    "8: 1 question about Jon Ossoff, Judson Hill, Karen Handel, Undecided taken with others (Judson Hill: no candidate of this race)",
  ]);
});

test("a contest whose questions all name outsiders is read where one has all the candidates", () => {
  const three = { ...PAIR, "Judson Hill": "9" };
  const spelt = { "Jon Ossoff": "48", "Kari Handel": "49" };
  expect(pick(csv(question("7", "70", three)))).toMatchObject({
    value: { polls: [{ shares: [{}, {}], others: [{ name: "Judson Hill", share: 9 }] }] },
  });
  const read = pick(csv([...question("7", "70", PAIR), ...question("8", "80", spelt)]));
  expect(read.ok && read.warnings.map((w) => w.message)).toEqual([
    `1 question about Jon Ossoff, Kari Handel listed, but in no average (Kari Handel: no candidate of this race; if Kari Handel is Karen Handel, add that name to the candidate's "aliases")`,
  ]);
});

test("one population of a survey is that of the race's own choice", () => {
  const hill = { "Jon Ossoff": "50", "Judson Hill; Jr.": "40" };
  const text = csv([
    ...question("7", "70", PAIR, { population: "rv" }),
    ...question("7", "71", hill, { population: "lv" }),
    ...question("7", "72", hill, { population: "rv" }),
    ...question("7", "72", { "Judson Hill; Jr.": "40" }, { population: "rv" }),
  ]);
  expect(pick(text, { populations: "one" })).toMatchObject({
    value: {
      polls: [{ id: "538:7:70" }, { id: "538:7:72", others: [{ name: "Judson Hill, Jr." }] }],
    },
  });
});

test("a last name that another candidate has isn't taken for that candidate", () => {
  const text = csv(question("7", "70", { "Jon Ossoff": "50", "Mary Handel": "40" }));
  expect(pick(text)).toMatchObject({
    ok: false,
    faults: [{ message: expect.stringMatching(/no question of the file/) }],
  });
});

test("every population of a survey is kept, or the best one when asked for", () => {
  const text = csv([
    ...question("7", "70", PAIR, { population: "rv" }),
    ...question("7", "71", PAIR, { population: "lv" }),
    ...question("7", "72", PAIR, { population: "lv" }),
    ...question("8", "80", PAIR, { population: "A" }),
  ]);
  const ids = (o: Partial<PickPollsOptions>) => {
    const read = pick(text, o);
    return read.ok ? read.value.polls.map((p) => p.id) : read.faults;
  };
  expect(ids({})).toEqual(["538:7:70", "538:7:71", "538:7:72", "538:8:80"]);
  expect(ids({ populations: "one" })).toEqual(["538:7:71", "538:7:72", "538:8:80"]);
});

test("rows that can't be read are faults of their own contest only", () => {
  const bad = { start_date: "6/31/17", sample_size: "many", population: "likely" };
  const elsewhere = { race_id: "9", seat_number: "9" };
  const good = question("7", "70", PAIR);
  expect(
    pick(csv([...good, ...question("8", "80", { "Ann Test": "x" }, { ...bad, ...elsewhere })])),
  ).toMatchObject({ ok: true, value: { polls: [{ id: "538:7:70" }] } });
  const read = pick(csv([...good, ...question("8", "", { "Jon Ossoff": "fifty" }, bad)]));
  expect(
    read.ok ? [] : read.faults.map((f) => `${f.line}:${f.column} ${f.field}: ${f.message}`),
  ).toEqual([
    "4:1 question_id: must not be empty",
    "4:13 sample_size: must be a whole number, found many",
    "4:14 population: must be one of lv, rv, a, v, found likely",
    "4:20 start_date: must be a date like 2017-06-20, found 6/31/17",
    "4:38 pct: must be a number like 48.9, found fifty",
  ]);
});

test("where no contest fits, rows that can't be read come first: they may be the race's", () => {
  const text = csv(question("7", "70", PAIR, { sample_size: "NA" }));
  const read = pick(text);
  expect(read.ok ? [] : read.faults.map((f) => `${f.line} ${f.field}: ${f.message}`)).toEqual([
    "2 sample_size: must be a whole number, found NA",
    "3 sample_size: must be a whole number, found NA",
  ]);
});

test("rows of one question must agree, and name nobody twice", () => {
  const [first, second] = question("7", "70", PAIR);
  const text = csv([first!, { ...second!, population: "rv" }]);
  expect(pick(csv([first!, second!, first!]))).toMatchObject({
    ok: false,
    faults: [{ line: 2, message: "question 538:7:70 has ossoff twice: keep one answer" }],
  });
  expect(contestsOf(text)[0]?.faults).toMatchObject([{ line: 3, column: 1 }]);
});

test("an address that is none is left out with a warning", () => {
  const read = pick(csv(question("7", "70", PAIR, { url: "see PDF" })));
  expect(read).toMatchObject({
    ok: true,
    value: { polls: [{ url: null }] },
    warnings: [{ line: 2, column: 31, field: "url" }],
  });
});

test("wide rows with cand1 and cand2 have a middle day and no population", () => {
  const text = [
    "poll_id,question_id,race_id,year,race,location,type_simple,type_detail,pollster,pollster_rating_id,methodology,partisan,polldate,samplesize,cand1_name,cand1_id,cand1_party,cand1_pct,cand2_name,cand2_id,cand2_party,cand2_pct,cand3_pct,margin_poll,electiondate,cand1_actual,cand2_actual,margin_actual,error,bias,rightcall,advancedplusminus,comment",
    "7,70,1762,2017,2017_House-GSR_GA-6,GA-6,House-G,House-GSR,TEST Poll,1,Online,R,6/7/2017,420,Jon Ossoff,1,DEM,49.6,Karen Handel,2,REP,47.1,,2.5,6/20/2017,,,,,,,,for TEST TV",
    "7,71,1762,2017,2017_House-GSR_GA-6,GA-6,House-G,House-GSR,TEST Poll,1,Online,,6/7/17,,Jon Ossoff,1,DEM,149,Karen Handel,2,REP,,,2.5,6/20/2017,,,,,,,,",
  ];
  expect(pick(text.slice(0, 2).join("\n"))).toMatchObject({
    ok: true,
    value: {
      polls: [
        {
          id: "538:7:70",
          survey: "538:7",
          field: { middle: "2017-06-07" },
          population: null,
          partisan: "R",
          publishedAt: null,
          note: "for TEST TV",
          shares: [
            { candidate: "handel", share: 47.1 },
            { candidate: "ossoff", share: 49.6 },
          ],
        },
      ],
    },
  });
  expect(contestsOf(text.join("\n"))).toMatchObject([
    {
      key: "1762",
      title: "2017_House-GSR_GA-6",
      date: "2017-06-20",
      faults: [
        { line: 3, column: 18, field: "cand1_pct", message: "must be 100 or less, found 149" },
        { line: 3, column: 22, field: "cand2_pct", message: "must not be empty" },
      ],
    },
  ]);
});

test("a generic ballot's parties are the candidates of a race that has them", () => {
  const header =
    "question_id,poll_id,race_id,cycle,state,pollster,sponsors,partisan,sample_size,population,office_type,start_date,end_date,sponsor_candidate,created_at,notes,url,stage,dem,rep,ind";
  const text = csv(
    [{ poll_id: "7", question_id: "70", state: "", dem: "46.0", rep: "42.0", cycle: "2022" }],
    header,
  );
  const [any] = GA06;
  const candidates = [
    { ...any!, id: "d", name: "Democrats", shortName: "Dem." },
    { ...any!, id: "r", name: "Republicans", shortName: "Rep." },
  ];
  expect(pick(text, { candidates })).toMatchObject({
    ok: true,
    value: {
      polls: [
        {
          shares: [
            { candidate: "d", share: 46 },
            { candidate: "r", share: 42 },
          ],
        },
      ],
    },
  });
  expect(contestsOf(text)[0]?.title).toBe("U.S. House generic ballot 2022, runoff");
});

test("another file, a broken one and a made-up source are refused", () => {
  expect(readFiveThirtyEight("a,b\n1,2")).toMatchObject({ ok: false, faults: [{ line: 1 }] });
  const text = csv(question("7", "70", PAIR));
  expect(readFiveThirtyEight(text.slice(0, -30))).toMatchObject({
    ok: false,
    faults: [{ line: 3 }],
  });
});

test("a nickname is told in the nearest contest, however many contests there are", () => {
  const near = question("7", "70", {
    "Jonathan Ossoff": "48",
    "Karen Handel": "49",
    Undecided: "3",
  });
  const others = Array.from({ length: 60 }, (_, i) =>
    question(`8${i}`, `80${i}`, { "Cy Cole": "50", "Di Dunn": "40" }, { race_id: `20${i}` }),
  );
  const plain = GA06.map((candidate) => ({ ...candidate, aliases: [] }));
  const read = pick(csv([...others.flat(), ...near]), { candidates: plain });
  const [message = ""] = read.ok ? [] : read.faults.map((found) => found.message);
  expect(message).toContain(
    `if Jonathan Ossoff is Jon Ossoff, add that name to the candidate's "aliases"; it has no Jon Ossoff; no candidates of this race: Jonathan Ossoff.`,
  );
  expect(message).toMatch(/ and 51 more\.$/);
});

test("a note on several lines is one line", () => {
  const note = '"Standard\nturnout model"';
  const rows = ["Karen Handel", "Jon Ossoff"].map((name, i) => ({
    question_id: "1",
    poll_id: "1",
    candidate_name: name,
    answer: name,
    pct: String(48 - i),
    notes: note,
  }));
  const read = readFiveThirtyEight(csv(rows));
  expect(read.ok && read.value.contests[0]?.questions[0]?.poll.note).toBe("Standard turnout model");
});
