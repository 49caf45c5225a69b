import { expect, test } from "vitest";
import { firstNew } from "../../../src/cli/replay/first-new.ts";
import { votes } from "../../race/fixtures.ts";

const NIGHT = [
  { minute: 1, counts: [votes("Cobb", "ada", 10)] },
  { minute: 2, counts: [votes("Cobb", "ada", 20), votes("Fulton", "ada", 5)] },
  { minute: 3, counts: [votes("Cobb", "ada", 30)] },
];

test("a replay that was broken off goes on after what the race has", () => {
  expect(firstNew(NIGHT, [])).toBe(0);
  expect(firstNew(NIGHT, [votes("Cobb", "ada", 10)])).toBe(1);
  expect(firstNew(NIGHT, [votes("Cobb", "ada", 20)])).toBe(1);
  expect(firstNew(NIGHT, [votes("Cobb", "ada", 20), votes("Fulton", "ada", 5)])).toBe(2);
  expect(firstNew(NIGHT, [votes("Cobb", "ada", 30), votes("Fulton", "ada", 5)])).toBe(3);
});

test("a race that is ahead of the recording has all of it", () => {
  expect(firstNew(NIGHT, [votes("Cobb", "ada", 99), votes("Fulton", "ada", 99)])).toBe(3);
});
