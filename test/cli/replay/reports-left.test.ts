import { expect, test } from "vitest";
import { reportsLeft } from "../../../src/cli/replay/reports-left.ts";
import { votes } from "../../race/fixtures.ts";

const at = (area: string, value: number, minute: number) =>
  votes(area, "ada", value, { asOf: `2026-11-03T20:0${minute}:00-05:00` });

const NIGHT = [
  { minute: 1, counts: [at("Cobb", 100, 1)] },
  { minute: 2, counts: [at("Cobb", 95, 2), at("Fulton", 5, 2)] },
  { minute: 3, counts: [at("Cobb", 130, 3)] },
];

const left = (...counts: ReturnType<typeof at>[]) =>
  reportsLeft(NIGHT, counts).map(({ minute, counts: rows }) => [minute, rows.length]);

test("a replay that was broken off goes on after what the race has", () => {
  expect(left()).toEqual([
    [1, 1],
    [2, 2],
    [3, 1],
  ]);
  expect(left(at("Cobb", 100, 1))).toEqual([
    [2, 2],
    [3, 1],
  ]);
  expect(left(at("Cobb", 130, 3), at("Fulton", 5, 2))).toEqual([]);
});

test("a fall that was released isn't undone, and isn't played again", () => {
  expect(left(at("Cobb", 95, 2), at("Fulton", 5, 2))).toEqual([[3, 1]]);
});

test("of a report of which one place waits, that place is left", () => {
  expect(left(at("Cobb", 100, 1), at("Fulton", 5, 2))).toEqual([
    [2, 1],
    [3, 1],
  ]);
});
