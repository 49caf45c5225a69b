import { expect, test } from "vitest";
import { averagePolls } from "../../../../src/race/average/average.ts";
import { trend } from "../../../../src/race/average/trend.ts";
import { optionsFor, testPoll } from "../test-polls.ts";

const shares = { ash: 52, birch: 41 };

test("polls that are all older than 60 days make no average, and are listed", () => {
  const polls = [testPoll("a", "2024-08-31", shares), testPoll("b", "2024-01-31", shares)];
  expect(averagePolls(polls, optionsFor("weighted"))).toMatchObject({
    shares: [],
    inputs: [],
    effectiveSample: null,
    lead: { case: "few", candidate: null, points: null, low: null, inner: null, clear: false },
    leftOut: [
      { poll: "a", reason: "old" },
      { poll: "b", reason: "old" },
    ],
  });
  expect(trend(polls, optionsFor("weighted")).at(-1)?.date).not.toBe("2024-10-31");
});

test("one that ended 60 days ago is recent, and older ones count beside it", () => {
  const polls = [testPoll("a", "2024-09-01", shares), testPoll("b", "2024-08-01", shares)];
  const { inputs, lead } = averagePolls(polls, optionsFor("weighted"));
  expect(inputs.map(({ poll }) => poll)).toEqual(["a", "b"]);
  expect(lead.case).not.toBe("few");
});

test("a method with a longer window keeps to its own", () => {
  const polls = [testPoll("a", "2024-08-01", shares)];
  const caseWithin = (windowDays: number) =>
    averagePolls(polls, optionsFor("mean", { windowDays })).lead.case;
  expect(caseWithin(100)).toBe("slight");
  expect(caseWithin(21)).toBe("few");
});

test("campaigns' and parties' own polls alone make no average", () => {
  const polls = [
    testPoll("a", "2024-10-30", shares, { internal: true }),
    testPoll("b", "2024-10-30", shares, { partisan: "REP" }),
  ];
  const { lead, leftOut } = averagePolls(polls, optionsFor("weighted"));
  expect(lead.case).toBe("few");
  expect(leftOut.map(({ reason }) => reason)).toEqual(["partisan", "partisan"]);
});

test.each(["weighted", "mean", "decay"] as const)(
  "%s: they are together at most a third of an average, however many they are",
  (method) => {
    const partisan = Array.from({ length: 8 }, (_, n) =>
      testPoll(`p${n}`, "2024-10-31", { ash: 60, birch: 30 }, { partisan: "DEM" }),
    );
    const independent = [1, 2].map((n) =>
      testPoll(`i${n}`, "2024-10-31", { ash: 45, birch: 48 }, { sample: 600 }),
    );
    const result = averagePolls([...partisan, ...independent], optionsFor(method));
    const theirs = result.inputs
      .filter(({ poll }) => poll.startsWith("p"))
      .reduce((sum, { weight }) => sum + weight, 0);
    expect(theirs).toBeCloseTo(1 / 3, 5);
    expect(result.shares[0]).toMatchObject({ candidate: "ash", share: 50 });
    expect(result.withoutPartisan).toEqual({
      shares: [
        { candidate: "birch", share: 48 },
        { candidate: "ash", share: 45 },
      ],
    });
  },
);

test("without them there is nothing to say apart", () => {
  const polls = [testPoll("a", "2024-10-30", shares)];
  expect(averagePolls(polls, optionsFor("weighted"))).not.toHaveProperty("withoutPartisan");
});
