import { expect, test } from "vitest";
import { averagePolls } from "../../../../src/race/average/average.ts";
import { preparePolls } from "../../../../src/race/average/evidence/prepare.ts";
import type { AverageOptions } from "../../../../src/race/average/evidence/prepare.ts";
import type { Poll } from "../../../../src/race/sections/polls/source.ts";
import { addDays } from "../../../../src/race/dates.ts";
import { CANDIDATES, optionsFor, testPoll } from "../test-polls.ts";

const TWO = { ash: 48, birch: 44 };
const THREE = { ash: 46, birch: 42, cedar: 6 };

/** One poll a day up to the last of October, `1` with Cedar and `0` without, oldest first. */
function days(pattern: string): readonly Poll[] {
  return [...pattern].map((one, n) =>
    testPoll(`p${n}`, addDays("2024-10-31", n + 1 - pattern.length), one === "1" ? THREE : TWO),
  );
}

function lineUp(polls: readonly Poll[], more: Partial<AverageOptions> = {}): readonly string[] {
  const { lineUp: places } = preparePolls(polls, { ...optionsFor("weighted"), ...more });
  return places.map((at) => CANDIDATES[at]?.id ?? "");
}

test("a candidate whom 60 % of the weight asked about is a main one", () => {
  expect(lineUp(days("01111"))).toEqual(["ash", "birch", "cedar"]);
  expect(lineUp(days("00001"))).toEqual(["ash", "birch"]);
});

test("between 40 and 60 % it stays what it was, so that single polls flip nothing", () => {
  expect(lineUp(days("1111111000"))).toEqual(["ash", "birch", "cedar"]);
  expect(lineUp(days("0000000111111"))).toEqual(["ash", "birch"]);
  const base = days("11110000");
  const more = (shares: Record<string, number>) => testPoll("new", "2024-10-31", shares);
  expect(lineUp([...base, more(TWO)])).toEqual(lineUp(base));
  expect(lineUp([...base, more(THREE)])).toEqual(lineUp(base));
});

test("it leaves below 40 %", () => {
  expect(lineUp(days("11110000000000"))).toEqual(["ash", "birch"]);
});

test("race.json may state the main candidates from a date on; the newest holds", () => {
  const main = [
    { from: "2024-10-20", candidates: ["birch", "ash", "cedar"] },
    { from: "2024-09-01", candidates: ["ash", "birch"] },
    { from: "2024-11-02", candidates: ["cedar"] },
  ];
  expect(lineUp(days("0000"), { main })).toEqual(["ash", "birch", "cedar"]);
  expect(lineUp(days("1111"), { main, asOf: "2024-10-19T12:00:00-04:00" })).toEqual([
    "ash",
    "birch",
  ]);
});

test("the line-up is short enough for two fifths of the weight to have asked about all of it", () => {
  // Each was asked about by two of three, no poll asked about all.
  const pairs = [
    { ash: 40, birch: 30 },
    { ash: 41, cedar: 20 },
    { birch: 30, cedar: 20 },
  ].map((shares, n) => testPoll(`p${n}`, "2024-10-30", shares));
  expect(lineUp(pairs)).toEqual(["ash", "birch"]);
  expect(lineUp([testPoll("a", "2024-10-30", { cedar: 40 })])).toEqual(["cedar"]);
  expect(lineUp([])).toEqual([]);
});

test("polls that didn't ask about all main candidates are left out and say so", () => {
  const polls = [...days("1111"), testPoll("half", "2024-10-31", { ash: 52 })];
  const { inputs, leftOut } = averagePolls(polls, optionsFor("weighted"));
  expect(inputs).toHaveLength(4);
  expect(leftOut).toEqual([{ poll: "half", reason: "line_up" }]);
});

test("one survey with a head-to-head and a three-way question gives its head-to-head", () => {
  const acme = { pollster: "Test Acme", survey: "s", sample: 1000 };
  const polls = [
    testPoll("two", "2024-10-30", { ash: 48, birch: 47 }, acme),
    testPoll("three", "2024-10-30", { ash: 40, birch: 38, cedar: 18 }, acme),
    testPoll("best", "2024-10-30", { ash: 49, birch: 48 }, { sample: 1000 }),
    testPoll("core", "2024-10-30", { ash: 49, birch: 48 }, { sample: 1000 }),
  ];
  const { shares, inputs, leftOut, effectiveSample } = averagePolls(polls, optionsFor("weighted"));
  expect(shares).toMatchObject([
    { candidate: "ash", share: 48.7 },
    { candidate: "birch", share: 47.7 },
    { candidate: "cedar", share: null, askedBy: { polls: 1, of: 3, share: 18 } },
  ]);
  expect(effectiveSample).toBe(3000);
  expect(inputs.find(({ poll }) => poll === "two")?.beside).toEqual(["three"]);
  expect(leftOut).toEqual([{ poll: "three", reason: "question" }]);
});

test("a question that sets one candidate against outsiders is in no average and decides no line-up", () => {
  const against = (id: string, ended: string) =>
    testPoll(id, ended, { ash: 60 }, { others: [{ name: "Test Outsider", share: 30 }] });
  const hypothetical = ["a", "b", "c", "d"].map((id) => against(id, "2024-10-30"));
  const own = [testPoll("o1", "2024-10-28", THREE), testPoll("o2", "2024-10-29", THREE)];
  const options = optionsFor("weighted");
  expect(lineUp([...hypothetical, ...own])).toEqual(["ash", "birch", "cedar"]);
  const alone = averagePolls(own, options);
  const both = averagePolls([...own, ...hypothetical], options);
  expect(both).toEqual({
    ...alone,
    leftOut: hypothetical.map(({ id }) => ({ poll: id, reason: "line_up" })),
  });
  expect(averagePolls(hypothetical, options)).toMatchObject({
    shares: [],
    lead: { case: "few" },
    inputs: [],
    leftOut: [{ reason: "line_up" }, {}, {}, {}],
  });
});

test("a poll that asked all main candidates counts, whoever else it asked", () => {
  const others = [{ name: "Test Outsider", share: 9 }];
  const polls = [testPoll("a", "2024-10-30", TWO), testPoll("b", "2024-10-30", TWO, { others })];
  const { inputs, leftOut } = averagePolls(polls, optionsFor("weighted"));
  expect({ inputs, leftOut }).toEqual({
    inputs: [
      { poll: "a", weight: 0.5 },
      { poll: "b", weight: 0.5 },
    ],
    leftOut: [],
  });
});
