import { expect, test } from "vitest";
import { eligiblePolls } from "../../../src/race/average/eligible.ts";
import { countedOn, entriesOf } from "../../../src/race/average/entry.ts";
import { dayOf, localDate } from "../../../src/race/dates.ts";
import type { Poll } from "../../../src/race/sections/polls/source.ts";
import { CANDIDATES, testPoll } from "./test-polls.ts";

const shares = { ash: 50, birch: 45 };
const NOON = "2024-10-31T12:00:00-04:00";

function known(polls: readonly Poll[], asOf = NOON): readonly string[] {
  const moment = { candidates: CANDIDATES, asOf, timeZone: "America/New_York" };
  return eligiblePolls(polls, moment).map(({ id }) => id);
}

function counted(polls: readonly Poll[], asOf = NOON): readonly string[] {
  const moment = { candidates: CANDIDATES, asOf, timeZone: "America/New_York" };
  const day = dayOf(localDate(asOf, moment.timeZone));
  return countedOn(entriesOf(polls, moment), day).map(({ poll }) => poll.id);
}

function publishedAt(moment: string): readonly Poll[] {
  return [testPoll("a", "2024-10-20", shares, { publishedAt: moment })];
}

test("a poll counts from the moment it was published", () => {
  expect(known(publishedAt("2024-10-31T12:00:00-04:00"))).toEqual(["a"]);
  expect(known(publishedAt("2024-10-31T12:00:01-04:00"))).toEqual([]);
  expect(known(publishedAt("2024-10-31"))).toEqual(["a"]);
  expect(known(publishedAt("2024-11-01"))).toEqual([]);
});

test("a poll whose publication is unknown counts from the end of its field work", () => {
  const today = testPoll("today", "2024-10-31", shares);
  const tomorrow = testPoll("tomorrow", "2024-11-01", shares);
  const middle = testPoll("middle", "2024-10-31", shares, { field: { middle: "2024-10-31" } });
  expect(known([today, tomorrow, middle])).toEqual(["middle", "today"]);
});

test("the date that ends a poll is the race's, not the machine's", () => {
  const poll = testPoll("a", "2024-10-31", shares);
  expect(known([poll], "2024-10-31T03:59:00Z")).toEqual([]);
  expect(known([poll], "2024-10-31T04:00:00Z")).toEqual(["a"]);
});

test("a poll that ends in the future never counts, even if it is out already", () => {
  const odd = testPoll("a", "2024-11-02", shares, { publishedAt: "2024-10-30" });
  expect(known([odd])).toEqual([]);
});

test("a poll that names none of the race's candidates is left out", () => {
  expect(known([testPoll("a", "2024-10-20", { somebody: 50 })])).toEqual([]);
});

test("newest first, equal dates by id, and of one id only the last row", () => {
  const polls = [
    testPoll("b", "2024-10-20", shares),
    testPoll("c", "2024-10-25", shares),
    testPoll("a", "2024-10-20", shares),
    testPoll("c", "2024-10-10", shares),
  ];
  expect(known(polls)).toEqual(["a", "b", "c"]);
});

test("one population per survey: likely over registered over voters over adults over unknown", () => {
  const order = ["lv", "rv", "v", "a", null] as const;
  const survey = order.map((population) =>
    testPoll(String(population), "2024-10-20", shares, { survey: "s", population }),
  );
  order.forEach((population, n) => {
    expect(counted(survey.slice(n))).toEqual([String(population)]);
  });
});

test("two questions of the best population both count, other surveys are not touched", () => {
  const polls = [
    testPoll("high", "2024-10-20", shares, { survey: "s" }),
    testPoll("low", "2024-10-20", shares, { survey: "s" }),
    testPoll("adults", "2024-10-20", shares, { survey: "s", population: "a" }),
    testPoll("other", "2024-10-20", shares, { population: "a" }),
  ];
  expect(counted(polls)).toEqual(["high", "low", "other"]);
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
