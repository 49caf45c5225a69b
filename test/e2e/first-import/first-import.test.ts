import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { EXIT } from "../../../src/cli/exit-codes.ts";
import { type CommandDesk, openCommandDesk } from "../command/desk.ts";

const RACE = "test-first-import";
const TERMS = ["--source", "office", "--as-of", "2020-11-04"];

let desk: CommandDesk;
let folder: string;

beforeAll(async () => {
  desk = await openCommandDesk();
  folder = await mkdtemp(join(tmpdir(), "topline-first-import-"));
  const date = ["--date", "2020-11-03", "--time-zone", "UTC"];
  await desk.run("init", RACE, "--folder", folder, ...date);
});

afterAll(async () => {
  await desk.topline.close();
  await rm(folder, { recursive: true, force: true });
});

function returns(...counties: readonly string[]): string {
  const rows = counties.flatMap((county) => [
    `${county},1,Mayor,First Candidate,600`,
    `${county},1,Mayor,Second Candidate,500`,
    `${county},1,Mayor,Cy Pine,90`,
  ]);
  return ["county,precinct,office,candidate,votes", ...rows, ""].join("\n");
}

test("a first count asks for whoever has many votes and isn't listed, and lists its areas", async () => {
  expect((await desk.run("push", folder, "--yes")).exit).toBe(EXIT.ok);
  const file = join(folder, "night.csv");
  await writeFile(file, returns("Ash", "Elm"));
  const asked = await desk.run("push", file, ...TERMS, "--yes", "--json");
  expect(asked.exit).toBe(EXIT.problem);
  expect(asked.json().errors[0].message).toMatch(
    /Cy Pine has 180 votes \(8 %\).*leave them among others: --others "Cy Pine"/,
  );
  expect((await desk.run("check", file, ...TERMS)).stderr).toContain('--others "Cy Pine"');

  const others = ["--others", "PINE, Cy"];
  const dry = await desk.run("push", file, ...TERMS, ...others, "--dry-run");
  expect(dry.stderr).toContain("race.json lists no areas, and the file has 2 (Ash, Elm)");

  const before = await readFile(join(folder, "race.json"), "utf8");
  const pushed = await desk.run("push", file, ...TERMS, ...others, "--write-areas", "--yes");
  expect(pushed.exit).toBe(EXIT.ok);
  const after = JSON.parse(await readFile(join(folder, "race.json"), "utf8"));
  expect(after).toEqual({
    ...JSON.parse(before),
    areas: [
      { id: "ash", name: "Ash" },
      { id: "elm", name: "Elm" },
    ],
  });
  const again = await desk.run("push", folder, "--section", "race", "--yes");
  expect(again.stdout).toContain("Nothing to push");

  // A night's next file doesn't stop for somebody whom readers know among others by now.
  await writeFile(
    file,
    returns("Ash", "Elm").replace("Elm,1,Mayor,Cy Pine,90", "Elm,1,Mayor,Cy Pine,95"),
  );
  const next = await desk.run("push", file, ...TERMS, "--yes");
  expect(next.exit).toBe(EXIT.ok);
  expect(next.stderr).toContain("Cy Pine has 185 votes");
});
