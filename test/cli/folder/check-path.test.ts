import { mkdtemp, readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeEach, expect, test } from "vitest";
import { checkPath } from "../../../src/cli/folder/check-path.ts";
import { fileOptions } from "../../../src/cli/file-options.ts";
import { readRaceJson } from "../../../src/formats/topline/race-json.ts";
import { raceTemplate } from "../../../src/cli/folder/race-template.ts";
import { FAULTY_PLACES, FAULTY_POLLS } from "../faulty-polls.ts";

const NOW = "2030-11-06T12:00:00Z";
const SOURCE_MISSING = { message: "credited to office for this check: a push needs --source" };
const TIME_MISSING = {
  message: "doesn't say when its numbers were true: a push needs --as-of",
};
const FACTS = { id: "test-race", title: "TEST", date: "2030-11-05", timeZone: "UTC" };
const NIGHT = join(import.meta.dirname, "../../../races/us-ga-06-2017-night");

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "topline-check-"));
  await write("race.json", JSON.stringify(raceTemplate(FACTS), null, 2));
});

async function write(name: string, text: string): Promise<string> {
  await writeFile(join(folder, name), text);
  return join(folder, name);
}

async function check(path: string, options: Parameters<typeof fileOptions>[0] = { section: null }) {
  return checkPath(
    path,
    fileOptions(options),
    async () => {
      const read = readRaceJson(await readFile(join(folder, "race.json")));
      if (!read.ok) throw new Error(JSON.stringify(read.faults));
      return { race: read.value, areas: [], isFirst: true };
    },
    NOW,
  );
}

function places(checked: Awaited<ReturnType<typeof check>>) {
  return checked.ok
    ? []
    : checked.faults.map(({ file, line, column, field }) => [file, line, column, field]);
}

test("twelve faults in a file are twelve faults, each with its line and column", async () => {
  const path = await write("polls.csv", FAULTY_POLLS);
  const expected = FAULTY_PLACES.map((place) => [path, ...place]);
  expect(places(await check(path))).toEqual(expected);
  expect(places(await check(folder))).toEqual(expected);
});

test("a folder's race.json comes first; then the faults of all files are told at once", async () => {
  await write("polls.csv", FAULTY_POLLS);
  await write("turnout.csv", "date,mode,ballots,source\n2025-10-01,absentee_mail,many,office\n");
  const race = { ...raceTemplate(FACTS), feeds: [] };
  const certified = [{ by: "x", at: "2025-10-01T00:00:00Z", source: "nobody" }];
  await write("race.json", JSON.stringify({ ...race, certified }, null, 1));
  const faults = places(await check(folder));
  expect(faults).toEqual([
    [join(folder, "race.json"), expect.any(Number), 14, "certified.0.source"],
  ]);
  await write("race.json", JSON.stringify(race));
  expect(places(await check(folder))).toHaveLength(13);
});

test("a source that the race hasn't got has a place, in CSV and in JSON", async () => {
  const row = { date: "2025-10-01", mode: "absentee_mail", ballots: 5, source: "nobody" };
  const csv = await write(
    "turnout.csv",
    "source,date,mode,ballots\n\nnobody,2025-10-01,absentee_mail,5\n",
  );
  expect(places(await check(csv))).toEqual([[csv, 3, 1, "source"]]);
  const json = await write("turnout.json", JSON.stringify({ counts: [row] }, null, 1));
  expect(places(await check(json))).toEqual([[json, 7, 14, "counts.0.source"]]);
});

test("a feed in a format that nobody reads is found before it fails", async () => {
  const feed = { id: "f", section: "polls", url: "https://example.org/x", format: "excel" };
  const path = await write("race.json", JSON.stringify({ ...raceTemplate(FACTS), feeds: [feed] }));
  const checked = await check(path);
  expect(places(checked)).toEqual([[path, 1, expect.any(Number), "feeds.0.format"]]);
});

test("what is fine is told by what it holds", async () => {
  const rows = "date,mode,ballots,source\n2025-10-01,absentee_mail,5,office\n";
  await write("turnout.csv", rows);
  expect(await check(folder)).toMatchObject({
    ok: true,
    holds: "race.json of TEST, 1 turnout count",
  });
  const night = await checkPath(
    join(NIGHT, "events.csv"),
    fileOptions({ section: null }),
    async () => {
      const read = readRaceJson(await readFile(join(NIGHT, "race.json")));
      if (!read.ok) throw new Error("the night's race.json has faults");
      return { race: read.value, areas: [], isFirst: true };
    },
    NOW,
  );
  expect(night).toMatchObject({ ok: true, holds: expect.stringContaining("76 reports") });
});

test("files of others are told by their content; a check says what a push needs beside them", async () => {
  const path = await write(
    "download.csv",
    "county,precinct,office,district,party,candidate,votes\nNorth,1,Mayor,,A,First Candidate,10\nNorth,1,Mayor,,B,Second Candidate,7\n",
  );
  const checked = await check(path, { section: null, source: "office", asOf: "2030-11-06" });
  expect(checked).toMatchObject({
    ok: true,
    facts: { format: "openelections", sections: ["results"] },
  });
  expect(await check(path)).toMatchObject({
    ok: true,
    warnings: [
      { message: expect.stringContaining("lists no areas") },
      SOURCE_MISSING,
      TIME_MISSING,
    ],
  });
  const stranger = await check(path, { section: null, source: "nobody", asOf: "2030-11-06" });
  expect(stranger.ok).toBe(false);
});
