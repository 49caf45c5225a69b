import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { makeNight } from "../../../scripts/make-night.ts";
import { readRaceFolder } from "../../../src/cli/folder/race-folder.ts";
import { readEventsCsv } from "../../../src/cli/replay/events.ts";
import { checkRaceData } from "../../../src/race/check.ts";
import { compileAreas } from "../../../src/race/sections/results/compile-areas.ts";
import { compileResults } from "../../../src/race/sections/results/compile-results.ts";
import { holdReasons } from "../../../src/race/gate/hold-reasons.ts";
import { mergeSource } from "../../../src/race/merge.ts";
import type { RaceData } from "../../../src/race/schema/data.ts";

const FOLDER = join(import.meta.dirname, "../../../races/us-ga-06-2017-night");

async function theNight() {
  const folder = await readRaceFolder(FOLDER);
  if (!folder.ok) throw new Error(JSON.stringify(folder.faults));
  const text = await readFile(join(FOLDER, "events.csv"), "utf8");
  const events = readEventsCsv(text, folder.value.race);
  if (!events.ok) throw new Error(JSON.stringify(events.faults));
  return { data: folder.value, text, events: events.value };
}

test("the file is what its script makes", async () => {
  const { text } = await theNight();
  expect(makeNight()).toBe(text);
});

test("what is made up says so, in the race, in every row and in its source", async () => {
  const { data, text, events } = await theNight();
  expect(data.race).toMatchObject({ test: true, title: expect.stringMatching(/^TEST/) });
  expect(text).toMatch(/every count before the last minute, is made up/);
  const lines = text.trimEnd().split("\n").slice(1);
  const last = String(events.at(-1)?.minute);
  const before = lines.filter((line) => !line.startsWith(`${last},`) && !line.startsWith("1,"));
  expect(before.filter((line) => !/made.up/.test(line))).toEqual([]);
  const early = events.slice(0, -1).flatMap(({ counts }) => counts);
  const official = early.filter(
    ({ source, measure }) => source !== "replay" && measure === "votes",
  );
  expect(official).toEqual([]);
});

test("every report passes the gate, and the last one is the official count", async () => {
  const { data, events } = await theNight();
  let before: RaceData = data;
  let precincts = 0;
  for (const { counts } of events) {
    const results = mergeSource("results", before.results, { counts: [...counts] });
    const after: RaceData = { ...before, results };
    expect(checkRaceData(after).ok).toBe(true);
    const moments = counts.map(({ asOf }) => Date.parse(asOf));
    const now = new Date(Math.max(...moments)).toISOString();
    expect(holdReasons(before, after, now)).toEqual([]);
    const reported =
      compileResults(results, { candidates: [], calls: [] })?.reporting?.counted ?? 0;
    expect(reported).toBeGreaterThanOrEqual(precincts);
    precincts = reported;
    before = after;
  }
  const results = before.results ?? { counts: [] };
  const summary = compileResults(results, {
    candidates: ["handel", "ossoff"],
    calls: [],
    areas: before.race.areas,
  });
  expect(summary).toMatchObject({
    source: "ga-sos",
    reporting: { counted: 208, total: 208, of: "precincts" },
    rounds: [
      {
        candidates: [
          { candidate: "handel", votes: 134_799, share: 51.8 },
          { candidate: "ossoff", votes: 125_517, share: 48.2 },
        ],
        votes: 260_316,
        ballots: 260_455,
        registered: 447_826,
        turnout: 58.2,
      },
    ],
    modes: [
      { mode: "early_in_person", candidates: [{ votes: 56_619 }, { votes: 58_152 }] },
      { mode: "absentee_mail", candidates: [{ votes: 10_081 }, { votes: 18_065 }] },
      { mode: "election_day", candidates: [{ votes: 67_938 }, { votes: 48_865 }] },
      { mode: "provisional", candidates: [{ votes: 161 }, { votes: 435 }] },
    ],
  });
  expect(compileAreas(results)).toMatchObject([
    { area: "Cobb County", candidates: [{ votes: 45_688 }, { votes: 33_114 }] },
    { area: "DeKalb County", candidates: [{ votes: 24_117 }, { votes: 33_928 }] },
    { area: "Fulton County", candidates: [{ votes: 64_994 }, { votes: 58_475 }] },
  ]);
});
