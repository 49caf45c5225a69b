import { expect, test } from "vitest";
import type { RaceData } from "../../../src/race/schema/data.ts";
import { type Poll, poll } from "../../../src/race/sections/polls/source.ts";
import { aPoll } from "../fixtures.ts";
import { aRace, heldBy, someData } from "./fixtures.ts";

const shares = heldBy.bind(null, "poll_shares");
const dates = heldBy.bind(null, "poll_dates");

function withPolls(...polls: readonly Poll[]): RaceData {
  return someData({ polls: { polls: [...polls] } });
}

const changed = (base: Poll, changes: Partial<Poll>): Poll => poll.parse({ ...base, ...changes });
const good = aPoll("good", "2026-10-20", 48, 47);

test("shares of more than everybody are held, what rounding can do isn't", () => {
  expect(shares(null, withPolls(good, aPoll("p", "2026-10-20", 60, 40.6)))).toEqual([
    {
      rule: "poll_shares",
      path: "polls.p.shares",
      message: "Pollster p (p): shares and undecided add up to 100.6 %",
      after: 100.6,
    },
  ]);
  expect(shares(null, withPolls(good, aPoll("p", "2026-10-20", 60, 40.5)))).toEqual([]);
});

test("the undecided count, and binary arithmetic doesn't", () => {
  const p = aPoll("p", "2026-10-20", 33.4, 33.4);
  expect(shares(null, withPolls(changed(p, { undecided: 33.8 })))).toHaveLength(1);
  // 33.4 + 33.4 + 33.7 is 100.50000000000001 in binary.
  expect(shares(null, withPolls(changed(p, { undecided: 33.7 })))).toEqual([]);
});

test("whole numbers make 101 with the undecided by rounding alone, 102 they don't", () => {
  const p = aPoll("p", "2026-10-20", 51, 44);
  expect(shares(null, withPolls(changed(p, { undecided: 6 })))).toEqual([]);
  expect(shares(null, withPolls(changed(p, { undecided: 7 })))).toMatchObject([{ after: 102 }]);
  expect(shares(null, withPolls(aPoll("p", "2026-10-20", 57, 44)))).toMatchObject([{ after: 101 }]);
});

test("a poll that was accepted doesn't trip again, until its shares change", () => {
  const odd = aPoll("odd", "2026-10-20", 60, 41);
  expect(shares(withPolls(odd), withPolls(odd, good))).toEqual([]);
  expect(shares(withPolls(odd), withPolls(changed(odd, { note: "As printed" })))).toEqual([]);
  expect(shares(withPolls(odd), withPolls(aPoll("odd", "2026-10-20", 60, 42)))).toMatchObject([
    { before: 101, after: 102 },
  ]);
});

test("field work that ends after today in the race's time zone is held, today's isn't", () => {
  const tomorrow = withPolls(aPoll("p", "2026-10-28", 48, 47));
  // 03:59 in UTC is still the evening of the 27th in New York.
  expect(dates(null, tomorrow, "2026-10-28T03:59:00Z")).toEqual([
    {
      rule: "poll_dates",
      path: "polls.p.field",
      message: "Pollster p (p): field work ends 2026-10-28, and today is 2026-10-27",
      after: "2026-10-28",
    },
  ]);
  expect(dates(null, tomorrow, "2026-10-28T04:00:00Z")).toEqual([]);
});

test("a pinned clock doesn't make later polls a thing of the future", () => {
  const pinned = {
    ...withPolls(aPoll("p", "2026-10-28", 48, 47)),
    race: aRace({ asOf: "2026-10-20T08:00:00-04:00" }),
  };
  expect(dates(null, pinned, "2026-10-29T12:00:00Z")).toEqual([]);
  expect(dates(null, pinned, "2026-10-27T12:00:00Z")).toHaveLength(1);
});

test.each([
  ["tomorrow: an embargo", "2026-10-29", 0],
  ["today", "2026-10-28", 0],
  ["a moment that is still to come", "2026-10-28T12:00:01Z", 0],
  ["thirty days ahead", "2026-11-27", 0],
  ["further ahead than any embargo", "2026-11-28", 1],
  ["a year ahead by a slip", "2027-10-28T12:00:00Z", 1],
  ["a day before the field work ended", "2026-10-19", 1],
  ["the day the field work ended", "2026-10-20", 0],
])("published on %s", (_, publishedAt, reasons) => {
  const now = "2026-10-28T12:00:00Z";
  expect(dates(null, withPolls(changed(good, { publishedAt })), now)).toHaveLength(reasons);
});

test("a middle date counts as the end", () => {
  const middle = changed(good, { field: { middle: "2026-10-29" } });
  expect(dates(null, withPolls(middle), "2026-10-28T12:00:00Z")).toHaveLength(1);
});

test("dates that were accepted don't trip again, until they change", () => {
  const now = "2026-10-28T12:00:00Z";
  const odd = aPoll("odd", "2026-11-20", 48, 47);
  expect(dates(withPolls(odd), withPolls(aPoll("odd", "2026-11-20", 49, 47)), now)).toEqual([]);
  expect(dates(withPolls(odd), withPolls(aPoll("odd", "2026-11-21", 48, 47)), now)).toHaveLength(1);
});
