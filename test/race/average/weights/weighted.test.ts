import { expect, test } from "vitest";
import { averagePolls } from "../../../../src/race/average/average.ts";
import type { Poll } from "../../../../src/race/sections/polls/source.ts";
import { optionsFor, testPoll } from "../test-polls.ts";

/** How much poll `b` weighs against poll `a`. */
function ratio(a: Partial<Poll>, b: Partial<Poll>, halfLifeDays = 18): number {
  const shares = { ash: 50, birch: 45 };
  const polls = [testPoll("a", "2024-10-31", shares, a), testPoll("b", "2024-10-31", shares, b)];
  const { inputs } = averagePolls(polls, optionsFor("weighted", { halfLifeDays }));
  const weight = (id: string) => inputs.find(({ poll }) => poll === id)?.weight ?? NaN;
  return weight("b") / weight("a");
}

const on = (start: string, end = start) => ({ field: { start, end } });

test("a poll of 18 days ago weighs exactly half, of 36 days a quarter", () => {
  expect(ratio(on("2024-10-31"), on("2024-10-13"))).toBeCloseTo(0.5, 5);
  expect(ratio(on("2024-10-31"), on("2024-09-25"))).toBeCloseTo(0.25, 5);
  expect(ratio(on("2024-10-31"), on("2024-10-24"), 7)).toBeCloseTo(0.5, 5);
});

test("age runs from the middle of the field work", () => {
  expect(ratio(on("2024-10-31"), on("2024-10-10", "2024-10-16"))).toBeCloseTo(0.5, 5);
  expect(ratio(on("2024-10-31"), { field: { middle: "2024-10-13" } })).toBeCloseTo(0.5, 5);
  expect(ratio(on("2024-10-31"), on("2024-10-30", "2024-10-31"))).toBeCloseTo(2 ** (-0.5 / 18), 5);
});

test("weight grows with the root of the sample, up to one and a half times", () => {
  expect(ratio({ sample: 600 }, { sample: 150 })).toBeCloseTo(0.5, 5);
  expect(ratio({ sample: 600 }, { sample: 1350 })).toBeCloseTo(1.5, 5);
  expect(ratio({ sample: 600 }, { sample: 20_000 })).toBeCloseTo(1.5, 5);
});

test("a poll that gives no sample counts with the race's median", () => {
  const polls = [150, 600, 1350, null].map((sample, n) =>
    testPoll(`p${n}`, "2024-10-31", { ash: 50 }, { sample }),
  );
  const { inputs, settings } = averagePolls(polls, optionsFor("weighted"));
  expect(inputs.map(({ weight }) => weight)).toEqual([0.125, 0.25, 0.375, 0.25]);
  expect(settings).toMatchObject({ medianSample: 600 });
});

test("a pollster's polls of the last 90 days share weight by the root of their number", () => {
  const pollster = "Emerson";
  const busy = ["2024-10-31", "2024-10-13", "2024-08-02", "2024-08-01"].map((day, n) =>
    testPoll(`busy${n}`, day, { ash: 50 }, { pollster: n === 1 ? "Emerson College" : pollster }),
  );
  const { inputs } = averagePolls(
    [...busy, testPoll("alone", "2024-10-31", { ash: 50 })],
    optionsFor("weighted"),
  );
  const weights = Object.fromEntries(inputs.map(({ poll, weight }) => [poll, weight]));
  const alone = weights["alone"] ?? NaN;
  // Three of the four ended on the day or in the 90 days before it, under either name.
  expect((weights["busy0"] ?? NaN) / alone).toBeCloseTo(1 / Math.sqrt(3), 4);
  expect((weights["busy1"] ?? NaN) / alone).toBeCloseTo(0.5 / Math.sqrt(3), 4);
});

test("a printed margin of error bounds the people a poll counts for", () => {
  // 98 / 8 squared is 150: a quarter of 600, half the weight.
  expect(ratio({}, { marginOfError: 8 })).toBeCloseTo(98 / 8 / Math.sqrt(600), 5);
  expect(ratio({}, { sample: null, marginOfError: 8 })).toBeCloseTo(98 / 8 / Math.sqrt(600), 5);
  expect(ratio({}, { marginOfError: 2 })).toBeCloseTo(1, 5);
});

/** How much `more` weighs against an ordinary poll, among enough of those. */
function trust(more: Partial<Poll>): number {
  const shares = { ash: 50, birch: 45 };
  const polls = ["a", "b", "c"].map((id) => testPoll(id, "2024-10-31", shares));
  const { inputs } = averagePolls(
    [...polls, testPoll("d", "2024-10-31", shares, more)],
    optionsFor("weighted"),
  );
  return (inputs[3]?.weight ?? NaN) / (inputs[0]?.weight ?? NaN);
}

test("internal and partisan polls weigh half, and no less for being both", () => {
  expect(trust({ internal: true })).toBeCloseTo(0.5, 5);
  expect(trust({ partisan: "REP" })).toBeCloseTo(0.5, 5);
  expect(trust({ internal: true, partisan: "REP" })).toBeCloseTo(0.5, 5);
});

test("a poll that weighs less than a millionth is not an input", () => {
  const polls = [
    testPoll("new", "2024-10-31", { ash: 50 }),
    testPoll("ancient", "2023-10-01", { ash: 10 }),
  ];
  const { inputs, leftOut } = averagePolls(polls, optionsFor("weighted"));
  expect(inputs).toEqual([{ poll: "new", weight: 1 }]);
  expect(leftOut).toEqual([{ poll: "ancient", reason: "old" }]);
});
