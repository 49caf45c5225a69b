import { expect, test } from "vitest";
import { eligiblePolls } from "../../../../src/race/average/evidence/eligible.ts";
import type { Poll } from "../../../../src/race/sections/polls/source.ts";
import { CANDIDATES, testPoll } from "../test-polls.ts";

const shares = { ash: 50, birch: 45 };
const NOON = "2024-10-31T12:00:00-04:00";

function known(polls: readonly Poll[], asOf = NOON): readonly string[] {
  const moment = { candidates: CANDIDATES, asOf, timeZone: "America/New_York" };
  return eligiblePolls(polls, moment).map(({ id }) => id);
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
