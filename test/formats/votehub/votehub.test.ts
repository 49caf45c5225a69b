import { expect, test } from "vitest";
import { readVoteHub } from "../../../src/formats/votehub/votehub.ts";
import type { FileToRead } from "../../../src/formats/read-for-race.ts";
import { tablesOf } from "../../../src/formats/topline/section-csv.ts";
import { NO_SECTIONS } from "../../../src/race/sections/index.ts";
import { GA06_RACE, readForGa06 } from "../race.ts";

// The fields are VoteHub's; every pollster and number here is made up for the TEST.
const PAIR = [
  { choice: "Karen Handel", pct: 49.5, party: "REP" },
  { choice: "Jon Ossoff", pct: 48 },
];
const listed = (id: unknown, more: Readonly<Record<string, unknown>> = {}) => ({
  id,
  poll_type: "us-representative",
  subject: "2017 Georgia",
  seat_name: "GA-06",
  pollster: "TEST Poll",
  sponsors: [],
  internal: false,
  partisan: null,
  start_date: "2017-06-17",
  end_date: "2017-06-18",
  sample_size: 500,
  population: "lv",
  url: "https://example.org/poll",
  created_at: "2017-06-19T14:00:00Z",
  answers: PAIR,
  ...more,
});

const read = (polls: unknown, more: Partial<FileToRead> = {}) =>
  readForGa06(JSON.stringify(polls, null, 1), more);
const pollsOf = (polls: unknown, more: Partial<FileToRead> = {}) => {
  const result = read(polls, more);
  if (!result.ok) throw new Error(JSON.stringify(result.faults));
  return result.value.bodies.polls?.polls ?? [];
};

test("a listed poll becomes a poll with ids, days, time, who paid and shares", () => {
  const more = { sponsors: ["TEST TV", "TEST Fund"], internal: true, partisan: "REP" };
  const [poll] = pollsOf([listed("a1", more)]);
  expect(poll).toEqual({
    id: "votehub:a1",
    survey: "votehub:test-poll-test-tv-test-fund-2017-06-17-2017-06-18",
    pollster: "TEST Poll",
    sponsor: "TEST TV, TEST Fund",
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
    publishedAt: "2017-06-19T14:00:00Z",
    source: "test",
    url: "https://example.org/poll",
    note: null,
  });
});

test("the list may stand under polls, and what isn't known is null", () => {
  const bare = {
    id: 7,
    poll_type: "us-representative",
    subject: "2017 Georgia",
    pollster: "TEST Poll",
    start_date: "2017-06-17T00:00:00",
    end_date: "2017-06-18T00:00:00",
    population: "",
    answers: PAIR,
  };
  expect(pollsOf({ polls: [bare], total: 1 })).toMatchObject([
    {
      id: "votehub:7",
      field: { start: "2017-06-17", end: "2017-06-18" },
      sample: null,
      population: null,
      internal: false,
      partisan: null,
      publishedAt: null,
      url: null,
    },
  ]);
});

test("questions of one pollster, sponsor and days are one survey, whatever their populations", () => {
  const polls = pollsOf([
    listed("a"),
    listed("b", { population: "rv" }),
    listed("c", { sponsors: ["TEST TV"] }),
    listed("d", { end_date: "2017-06-19" }),
  ]);
  const [a, b, c, d] = polls.map(({ survey }) => survey);
  expect(a).toBe(b);
  expect(new Set([a, c, d]).size).toBe(3);
});

test("one id for several questions gives each its own, in whatever order they come", () => {
  const three = [...PAIR, { choice: "TEST Third", pct: 3 }];
  const all = [
    listed("a", { population: "rv" }),
    listed("a", { answers: three }),
    listed("a"),
    listed("a"),
  ];
  const named = (polls: unknown) =>
    Object.fromEntries(
      pollsOf(polls).map(({ id, population, others }) => [id, `${population} ${others?.length}`]),
    );
  expect(named(all)).toEqual({
    "votehub:a": "lv undefined",
    "votehub:a:2": "lv 1",
    "votehub:a:3": "rv undefined",
  });
  expect(named(all.toReversed())).toEqual(named(all));
});

test("a primary and another year are other contests", () => {
  const primary = listed("p", { subject: "2017 Georgia Republican" });
  const other = listed("o", { subject: "2018 Georgia" });
  const result = read([primary, other, listed("a")]);
  expect(result).toMatchObject({
    ok: true,
    value: { bodies: { polls: { polls: [{ id: "votehub:a" }] } } },
  });
  expect(result.ok && result.value.contests.map(({ title }) => title)).toEqual([
    "us-representative, 2017 Georgia Republican, GA-06",
    "us-representative, 2018 Georgia, GA-06",
    "us-representative, 2017 Georgia, GA-06",
  ]);
  expect(read([primary])).toMatchObject({
    faults: [{ message: expect.stringMatching(/that is a primary, and the race is none/) }],
  });
  expect(read([other])).toMatchObject({
    faults: [
      { message: expect.stringMatching(/election of 2018, and the race's is on 2017-06-20/) },
    ],
  });
});

test("parties of a generic ballot are known by the names that races give them", () => {
  const found = readVoteHub(
    JSON.stringify([
      listed("g", {
        poll_type: "generic-ballot",
        answers: [
          { choice: "Dem", pct: 47 },
          { choice: "Rep", pct: "43.5" },
        ],
      }),
    ]),
  );
  expect(found.ok && found.value.contests[0]?.questions[0]?.answers).toEqual([
    { names: ["Democrats", "Democrat", "Democratic Party", "dem"], share: 47 },
    { names: ["Republicans", "Republican", "Republican Party", "rep"], share: 43.5 },
  ]);
});

test("what can't be read is a fault with its place; what other contests have wrong is theirs", () => {
  const wrong = {
    sample_size: "many",
    start_date: "June",
    answers: [{ choice: "Karen Handel", pct: "49%" }, { pct: 3 }],
  };
  const faultsOf = (polls: unknown) => {
    const result = read(polls);
    return result.ok ? [] : result.faults.map((f) => `${f.line} ${f.field}: ${f.message}`);
  };
  expect(faultsOf([listed("a"), listed("b", wrong)])).toEqual([
    "38 1.start_date: must be a date like 2017-06-20",
    "40 1.sample_size: must be a whole number",
    "47 1.answers.0.pct: must be a number like 48.9",
    "49 1.answers.1.choice: must not be empty",
  ]);
  expect(faultsOf([listed("a"), listed("b", { ...wrong, seat_name: "GA-07" })])).toEqual([]);
  expect(faultsOf([listed("a"), { ...listed("b"), subject: undefined }, 7])).toEqual([
    "29 1.subject: must be text, like 2026 Georgia",
    "55 2: must be a poll in braces",
  ]);
});

test("an unknown population, no address and a mean of two samples are said, and refuse nothing", () => {
  const more = { population: "all", url: "see PDF", sample_size: 501.5 };
  expect(read([listed("a", more)])).toMatchObject({
    ok: true,
    value: { bodies: { polls: { polls: [{ population: null, url: null, sample: 501 }] } } },
    warnings: [
      { line: 2, message: 'votehub:a: its population "all" is unknown here' },
      { line: 2, message: "votehub:a: its url is no web address and is left out: see PDF" },
      { line: 2, message: "votehub:a: 501.5 people are no whole number: taken as 501" },
      {},
    ],
  });
});

test("whoever credits somebody else is told whom the licence wants on the card", () => {
  const credit = (name: string, url?: string) => {
    const sources = [{ id: "test", name, ...(url !== undefined && { url }) }];
    const result = read([listed("a")], { race: { ...GA06_RACE, sources } });
    return result.ok ? result.warnings.map(({ message }) => message) : result.faults;
  };
  expect(credit("VoteHub")).toEqual([]);
  expect(credit("Polls", "https://votehub.com")).toEqual([]);
  expect(credit("Polls")).toEqual([
    expect.stringMatching(/^cards must credit VoteHub \(CC BY 4.0\)/),
  ]);
});

test("polls that were read come out as polls.csv and in again", () => {
  const polls = { polls: [...pollsOf([listed("a"), listed("b", { population: "rv" })])] };
  const text = tablesOf({ race: GA06_RACE, ...NO_SECTIONS, polls }).polls ?? "";
  expect(readForGa06(text)).toMatchObject({
    ok: true,
    value: { format: "csv", bodies: { polls } },
  });
});
