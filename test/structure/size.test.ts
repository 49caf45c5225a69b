import { dirname } from "node:path";
import { expect, test } from "vitest";
import { sourceFiles } from "./source-files.ts";

const MAX_LINES = 200;
const SHARE_WITHIN = 0.95;
const MAX_FILES_IN_FOLDER = 24;

const files = await sourceFiles();

test("nearly all source files can be read at one go", () => {
  const long = files.filter(({ text }) => text.split("\n").length - 1 > MAX_LINES);
  expect(
    1 - long.length / files.length,
    `above ${MAX_LINES} lines: ${long.map(({ path }) => path).join(", ")}`,
  ).toBeGreaterThanOrEqual(SHARE_WITHIN);
});

test("no source folder holds more files than one can keep in mind", () => {
  const folders = Map.groupBy(files, ({ path }) => dirname(path));
  const full = [...folders].filter(([, { length }]) => length > MAX_FILES_IN_FOLDER);
  expect(full.map(([folder, { length }]) => `${folder}: ${length}`)).toEqual([]);
});
