import { expect, test } from "vitest";
import { readOpenElections } from "../../src/formats/openelections/openelections.ts";
import { withProgress } from "../../src/cli/reading.ts";

const ROWS = 30_000;
const FILE = `county,office,candidate,votes\n${Array.from({ length: ROWS }, (_, i) => `C${i},Mayor,Ada Able,1`).join("\n")}\n`;

/** Reads a long file while `ms` pass at each look at the clock. */
function read(isTTY: boolean, ms: number) {
  const stderr = { isTTY, said: "", write: (text: string) => (stderr.said += text) };
  let clock = 0;
  const result = withProgress(
    stderr,
    "night.csv",
    (progress) => readOpenElections(FILE, progress),
    () => (clock += ms),
  );
  expect(result.ok).toBe(true);
  return stderr.said;
}

test("a terminal sees how far a long file is, and nothing of it stays", () => {
  const said = read(true, 600);
  expect(said).toMatch(/night\.csv: [\d,]+ rows, \d+ %/);
  expect(said.endsWith("\r\u001B[K")).toBe(true);
  const parts = [...said.matchAll(/ (\d+) %/g)].map(([, part]) => Number(part));
  expect(parts).toEqual(parts.toSorted((a, b) => a - b));
});

test("what is read within a second says nothing, and neither does anything in a pipe", () => {
  expect(read(true, 1)).toBe("");
  expect(read(false, 600)).toBe("");
});
