import { expect, test } from "vitest";
import { averagePolls } from "../../../../src/race/average/average.ts";
import { pollsterResolver } from "../../../../src/race/average/evidence/pollster.ts";
import { optionsFor, testPoll } from "../test-polls.ts";

test("names go on after a starred word, and not inside it", () => {
  const resolve = pollsterResolver();
  for (const name of ["Emerson", "Emerson*", "emerson  college", "Emerson College/The Hill"]) {
    expect(resolve(name)).toBe("Emerson College");
  }
  for (const name of ["Emersonian Research", "Ralph Emerson", "Hill/Emerson"]) {
    expect(resolve(name)).toBe(name);
  }
});

test("a race's own list goes first; a name in no list stands for itself", () => {
  const resolve = pollsterResolver([{ name: "Test House", aliases: ["TH", "Test House*"] }]);
  expect(resolve("TH")).toBe("Test House");
  expect(resolve("Test House for Test Paper")).toBe("Test House");
  expect(resolve("THX")).toBe("THX");
});

test("an input says the name it was counted under, where that isn't the printed one", () => {
  const polls = [
    testPoll("a", "2024-10-30", { ash: 50 }, { pollster: "Emerson" }),
    testPoll("b", "2024-10-20", { ash: 50 }, { pollster: "Emerson College" }),
  ];
  const { inputs, leftOut } = averagePolls(polls, optionsFor("mean"));
  expect(inputs).toEqual([{ poll: "a", weight: 1, pollster: "Emerson College" }]);
  expect(leftOut).toEqual([{ poll: "b", reason: "newer" }]);
});
