import { expect, test } from "vitest";
import { sourceFiles } from "./source-files.ts";

const MAX_LINES = 200;
const SHARE_WITHIN = 0.95;

const files = await sourceFiles();

test("nearly all source files can be read at one go", () => {
  const long = files.filter(({ text }) => text.split("\n").length - 1 > MAX_LINES);
  expect(
    1 - long.length / files.length,
    `above ${MAX_LINES} lines: ${long.map(({ path }) => path).join(", ")}`,
  ).toBeGreaterThanOrEqual(SHARE_WITHIN);
});
