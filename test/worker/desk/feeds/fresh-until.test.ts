import { expect, test } from "vitest";
import { freshUntil, renewalDue } from "../../../../src/worker/desk/feeds/fresh-until.ts";
import { aFeed, aHealth, after, NOON } from "./fixtures.ts";

const quick = aFeed({ id: "quick" });
const slow = aFeed({ id: "slow", everySeconds: 3600 });
const polls = aFeed({ id: "polls", section: "polls", everySeconds: 300 });

test("a section is fresh for an interval and its grace after the source last answered", () => {
  const health = new Map([["quick", aHealth({ lastSuccess: after(30) }, quick)]]);
  expect(freshUntil([quick], health)).toEqual({ results: after(30 + 60 + 600) });
  const hourly = new Map([["slow", aHealth({ lastSuccess: NOON }, slow)]]);
  expect(freshUntil([slow], hourly)).toEqual({ results: after(2 * 3600) });
});

test("failures don't move it, and a feed that never answered counts from when it was set up", () => {
  const failing = aHealth(
    { lastSuccess: NOON, lastAttempt: after(900), consecutiveFailures: 5 },
    quick,
  );
  expect(freshUntil([quick], new Map([["quick", failing]]))).toEqual({ results: after(660) });
  const never = aHealth({ lastAttempt: after(900), consecutiveFailures: 5 }, quick);
  expect(freshUntil([quick], new Map([["quick", never]]))).toEqual({ results: after(660) });
});

test("the first of a section's feeds to be overdue decides; other sections are apart", () => {
  const health = new Map([
    ["quick", aHealth({ lastSuccess: NOON }, quick)],
    ["slow", aHealth({ lastSuccess: NOON }, slow)],
    ["polls", aHealth({ lastSuccess: NOON }, polls)],
  ]);
  expect(freshUntil([slow, quick, polls], health)).toEqual({
    results: after(660),
    polls: after(900),
  });
  expect(freshUntil([], health)).toEqual({});
});

test("readers get a new promise before the old one runs out, not with every answer", () => {
  const answered = (seconds: number) =>
    new Map([["quick", aHealth({ lastSuccess: after(seconds) }, quick)]]);
  const published = { results: after(660) };
  expect(renewalDue([quick], answered(60), published, after(60))).toBe(false);
  expect(renewalDue([quick], answered(300), published, after(300))).toBe(false);
  expect(renewalDue([quick], answered(360), published, after(360))).toBe(true);
});

test("a source that doesn't answer gives nothing to renew", () => {
  const failing = new Map([["quick", aHealth({ lastSuccess: NOON }, quick)]]);
  expect(renewalDue([quick], failing, { results: after(660) }, after(700))).toBe(false);
});

test("a section that had no promise gets one, and one that isn't there needs none", () => {
  const health = new Map([["quick", aHealth({ lastSuccess: NOON }, quick)]]);
  expect(renewalDue([quick], health, { results: null }, NOON)).toBe(true);
  expect(renewalDue([quick], health, {}, NOON)).toBe(false);
});
