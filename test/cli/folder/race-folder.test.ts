import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeEach, expect, test } from "vitest";
import { readRaceFolder } from "../../../src/cli/folder/race-folder.ts";
import { raceTemplate } from "../../../src/cli/folder/race-template.ts";
import { planRaceFolder, writeRaceFolder } from "../../../src/cli/folder/write-race-folder.ts";

const FACTS = { id: "test-race", title: "TEST", date: "2030-11-05", timeZone: "UTC" };
const RACE = {
  ...raceTemplate(FACTS),
  candidates: [{ id: "quill", name: "Ada Quill", shortName: "Quill" }],
  sources: [{ id: "desk", name: "TEST desk" }],
};
const CALL = {
  round: 1,
  candidate: "quill",
  outcome: "won",
  caller: "TEST desk",
  at: "2030-11-05T23:00:00Z",
  source: "desk",
};

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "topline-folder-"));
  await write("race.json", RACE);
  await write("calls.json", { calls: [CALL] });
});

function write(name: string, body: unknown): Promise<void> {
  return writeFile(join(folder, name), JSON.stringify(body));
}

test("a section may be kept as JSON", async () => {
  const read = await readRaceFolder(folder);
  expect(read).toMatchObject({ ok: true, value: { calls: { calls: [CALL] } } });
});

test("a section that is kept as JSON is written back as JSON", async () => {
  const read = await readRaceFolder(folder);
  if (!read.ok) throw new Error(JSON.stringify(read.faults));
  await writeRaceFolder(await planRaceFolder(read.value, folder), folder);
  expect((await readdir(folder)).toSorted()).toEqual(["calls.json", "race.json"]);
  expect(await readRaceFolder(folder)).toEqual(read);

  await rm(join(folder, "calls.json"));
  await writeRaceFolder(await planRaceFolder(read.value, folder), folder);
  expect((await readdir(folder)).toSorted()).toEqual(["calls.csv", "race.json"]);
  expect(await readRaceFolder(folder)).toEqual(read);
});

test("a section with two files is a fault that names both", async () => {
  await writeFile(join(folder, "calls.csv"), "candidate,caller,at,source\n");
  const read = await readRaceFolder(folder);
  expect(read.ok ? [] : read.faults).toEqual([
    expect.objectContaining({
      file: "calls.json",
      message: "calls.csv and calls.json are both there: keep one of them",
    }),
  ]);
});
