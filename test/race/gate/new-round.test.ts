import { expect, test } from "vitest";
import { aRace, heldBy, votes, withResults } from "./fixtures.ts";

const found = heldBy.bind(null, "new_round");
const majority = (data: ReturnType<typeof withResults>) => ({
  ...data,
  race: aRace({ rule: "majority_runoff" }),
});
const first = (ada: number) => [votes("Ash", "ada", ada), votes("Ash", "bo", 400)];
const second = votes("Ash", "ada", 50, { round: 2 });

test("a round that nothing asks for is held, with why", () => {
  const before = withResults(...first(500));
  expect(found(before, withResults(...first(500), second))).toMatchObject([
    { path: "results.2", message: expect.stringContaining("most votes decide") },
  ]);
  expect(found(majority(before), majority(withResults(...first(500), second)))).toMatchObject([
    { message: expect.stringContaining("has the majority in round 1") },
  ]);
  expect(found(majority(before), majority(withResults(second)))).toMatchObject([
    { message: expect.stringContaining("round 1 has none") },
  ]);
});

test("a majority that nobody had, or a caller's runoff, is a reason; what is there stays", () => {
  const tied = withResults(...first(400));
  const next = withResults(...first(400), second);
  expect(found(majority(tied), majority(next))).toEqual([]);
  expect(found(next, withResults(...first(400), { ...second, value: 60 }))).toEqual([]);
  const at = "2026-11-03T20:30:00-05:00";
  const call = {
    round: 1,
    candidate: "ada",
    outcome: "runoff",
    caller: "TEST",
    at,
    source: "office",
  };
  const called = { calls: { calls: [call] } } as object;
  expect(found({ ...tied, ...called }, { ...next, ...called })).toEqual([]);
});
