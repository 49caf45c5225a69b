import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { program } from "../../../src/cli/program.ts";
import { openOutput } from "../../../src/cli/output.ts";
import { raceTemplate } from "../../../src/cli/folder/race-template.ts";

const FACTS = { id: "test-race", title: "TEST", date: "2020-11-03", timeZone: "UTC" };

const COUNTY = `county,precinct,office,candidate,votes,early_voting,election_day
Ash,1,Registered Voters,,100,,
Ash,1,Ballots Cast,,60,,
Ash,1,Mayor,First Candidate,30,20,10
Ash,1,Mayor,Second Candidate,20,5,15
Ash,1,Mayor,Cy Pine,3,1,2
Ash,1,Mayor,write-in,2,1,1
Elm,1,Registered Voters,,80,,
Elm,1,Ballots Cast,,41,,
Elm,1,Mayor,First Candidate,10,4,6
Elm,1,Mayor,Second Candidate,30,10,20
`;

async function folderWith(name: string, text: string) {
  const folder = await mkdtemp(join(tmpdir(), "topline-readers-"));
  await writeFile(join(folder, "race.json"), JSON.stringify(raceTemplate(FACTS)));
  await writeFile(join(folder, name), text);
  return folder;
}

async function check(...args: readonly string[]) {
  let [out, err] = ["", ""];
  const stdout = { write: (text: string) => (out += text) };
  const stderr = { write: (text: string) => (err += text) };
  await program(({ json = false }) => ({
    output: openOutput({ json, stdout, stderr, noColor: true }),
    ask: () => Promise.reject(new Error("nobody is asked")),
    desk: () => Promise.reject(new Error("no desk is asked")),
  })).parseAsync(["check", ...args], { from: "user" });
  return { out, err };
}

test("check says as JSON what readers would see of a count", async () => {
  const folder = await folderWith("county.csv", COUNTY);
  const file = join(folder, "county.csv");
  const { out } = await check(file, "--race", folder, "--as-of", "2020-11-04", "--json");
  const { results } = JSON.parse(out).readers;
  expect(Object.keys(results)).toEqual([
    "candidates",
    "others",
    "areas",
    "modes",
    "reporting",
    "ballots",
    "registered",
  ]);
  expect(results).toMatchObject({
    candidates: [
      { candidate: "second", votes: 50, share: 52.6 },
      { candidate: "first", votes: 40, share: 42.1 },
    ],
    others: { votes: 5, share: 5.3, candidates: 1, largest: { name: "Cy Pine", votes: 3 } },
    reporting: { counted: 2, total: null, of: "precincts" },
    ballots: 101,
    registered: 180,
  });
  expect(results.areas).toMatchObject([
    { round: 1, area: "Ash", votes: 55, ballots: 60, registered: 100 },
    { round: 1, area: "Elm", votes: 40, ballots: 41, registered: 80 },
  ]);
  expect(results.modes).toMatchObject([
    { mode: "early_in_person", votes: 41 },
    { mode: "election_day", votes: 54 },
  ]);
});

test("check shows the same as a table, and says what a push needs beside", async () => {
  const folder = await folderWith("county.csv", COUNTY);
  const { out, err } = await check(join(folder, "county.csv"));
  expect(out).toMatch(/Second Candidate +50 +52\.6 %/);
  expect(out).toMatch(/others \(1 by name\) +5 +5\.3 %/);
  expect(out).toMatch(/Ash +20 +30 +5 +1 of 1 precincts +60 +100/);
  expect(out).toContain("2 precincts, of how many is unknown; 101 ballots; 180 registered");
  expect(err).toContain("a push needs --as-of");
});

test("of polls, check says how many there are and their average", async () => {
  const folder = await folderWith(
    "polls.csv",
    "pollster,start,end,sample,population,source,first,second\nAcme,2020-10-01,2020-10-03,800,lv,office,48,44\nBest,2020-10-05,2020-10-07,800,lv,office,47,45\n",
  );
  const { readers } = JSON.parse((await check(folder, "--json")).out);
  expect(Object.keys(readers)).toEqual(["polls"]);
  expect(Object.keys(readers.polls)).toEqual(["count", "average"]);
  expect(readers.polls).toMatchObject({
    count: 2,
    average: { shares: [{ candidate: "first" }, { candidate: "second" }] },
  });
  expect((await check(folder)).out).toMatch(/2020-10-07 +Best +800 +lv +47\.0 % +45\.0 %/);
});
