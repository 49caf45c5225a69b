import { expect, test } from "vitest";
import { table } from "../../src/cli/table.ts";

test("columns stand under each other, numbers to the right, whatever their colour", () => {
  const rows = [
    ["Handel", "\u001b[32m1,000\u001b[39m", "→"],
    ["Öz", "7", ""],
  ];
  expect(table(rows, ["left", "right"])).toEqual([
    "Handel  \u001b[32m1,000\u001b[39m  →",
    "Öz          7",
  ]);
});

test("no rows make no lines", () => {
  expect(table([])).toEqual([]);
});
