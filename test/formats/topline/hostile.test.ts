import { expect, test } from "vitest";
import type { Section } from "../../../src/race/sections/index.ts";
import { readSectionCsv } from "../../../src/formats/topline/section-csv.ts";
import type { Fault } from "../../../src/formats/text/faults.ts";
import { cpuTimeMs, HANG_MS } from "../cpu-time.ts";
import { GA06_RACE } from "../race.ts";

const RESULTS = "area,measure,candidate,value,as_of,source\n";

/** About a megabyte each of what costs most to say no to. */
const hostile: readonly [string, Section, string][] = [
  ["unknown columns", "polls", `pollster,${",x".repeat(500_000)}`],
  ["columns twice", "polls", "id,".repeat(330_000)],
  ["one column's long name", "polls", "x".repeat(1_000_000)],
  ["rows that are wrong in every cell", "results", RESULTS + "1,,,,,\n".repeat(140_000)],
  ["one long name", "results", `${RESULTS}a,votes,a${" ".repeat(1_000_000)}b,1,2017-06-20,x`],
  ["one long place", "results", `${RESULTS}a${" \t".repeat(500_000)}b,votes,x,1,2017-06-20,x`],
  ["one long number", "results", `${RESULTS}a,votes,handel,${"1".repeat(1_000_000)}x,2017-06-20,x`],
  ["one long date", "results", `${RESULTS}a,votes,handel,1,${"2017-".repeat(200_000)},x`],
];

test.each(hostile)("a megabyte of %s is refused without hanging", (_, section, text) => {
  const faults: Fault[] = [];
  const ms = cpuTimeMs(() => {
    const read = readSectionCsv(section, text, { race: GA06_RACE, areas: [] });
    if (!read.ok) faults.push(...read.faults);
  });
  expect(ms).toBeLessThan(HANG_MS);
  expect(faults.length).toBeGreaterThan(0);
  expect(faults.length).toBeLessThanOrEqual(101);
});
