import { expect, test } from "vitest";
import { countedOn } from "../../../../src/race/average/evidence/entry.ts";
import { preparePolls } from "../../../../src/race/average/evidence/prepare.ts";
import { dayOf, localDate } from "../../../../src/race/dates.ts";
import type { Poll } from "../../../../src/race/sections/polls/source.ts";
import { AS_OF, optionsFor, testPoll } from "../test-polls.ts";

const shares = { ash: 50, birch: 45 };

/** The polls that count at a moment, those of one entry joined by a plus. */
function counted(polls: readonly Poll[], asOf = AS_OF): readonly string[] {
  const options = { ...optionsFor("weighted"), asOf };
  const day = dayOf(localDate(asOf, options.timeZone));
  return countedOn(preparePolls(polls, options).entries, day).map(({ questions }) =>
    questions.map(({ poll }) => poll.id).join("+"),
  );
}

test("one population per survey: likely over registered over voters over adults over unknown", () => {
  const order = ["lv", "rv", "v", "a", null] as const;
  const survey = order.map((population) =>
    testPoll(String(population), "2024-10-20", shares, { survey: "s", population }),
  );
  order.forEach((population, n) => {
    expect(counted(survey.slice(n))).toEqual([String(population)]);
  });
});

test("a worse population counts until the better one is published", () => {
  const polls = [
    testPoll("adults", "2024-10-20", shares, {
      survey: "s",
      population: "a",
      publishedAt: "2024-10-21",
    }),
    testPoll("likely", "2024-10-20", shares, {
      survey: "s",
      publishedAt: "2024-10-25T09:00:00-04:00",
    }),
  ];
  expect(counted(polls, "2024-10-24T12:00:00-04:00")).toEqual(["adults"]);
  expect(counted(polls, "2024-10-25T08:00:00-04:00")).toEqual(["adults"]);
  expect(counted(polls, "2024-10-25T10:00:00-04:00")).toEqual(["likely"]);
});

test("models of the best population share one entry, other surveys are not touched", () => {
  const polls = [
    testPoll("high", "2024-10-20", shares, { survey: "s" }),
    testPoll("low", "2024-10-20", shares, { survey: "s" }),
    testPoll("adults", "2024-10-20", shares, { survey: "s", population: "a" }),
    testPoll("other", "2024-10-20", shares, { population: "a" }),
  ];
  expect(counted(polls)).toEqual(["high+low", "other"]);
});

test("of questions to one population the one nearest to the line-up counts, whoever asked first", () => {
  const polls = [
    testPoll("three", "2024-10-20", { ...shares, cedar: 5 }, { survey: "s" }),
    testPoll("two", "2024-10-20", shares, { survey: "s" }),
    testPoll("other", "2024-10-20", shares),
    testPoll("another", "2024-10-20", shares),
  ];
  expect(counted(polls)).toEqual(["another", "other", "two"]);
});

test("the line-up goes before the population: a question that asked it counts even of adults", () => {
  const polls = [
    testPoll("likely", "2024-10-20", { ash: 50, cedar: 20 }, { survey: "s" }),
    testPoll("adults", "2024-10-20", shares, { survey: "s", population: "a" }),
    testPoll("other", "2024-10-20", shares),
    testPoll("another", "2024-10-20", shares),
  ];
  expect(counted(polls)).toEqual(["adults", "another", "other"]);
});

test("questions without a survey id are of one survey where pollster, sponsor and days agree", () => {
  const same = { pollster: "Test Pollster", sponsor: "Test Paper" };
  const question = (id: string, more: Partial<Poll>) =>
    testPoll(id, "2024-10-20", shares, { ...same, ...more });
  expect(counted([question("a", {}), question("b", {})])).toEqual(["a+b"]);
  expect(counted([question("a", {}), question("b", { population: "rv" })])).toEqual(["a"]);
  expect(counted([question("a", {}), question("b", { sponsor: null })])).toEqual(["a", "b"]);
  const longer = { field: { start: "2024-10-19", end: "2024-10-20" } };
  expect(counted([question("a", {}), question("b", longer)])).toEqual(["a", "b"]);
});

test("one without a survey id joins the one survey it fits; two surveys with ids stay two", () => {
  const pollster = "Test Pollster";
  const question = (id: string, survey = id) =>
    testPoll(id, "2024-10-20", shares, { pollster, survey });
  expect(counted([question("a", "s"), question("b")])).toEqual(["a+b"]);
  expect(counted([question("a", "s"), question("b", "t")])).toEqual(["a", "b"]);
  expect(counted([question("a", "s"), question("b", "t"), question("c")])).toEqual(["a", "b", "c"]);
  // Here the first question's own id is the survey's.
  expect(counted([question("s"), question("b", "s")])).toEqual(["b+s"]);
});
