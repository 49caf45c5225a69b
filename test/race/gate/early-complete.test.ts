import { expect, test } from "vitest";
import type { RaceData } from "../../../src/race/schema/data.ts";
import type { ResultCount } from "../../../src/race/sections/results/source.ts";
import { aRace, EVENING, heldBy, someData, votes } from "./fixtures.ts";

const AREAS = [
  { id: "ash", name: "Ash" },
  { id: "birch", name: "Birch" },
];

function counting(counts: readonly ResultCount[], state: "partial" | "complete"): RaceData {
  return someData({
    race: aRace({ areas: AREAS, count: { state } }),
    results: { counts: [...counts] },
  });
}

/** What is held of a count that is said to have ended. */
function ending(counts: readonly ResultCount[], now = EVENING) {
  const found = heldBy(
    "early_complete",
    counting(counts, "partial"),
    counting(counts, "complete"),
    now,
  );
  return found.map(({ message }) => message);
}

const ash = votes("Ash", "ada", 500);
const birch = votes("Birch", "ada", 0);

test("a count can't have ended while an area that the race lists has no votes", () => {
  expect(ending([ash])).toEqual(["the count would be complete, and Birch has no votes"]);
  expect(ending([])).toEqual(["the count would be complete, and Ash has no votes"]);
});

test("nobody's votes are a count, too, and so is one of the whole contest alone", () => {
  expect(ending([ash, birch])).toEqual([]);
  expect(ending([votes("total", "ada", 500)])).toEqual([]);
});

test("areas are those of the latest round", () => {
  expect(ending([ash, birch, { ...ash, round: 2 }])).toEqual([
    "the count would be complete, and Birch has no votes",
  ]);
});

test("a count can't have ended before polls close", () => {
  expect(ending([ash, birch], "2026-11-03T12:00:00-05:00")).toEqual([
    "the count would be complete, and polls haven't closed",
  ]);
});
