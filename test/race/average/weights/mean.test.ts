import { expect, test } from "vitest";
import { averagePolls } from "../../../../src/race/average/average.ts";
import { optionsFor, testPoll } from "../test-polls.ts";

/** The four polls behind the average that was reported on the morning of the runoff. */
const FOUR = [
  testPoll("landmark", "2017-06-19", { handel: 49, ossoff: 49 }, { sample: 500 }),
  testPoll("trafalgar", "2017-06-18", { handel: 51, ossoff: 49 }, { sample: 1100 }),
  testPoll("savvy", "2017-06-15", { handel: 49, ossoff: 50 }, { sample: 537 }),
  testPoll("surveyusa", "2017-06-11", { handel: 47, ossoff: 47 }, { sample: 700 }),
];
const RUNOFF = {
  ...optionsFor("mean", { roundInputs: true }),
  candidates: [
    { id: "ossoff", shortName: "Ossoff" },
    { id: "handel", shortName: "Handel" },
  ],
  asOf: "2017-06-20T07:00:00-04:00",
};

test("the four polls of the runoff print Handel 49.0, Ossoff 48.8", () => {
  const { shares, lead, inputs } = averagePolls(FOUR, RUNOFF);
  expect(shares.map(({ candidate, share }) => [candidate, share])).toEqual([
    ["handel", 49],
    ["ossoff", 48.8],
  ]);
  expect(inputs.map(({ weight }) => weight)).toEqual([0.25, 0.25, 0.25, 0.25]);
  expect(lead).toMatchObject({ case: "within", candidate: "handel", points: 0.2, clear: false });
});

test("the lead is that of the printed shares", () => {
  // Exactly 50.04 to 49.96: printed, the two are even.
  const { shares, lead } = averagePolls(
    [testPoll("a", "2024-10-30", { ash: 50.04, birch: 49.96 })],
    {
      ...optionsFor("mean"),
    },
  );
  expect(shares.map(({ share }) => share)).toEqual([50, 50]);
  expect(lead).toMatchObject({ case: "tie", candidate: null, points: 0 });
});

test("only the latest poll of each pollster, by the end of its field work", () => {
  const pollster = "Test Pollster";
  const polls = [
    testPoll("old", "2024-10-20", { ash: 40, birch: 50 }, { pollster }),
    testPoll("new", "2024-10-25", { ash: 44, birch: 46 }, { pollster }),
    testPoll("other", "2024-10-12", { ash: 46, birch: 44 }),
  ];
  const { shares, inputs } = averagePolls(polls, optionsFor("mean"));
  expect(inputs.map(({ poll }) => poll)).toEqual(["new", "other"]);
  expect(shares.map(({ share }) => share)).toEqual([45, 45]);
});

test("of two polls that ended on one day the one with the smaller id counts", () => {
  const polls = ["b", "a"].map((id) =>
    testPoll(id, "2024-10-20", { ash: 40 }, { pollster: "Test Pollster", sponsor: id }),
  );
  expect(averagePolls(polls, optionsFor("mean")).inputs).toEqual([{ poll: "a", weight: 1 }]);
});

test("the window counts the day that is exactly windowDays back, and no more", () => {
  const polls = [
    testPoll("in", "2024-10-10", { ash: 40, birch: 41 }),
    testPoll("out", "2024-10-09", { ash: 50, birch: 51 }),
  ];
  const { inputs } = averagePolls(polls, optionsFor("mean", { windowDays: 21 }));
  expect(inputs).toEqual([{ poll: "in", weight: 1 }]);
});

test("roundInputs rounds each share, halves up, before the mean", () => {
  const polls = [
    testPoll("a", "2024-10-30", { ash: 48.5, birch: 47.4 }),
    testPoll("b", "2024-10-30", { ash: 50.4, birch: 47.4 }),
  ];
  const shares = (more: object) =>
    averagePolls(polls, optionsFor("mean", more as Record<string, unknown>)).shares.map(
      ({ share }) => share,
    );
  expect(shares({ roundInputs: true })).toEqual([49.5, 47]);
  expect(shares({})).toEqual([49.5, 47.4]);
});
