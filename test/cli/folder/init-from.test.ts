import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { initFrom } from "../../../src/cli/folder/init-from.ts";
import { readRaceFolder } from "../../../src/cli/folder/race-folder.ts";
import { openOutput } from "../../../src/cli/output.ts";
import { NOTHING_SAID } from "../../../src/formats/format.ts";
import { readForRace } from "../../../src/formats/read-for-race.ts";
import { raceSource } from "../../../src/race/schema/race.ts";
import { answer, NO, race, senate, YES } from "../../formats/ap/fixture.ts";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "topline-init-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function make(name: string, text: string, date: string | null = null) {
  const path = join(folder, `${name}.file`);
  await writeFile(path, text);
  let said = "";
  const stream = { write: (more: string) => (said += more) };
  const output = openOutput({ json: false, stdout: stream, stderr: stream, noColor: true });
  const races = join(folder, name);
  const from = { path, folder: races, prefix: "us", date, timeZone: "America/Denver" };
  await initFrom(output, from);
  const ids = (await readdir(races)).toSorted();
  const files = await Promise.all(ids.map((id) => readFile(join(races, id, "race.json"), "utf8")));
  return {
    said,
    ids,
    races: files.map((file) => raceSource.parse(JSON.parse(file))),
    races_: races,
  };
}

const AP = answer([
  senate({ more: { resultsType: "live" } }),
  race({
    id: "8001",
    candidates: [YES, NO],
    total: { Yes: 1, No: 2 },
    areas: [{ name: "North", votes: { Yes: 1, No: 2 }, more: { precinctsTotal: 9 } }],
    more: {
      officeID: "I",
      officeName: "Question",
      seatName: "TEST levy",
      raceType: "Ballot Issue",
    },
  }),
]);

test("an answer of AP's makes its races, with names, parties, areas and AP's ids", async () => {
  const { said, ids, races, races_ } = await make("ap", AP);
  expect(ids).toEqual(["us-test-xx-question-test-levy-2026", "us-test-xx-test-senate-2026"]);
  const [question, seat] = races;
  expect(seat).toMatchObject({
    test: false,
    electionDate: "2026-11-03",
    electionType: "general",
    jurisdiction: { name: "TEST XX", ocdId: "ocd-division/country:us/state:xx" },
    contests: ["ap:7001"],
    sources: [{ id: "ap", name: "AP", redistribution: "card" }],
    candidates: [
      {
        id: "able",
        name: "Ada Able",
        party: { code: "R", name: "Republican" },
        aliases: ["ap:901"],
      },
      { id: "baker", name: "Bo Baker", party: { code: "D" }, aliases: ["ap:902"] },
    ],
    areas: [{ id: "north" }, { id: "obrien" }],
  });
  expect(question).toMatchObject({
    test: true,
    electionType: "referendum",
    contests: ["ap:8001"],
    candidates: [
      { id: "yes", kind: "choice", aliases: [] },
      { id: "no", kind: "choice" },
    ],
    areas: [{ name: "North", precincts: 9 }],
  });
  expect(said).toContain("voting (07:00 to 19:00 are placeholders)");
  // What was made can be read, and takes its contest of the same file.
  for (const id of ids) expect((await readRaceFolder(join(races_, id))).ok).toBe(true);
  for (const one of races)
    expect(readForRace({ ...NOTHING_SAID, file: AP, race: one, areas: [], section: null }).ok).toBe(
      true,
    );
  await expect(make("ap", AP)).rejects.toThrow("is there already");
});

test("two of one last name are told apart", async () => {
  const people = ["Ann", "Bea"].map((first, i) => ({
    first,
    last: "Oak",
    party: "NPP",
    polID: String(i),
    candidateID: String(i),
  }));
  const { races } = await make("oaks", answer([race({ id: "1", candidates: people, total: {} })]));
  expect(races[0]?.candidates).toMatchObject([
    { id: "ann-oak", shortName: "Ann Oak" },
    { id: "bea-oak", shortName: "Bea Oak" },
  ]);
  expect(races[0]?.candidates[0]).not.toHaveProperty("party");
});

test("Clarity and OpenElections files make races with what they say", async () => {
  const votes = (name: string, n: number) =>
    `<Choice key="${n}" text="${name}" totalVotes="${n}"><VoteType name="Election Day" votes="${n}"><County name="North" votes="${n}" /></VoteType></Choice>`;
  const clarity = `<?xml version="1.0"?><ElectionResult><Region>GA</Region><Contest key="7" text="Mayor">${votes("Ann Oak (Rep)", 5)}${votes("Bo Elm", 4)}</Contest></ElectionResult>`;
  const first = await make("clarity", clarity, "2026-11-03");
  expect(first.races).toMatchObject([
    {
      id: "us-mayor-2026",
      contests: ["clarity-xml:7"],
      candidates: [{ name: "Ann Oak", party: { code: "R" } }, {}],
      areas: [{ name: "North" }],
    },
  ]);
  expect(first.said).toContain("jurisdiction");
  const open =
    "county,precinct,office,district,candidate,party,votes\nNorth,1,Mayor,,Ann Oak,REP,5\nNorth,1,Mayor,,Bo Elm,DEM,4\n";
  const second = await make("open", open, "2026-11-03");
  expect(second.races).toMatchObject([{ candidates: [{ name: "Ann Oak" }, { name: "Bo Elm" }] }]);
});

test("a file that says nothing of candidates, and a broken one, make nothing", async () => {
  await expect(make("csv", "area,measure,value,as_of,source\n")).rejects.toThrow(
    "doesn't say enough",
  );
  await expect(make("broken", AP.slice(0, 90))).rejects.toThrow("nothing was made");
});
