import { expect, test } from "vitest";
import type { Feed } from "../../../../src/race/schema/feeds.ts";
import { dueFeeds } from "../../../../src/worker/desk/feeds/due.ts";
import type { FeedHealth } from "../../../../src/worker/desk/feeds/health.ts";
import { aFeed, aHealth, after, NOON } from "./fixtures.ts";

function dueAfter(seconds: number, feed: Feed, changes: Partial<FeedHealth>): boolean {
  const health = new Map([[feed.id, aHealth({ lastAttempt: NOON, ...changes }, feed)]]);
  return dueFeeds([feed], health, after(seconds)).due.length > 0;
}

test("a feed that was never tried is due at once", () => {
  expect(dueFeeds([aFeed()], new Map(), NOON)).toEqual({ due: [aFeed()], nextAt: null });
  expect(dueFeeds([aFeed()], new Map([["count", aHealth()]]), NOON).due).toHaveLength(1);
  expect(dueFeeds([], new Map(), NOON)).toEqual({ due: [], nextAt: null });
});

test("a feed is due one interval after the last attempt", () => {
  expect(dueAfter(59, aFeed(), {})).toBe(false);
  expect(dueAfter(60, aFeed(), {})).toBe(true);
});

test.each([
  [60, 1, 120],
  [60, 2, 240],
  [60, 4, 900],
  [60, 5000, 900],
  [3600, 1, 3600],
  [3600, 9, 3600],
])("every %s s and %s failures in a row: due after %s s", (everySeconds, failures, seconds) => {
  const feed = aFeed({ everySeconds });
  expect(dueAfter(seconds - 1, feed, { consecutiveFailures: failures })).toBe(false);
  expect(dueAfter(seconds, feed, { consecutiveFailures: failures })).toBe(true);
});

test("a source that asks to be left alone is", () => {
  expect(dueAfter(600, aFeed(), { notBefore: after(700) })).toBe(false);
  expect(dueAfter(700, aFeed(), { notBefore: after(700) })).toBe(true);
  expect(dueAfter(59, aFeed(), { notBefore: after(1) })).toBe(false);
});

test("an address that was changed is due at once", () => {
  const health = new Map([["count", aHealth({ lastAttempt: NOON, consecutiveFailures: 9 })]]);
  const moved = aFeed({ url: "https://results.example.org/new.xml" });
  expect(dueFeeds([moved], health, after(1)).due).toEqual([moved]);
});

test("the longest overdue come first, and the next of the others is known", () => {
  const ids = ["a", "b", "c", "d"] as const;
  const [a, b, c, d] = ids.map((id) => aFeed({ id })) as [Feed, Feed, Feed, Feed];
  const health = new Map(
    [
      [a, 0],
      [b, -90],
      [c, 30],
      [d, 20],
    ].map(([feed, seconds]) => {
      const of = feed as Feed;
      return [of.id, aHealth({ lastAttempt: after(seconds as number) }, of)] as const;
    }),
  );
  expect(dueFeeds([a, b, c, d], health, after(60))).toEqual({ due: [b, a], nextAt: after(80) });
});
