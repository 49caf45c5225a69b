import { expect, test } from "vitest";
import { averagePolls } from "../../../../src/race/average/average.ts";
import { addDays } from "../../../../src/race/dates.ts";
import type { Poll } from "../../../../src/race/sections/polls/source.ts";
import { optionsFor, testPoll } from "../test-polls.ts";

const pollster = "Test Tracker";

function release(id: string, start: string, end: string, more: Partial<Poll> = {}): Poll {
  return testPoll(id, end, { ash: 49, birch: 46 }, { pollster, field: { start, end }, ...more });
}

function uncovered(polls: readonly Poll[]): Readonly<Record<string, number>> {
  const { inputs } = averagePolls(polls, optionsFor("weighted"));
  return Object.fromEntries(inputs.map((input) => [input.poll, input.uncovered ?? 1]));
}

test("15 daily releases of a 5-day tracker of 600 are 2,280 people", () => {
  const polls = Array.from({ length: 15 }, (_, n) => {
    const end = addDays("2024-10-28", -n);
    return release(`t${n}`, addDays(end, -4), end);
  });
  const { effectiveSample, lead, inputs } = averagePolls(polls, optionsFor("weighted"));
  const people = inputs.reduce((sum, input) => sum + 600 * (input.uncovered ?? 1), 0);
  expect(Math.round(people)).toBe(2280);
  expect(effectiveSample).toBeLessThanOrEqual(2280);
  expect(effectiveSample).toBeGreaterThan(2000);
  expect(lead.case).toBe("within");
});

test("a release counts by the days that no newer one covers", () => {
  expect(
    uncovered([
      release("new", "2024-10-20", "2024-10-29"),
      release("old", "2024-10-18", "2024-10-22"),
      release("apart", "2024-10-10", "2024-10-14"),
    ]),
  ).toEqual({ new: 1, old: 0.4, apart: 1 });
});

test("one that newer releases cover wholly is left out", () => {
  const polls = [
    release("new", "2024-10-20", "2024-10-29"),
    release("within", "2024-10-22", "2024-10-24", { survey: "s" }),
  ];
  expect(averagePolls(polls, optionsFor("weighted")).leftOut).toEqual([
    { poll: "within", reason: "covered" },
  ]);
});

test("releases of just the same days share them", () => {
  const days = ["2024-10-25", "2024-10-29"] as const;
  const polls = [release("a", ...days, { survey: "s" }), release("b", ...days, { survey: "t" })];
  expect(uncovered(polls)).toEqual({ a: 0.5, b: 0.5 });
  expect(averagePolls(polls, optionsFor("weighted")).effectiveSample).toBe(600);
});

test("other sponsors, populations and pollsters cover nothing", () => {
  const days = ["2024-10-20", "2024-10-29"] as const;
  const older = ["2024-10-18", "2024-10-22"] as const;
  const parts = (more: Partial<Poll>) =>
    uncovered([release("new", ...days), release("old", ...older, more)]);
  expect(parts({ sponsor: "Test Paper" })["old"]).toBe(1);
  expect(parts({ population: "rv" })["old"]).toBe(1);
  expect(parts({ pollster: "Test Other" })["old"]).toBe(1);
  expect(parts({})["old"]).toBe(0.4);
});

test("a release covers nothing before it is published", () => {
  const polls = [
    release("new", "2024-10-20", "2024-10-29", { publishedAt: "2024-11-01" }),
    release("old", "2024-10-18", "2024-10-22"),
  ];
  expect(uncovered(polls)).toEqual({ old: 1 });
});
