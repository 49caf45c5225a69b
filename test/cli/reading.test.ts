import { expect, test } from "vitest";
import { readClarityXml } from "../../src/formats/clarity/xml.ts";
import type { Progress } from "../../src/formats/format.ts";
import { textOf } from "../../src/formats/read-for-race.ts";
import { rowsOf, workbook } from "../formats/xlsx/workbook.ts";
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
  expect(said).toMatch(/night\.csv: [\d,]+ read, \d+ %/);
  expect(said.endsWith("\r\u001B[K")).toBe(true);
  const parts = [...said.matchAll(/ (\d+) %/g)].map(([, part]) => Number(part));
  expect(parts).toEqual(parts.toSorted((a, b) => a - b));
});

test("so it does of XML and of a workbook", () => {
  const counties = Array.from({ length: 3000 }, (_, i) => `<County name="C${i}" votes="1"/>`);
  const xml = `<ElectionResult><Timestamp>6/20/2017 9:31:01 PM EDT</Timestamp><Region>XX</Region><Contest key="1" text="Mayor"><Choice key="1" text="Ada Able" totalVotes="3000"><VoteType name="Election Day" votes="3000">${counties.join("")}</VoteType></Choice></Contest></ElectionResult>`;
  const rows = Array.from({ length: 3000 }, (_, i) => [`C${i}`, "Mayor", "Ada Able", 1]);
  const table = [["county", "office", "candidate", "votes"], ...rows];
  const book = workbook([{ name: "Returns", rows: rowsOf(table) }]);
  const readers = [
    (progress: Progress): boolean => readClarityXml(xml, progress).ok,
    (progress: Progress): boolean => textOf(book, null, null, progress).ok,
  ];
  for (const run of readers) {
    const stderr = { isTTY: true, said: "", write: (text: string) => (stderr.said += text) };
    let clock = 0;
    expect(withProgress(stderr, "f", run, () => (clock += 1200))).toBe(true);
    expect(stderr.said).toMatch(/f: [\d,]+ read, \d+ %/);
  }
});

test("what is read within a second says nothing, and neither does anything in a pipe", () => {
  expect(read(true, 1)).toBe("");
  expect(read(false, 600)).toBe("");
});
