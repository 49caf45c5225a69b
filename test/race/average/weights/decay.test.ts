import { expect, test } from "vitest";
import { averagePolls } from "../../../../src/race/average/average.ts";
import { optionsFor, testPoll } from "../test-polls.ts";

test("weight falls in a straight line and is gone after windowDays", () => {
  const polls = [
    testPoll("new", "2024-10-31", { ash: 50 }),
    testPoll("half", "2024-10-16", { ash: 44 }),
    testPoll("gone", "2024-10-01", { ash: 10 }),
  ];
  const { inputs, shares } = averagePolls(polls, optionsFor("decay", { windowDays: 30 }));
  expect(inputs).toEqual([
    { poll: "new", weight: 0.666667 },
    { poll: "half", weight: 0.333333 },
  ]);
  expect(shares[0]?.share).toBe(48);
});

test("only the latest poll of each pollster; internal ones weigh half", () => {
  const pollster = "Test Pollster";
  const polls = [
    testPoll("old", "2024-10-30", { ash: 10 }, { pollster }),
    testPoll("new", "2024-10-31", { ash: 50 }, { pollster }),
    testPoll("own", "2024-10-31", { ash: 56 }, { internal: true }),
  ];
  const { inputs, shares } = averagePolls(polls, optionsFor("decay"));
  expect(inputs.map(({ poll }) => poll)).toEqual(["new", "own"]);
  expect(shares[0]?.share).toBe(52);
});

test("bias is subtracted from one candidate of one poll and stays in the settings", () => {
  const bias = { a: [{ candidate: "ash", points: 2.5 }] };
  const polls = [
    testPoll("a", "2024-10-31", { ash: 52.5, birch: 44 }),
    testPoll("b", "2024-10-31", { ash: 46, birch: 44 }),
  ];
  const { shares, settings } = averagePolls(polls, optionsFor("decay", { bias }));
  expect(shares.map(({ share }) => share)).toEqual([48, 44]);
  expect(settings).toMatchObject({ bias, windowDays: 30 });
});
