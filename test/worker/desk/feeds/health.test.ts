import { expect, test } from "vitest";
import {
  afterAttempt,
  driftOf,
  type FeedOutcome,
  healthOf,
} from "../../../../src/worker/desk/feeds/health.ts";
import { aFeed, aHealth, after, NOON } from "./fixtures.ts";

const digest = "0";
/** A file with these fields; by itself it was asked for at the time of the attempt. */
const changed = (...fields: string[]) => changedAt(NOON, ...fields);
const changedAt = (askedAt: string, ...fields: string[]): FeedOutcome => ({
  kind: "changed",
  digest,
  askedAt,
  fields,
});

test("a success is told apart from a change", () => {
  const first = afterAttempt(aHealth(), changedAt(after(10), "area", "votes"), after(10));
  expect(first).toMatchObject({
    lastAttempt: after(10),
    lastSuccess: after(10),
    lastChange: after(10),
    consecutiveFailures: 0,
    taken: digest,
    fields: ["area", "votes"],
  });
  // Another race that shares the feed had it asked some seconds before.
  const news = { kind: "unmodified", digest: "1", askedAt: after(65) } as const;
  const second = afterAttempt(first, news, after(70));
  expect(second).toEqual({
    ...first,
    lastAttempt: after(65),
    lastSuccess: after(65),
    taken: "1",
  });
});

test("failures add up, keep what the next attempt needs, and end with a success", () => {
  const good = afterAttempt(aHealth(), changed("area"), NOON);
  const bad: FeedOutcome = { kind: "failed", message: "results.example.org answered 503" };
  const twice = afterAttempt(afterAttempt(good, bad, after(60)), bad, after(180));
  expect(twice).toEqual({
    ...good,
    lastAttempt: after(180),
    consecutiveFailures: 2,
    lastError: { at: after(180), message: "results.example.org answered 503" },
  });
  const again = afterAttempt(
    twice,
    { kind: "unmodified", digest, askedAt: after(420) },
    after(420),
  );
  expect(again).toMatchObject({
    consecutiveFailures: 0,
    lastSuccess: after(420),
    lastError: { at: after(180) },
  });
});

const leftAloneUntil = (retryAfterSeconds: number) =>
  afterAttempt(aHealth(), { kind: "failed", message: "busy", retryAfterSeconds }, NOON).notBefore;

test("a source may ask to be left alone, for an hour at most", () => {
  expect(leftAloneUntil(120)).toBe(after(120));
  expect(leftAloneUntil(1e12)).toBe(after(3600));
  expect(leftAloneUntil(0)).toBe(null);
});

test("a column that disappears is told until it is back", () => {
  const full = afterAttempt(aHealth(), changed("area", "votes", "mode"), NOON);
  expect(driftOf(full)).toEqual([]);
  const lacking = afterAttempt(full, changed("area", "votes", "extra"), after(60));
  expect(driftOf(lacking)).toEqual(['"mode" disappeared']);
  const still = afterAttempt(lacking, changed("area", "votes"), after(120));
  expect(driftOf(still)).toEqual(['"mode" disappeared', '"extra" disappeared']);
  const back = afterAttempt(still, changed("area", "votes", "mode"), after(180));
  expect(driftOf(back)).toEqual(['"extra" disappeared']);
});

test("a file that can't be read for lack of a column says which, and changes no expectation", () => {
  const full = afterAttempt(aHealth(), changed("area", "votes"), NOON);
  const message = "line 1: no column votes";
  const failed = afterAttempt(full, { kind: "failed", message, fields: ["area"] }, after(60));
  expect(driftOf(failed)).toEqual(['"votes" disappeared']);
  expect(failed.fields).toEqual(["area", "votes"]);
  expect(failed.taken).toBe(digest);
  expect(driftOf(afterAttempt(failed, changed("area", "votes"), after(120)))).toEqual([]);
});

test("what has no fields to tell is not compared", () => {
  const full = afterAttempt(aHealth(), changed("area"), NOON);
  const zip = afterAttempt(
    full,
    { kind: "changed", digest, askedAt: NOON, fields: null },
    after(60),
  );
  expect(zip.fields).toEqual(["area"]);
  expect(driftOf(zip)).toEqual([]);
});

test("a source can't make the record grow", () => {
  const fields = Array.from({ length: 300 }, (_, i) => `f${i}`);
  const lost = afterAttempt(afterAttempt(aHealth(), changed(...fields), NOON), changed("x"), NOON);
  expect(lost.missing).toHaveLength(50);
  const long = afterAttempt(aHealth(), { kind: "failed", message: "x".repeat(9999) }, NOON);
  expect(long.lastError?.message).toHaveLength(500);
});

test("a feed with another address, format or section starts afresh; another interval doesn't", () => {
  const stored = afterAttempt(aHealth(), changed("area"), NOON);
  expect(healthOf(aFeed({ everySeconds: 3600 }), stored, after(60))).toBe(stored);
  for (const changes of [
    { url: "https://results.example.org/other.xml" },
    { format: "nist" },
    { section: "turnout" },
  ] as const)
    expect(healthOf(aFeed(changes), stored, after(60))).toMatchObject({
      ...changes,
      since: after(60),
      lastSuccess: null,
      taken: null,
      fields: null,
    });
});
