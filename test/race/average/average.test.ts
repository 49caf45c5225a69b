import * as fc from "fast-check";
import { expect, test } from "vitest";
import { averagePolls } from "../../../src/race/average/average.ts";
import { average } from "../../../src/race/sections/polls/summary.ts";
import { anyMethod, anyPolls, optionsFor, testPoll } from "./test-polls.ts";

const METHODS = ["weighted", "mean", "decay"] as const;

test.each(METHODS)("%s of no polls has no shares and no lead", (method) => {
  expect(averagePolls([], optionsFor(method))).toMatchObject({
    method,
    asOf: "2024-10-31",
    shares: [],
    inputs: [],
    effectiveSample: null,
    lead: { case: "none", candidate: null, points: null, low: null, high: null, clear: false },
  });
});

test("a candidate that only some polls ask about is averaged over those, and it is said", () => {
  const polls = [
    testPoll("a", "2024-10-31", { ash: 50, birch: 48 }),
    testPoll("b", "2024-10-31", { ash: 46, birch: 42, cedar: 6 }),
  ];
  const { shares, inputs } = averagePolls(polls, optionsFor("mean"));
  expect(shares).toMatchObject([
    { candidate: "ash", share: 48 },
    { candidate: "birch", share: 45 },
    // 48 + 45 + 6 would be 99, more than either poll's 98 and 94.
    { candidate: "cedar", share: null, askedBy: { polls: 1, of: 2, share: 6 } },
  ]);
  expect(shares[0]?.askedBy).toBeUndefined();
  expect(inputs).toHaveLength(2);
});

test("its share stands with the others where a poll adds up to as much", () => {
  const polls = [
    testPoll("a", "2024-10-31", { ash: 50, birch: 48 }),
    testPoll("b", "2024-10-31", { ash: 46, birch: 42, cedar: 4 }),
    testPoll("c", "2024-10-31", { ash: 48, birch: 46 }),
  ];
  const { shares } = averagePolls(polls, optionsFor("mean"));
  expect(shares.at(-1)).toMatchObject({
    candidate: "cedar",
    share: 4,
    askedBy: { polls: 1, of: 3, share: 4 },
  });
});

test("shares come largest first, equal ones in the race's order", () => {
  const polls = [testPoll("a", "2024-10-31", { cedar: 40, birch: 30, ash: 30 })];
  const { shares } = averagePolls(polls, optionsFor("weighted"));
  expect(shares.map(({ candidate }) => candidate)).toEqual(["cedar", "ash", "birch"]);
});

function leadOfOnePoll(ash: number) {
  const poll = testPoll("a", "2024-10-31", { ash, birch: 100 - ash }, { sample: 1000 });
  return averagePolls([poll], optionsFor("mean")).lead;
}

test("a lead is slight outside sampling error, and clear outside all known error", () => {
  expect(leadOfOnePoll(53)).toMatchObject({
    case: "within",
    clear: false,
    points: 6,
    low: -4,
    high: 16,
    inner: { low: -0.2, high: 12.2 },
  });
  expect(leadOfOnePoll(54)).toMatchObject({
    case: "slight",
    clear: false,
    low: -2,
    inner: { low: 1.8, high: 14.2 },
  });
  expect(leadOfOnePoll(56)).toMatchObject({ case: "clear", clear: true, points: 12, low: 2 });
});

test("without any sample size the effective sample is unknown, not invented", () => {
  const polls = [testPoll("a", "2024-10-31", { ash: 50, birch: 45 }, { sample: null })];
  const result = averagePolls(polls, optionsFor("weighted"));
  expect(result.effectiveSample).toBeNull();
  expect(result.settings).toMatchObject({ medianSample: null });
});

test("every average is what the schema says, with weights that sum to 1", () => {
  fc.assert(
    fc.property(anyPolls, anyMethod, (polls, method) => {
      const result = averagePolls(polls, optionsFor(method));
      expect(average.parse(result)).toEqual(result);
      const millionths = result.inputs.map(({ weight }) => Math.round(weight * 1e6));
      const sum = millionths.reduce((total, one) => total + one, 0);
      expect(sum).toBe(result.inputs.length === 0 ? 0 : 1_000_000);
      expect(Math.min(1, ...millionths)).toBe(1);
    }),
  );
});

test("intervals hold their share, averages lie among the polls", () => {
  fc.assert(
    fc.property(anyPolls, anyMethod, (polls, method) => {
      const { shares, lead } = averagePolls(polls, optionsFor(method));
      for (const { candidate, low, high, inner, share: whole, askedBy } of shares) {
        const share = askedBy?.share ?? whole ?? NaN;
        expect(low).toBeLessThanOrEqual(inner.low);
        expect(inner.low).toBeLessThanOrEqual(share);
        expect(inner.high).toBeGreaterThanOrEqual(share);
        expect(high).toBeGreaterThanOrEqual(inner.high);
        const asked = polls.flatMap((poll) =>
          poll.shares.filter((one) => one.candidate === candidate).map((one) => one.share),
        );
        expect(share).toBeGreaterThanOrEqual(Math.min(...asked));
        expect(share).toBeLessThanOrEqual(Math.max(...asked));
      }
      const { low, points, high, clear } = lead;
      expect(clear && (low ?? 0) <= 0).toBe(false);
      expect(low ?? 0).toBeLessThanOrEqual(points ?? 0);
      expect(high ?? 0).toBeGreaterThanOrEqual(points ?? 0);
    }),
  );
});

test("neither the order of the file nor a second copy of a poll changes anything", () => {
  fc.assert(
    fc.property(anyPolls, anyMethod, fc.nat(), (polls, method, turn) => {
      const at = polls.length === 0 ? 0 : turn % polls.length;
      const turned = [...polls.slice(at), ...polls.slice(0, at)].toReversed();
      const expected = averagePolls(polls, optionsFor(method));
      expect(averagePolls(turned, optionsFor(method))).toEqual(expected);
      expect(averagePolls([...polls, ...turned.slice(0, 1)], optionsFor(method))).toEqual(expected);
    }),
  );
});

test("polls of the future change nothing", () => {
  fc.assert(
    fc.property(anyPolls, anyMethod, (polls, method) => {
      const future = [
        testPoll("tomorrow", "2024-11-01", { ash: 90, birch: 5 }),
        testPoll("unpublished", "2024-10-30", { ash: 90 }, { publishedAt: "2024-10-31T16:00:01Z" }),
      ];
      expect(averagePolls([...polls, ...future], optionsFor(method))).toEqual(
        averagePolls(polls, optionsFor(method)),
      );
    }),
  );
});
