import { expect, test } from "vitest";
import { readClarityXml } from "../../../src/formats/clarity/xml.ts";
import type {
  Choice,
  Contest,
  ContestCount,
  ContestFile,
} from "../../../src/formats/match/contests.ts";
import { joinResults } from "../../../src/formats/match/join-results.ts";
import { pickContest } from "../../../src/formats/match/pick-contest.ts";
import type { ResultsSource } from "../../../src/race/sections/results/source.ts";
import { aRace, votes } from "../../race/fixtures.ts";
import { linesOf, messagesOf, OPTIONS, valueOf } from "../results-fixture.ts";

const choice = (key: string, name: string, writeIn = false): Choice => ({
  key,
  name,
  party: null,
  writeIn,
});
const count = (
  area: string,
  of: string | null,
  value: number,
  rest: Partial<ContestCount> = {},
): ContestCount => ({
  area,
  measure: of === null ? "ballots" : "votes",
  choice: of,
  mode: "unspecified",
  value,
  ...rest,
});
const contest = (key: string, choices: Choice[], counts: ContestCount[] = []): Contest => ({
  key,
  title: `Contest ${key}`,
  date: null,
  choices,
  counts,
  faults: [],
  warnings: [],
});
const file = (...contests: Contest[]): ContestFile => ({ contests, asOf: null });

const MAYOR = contest(
  "mayor",
  [choice("1", "ABLE, ADA"), choice("2", "Bo Baker"), choice("9", "Write-in", true)],
  [
    count("North", "1", 10),
    count("North", "2", 20),
    count("North", "9", 3),
    count("North", null, 40),
  ],
);
const JUDGE = contest("judge", [choice("1", "Cy Cole"), choice("2", "Di Dunn")]);

test("the contest that has the race's candidates is taken, and what stays out is said", () => {
  const result = pickContest(file(JUDGE, MAYOR), { ...OPTIONS, round: 2 });
  expect(linesOf(valueOf(result))).toEqual([
    "North votes ada 10",
    "North votes bo 20",
    "North ballots 40",
    "North votes write-ins 3",
  ]);
  expect(valueOf(result).counts[0]).toEqual({
    round: 2,
    area: "North",
    measure: "votes",
    candidate: "ada",
    other: null,
    mode: "unspecified",
    value: 10,
    asOf: OPTIONS.asOf,
    source: "office",
  });
  expect(messagesOf(result)).toEqual([
    "counted among others: write-ins (3 votes)",
    "left out: 1 other contests, read was Contest mayor (key mayor)",
  ]);
});

test("a contest can be named by key or title, and best has no one but the race's candidates", () => {
  const wider = {
    ...MAYOR,
    key: "wide",
    title: "Wide",
    choices: [...MAYOR.choices, choice("3", "Ed Eden")],
  };
  expect(messagesOf(pickContest(file(wider, JUDGE), OPTIONS))).toEqual([
    "counted among others, no candidates of this race: Ed Eden (0 votes)",
    "counted among others: write-ins (3 votes)",
    "left out: 1 other contests, read was Wide (key wide)",
  ]);
  // The contest of just the race's candidates comes first.
  expect(messagesOf(pickContest(file(wider, MAYOR), OPTIONS))).toContain(
    "left out: 1 other contests, read was Contest mayor (key mayor)",
  );
  for (const name of ["mayor", "Contest mayor", "contest  MAYOR"])
    expect(pickContest(file(JUDGE, MAYOR), { ...OPTIONS, contest: name }).ok).toBe(true);
  expect(messagesOf(pickContest(file(MAYOR), { ...OPTIONS, contest: "sheriff" }))).toEqual([
    'no contest of the file is called "sheriff". The file has Contest mayor (key mayor).',
  ]);
});

test("two contests that fit are not chosen between", () => {
  const second = { ...MAYOR, key: "runoff" };
  expect(messagesOf(pickContest(file(MAYOR, second), OPTIONS))[0]).toMatch(
    /^several contests .*\(key mayor\).*\(key runoff\)/,
  );
  expect(
    messagesOf(pickContest(file(MAYOR, second), { ...OPTIONS, contest: "Contest mayor" }))[0],
  ).toMatch(/^2 contests of the file are called "Contest mayor"/);
  const some = contest("part", [choice("1", "Ada Able")]);
  expect(messagesOf(pickContest(file(some, MAYOR), OPTIONS))[1]).toMatch(/key mayor/);
});

test("a choice that is two candidates, or one that two choices claim, is refused", () => {
  const twins = aRace({
    candidates: [
      { id: "a1", name: "Ann Able", shortName: "Able", party: { code: "R", name: "R" } },
      { id: "a2", name: "Abe Able", shortName: "Able", party: { code: "D", name: "D" } },
    ],
  }).candidates;
  const named = { ...OPTIONS, contest: "x" };
  const one = contest("x", [choice("1", "Able")]);
  expect(messagesOf(pickContest(file(one), { ...named, candidates: twins }))[0]).toMatch(
    /could be a1 or a2/,
  );
  const both = contest("x", [choice("1", "Ada Able"), choice("2", "Able")]);
  expect(messagesOf(pickContest(file(both), named))[0]).toMatch(
    /Ada Able and Able both match the candidate ada/,
  );
});

test("two choices of one key are refused, since their votes can't be told apart", () => {
  const same = contest("x", [choice("1", "Ada Able"), choice("1", "Bo Baker")]);
  expect(messagesOf(pickContest(file(same), OPTIONS))).toContain(
    "Contest x (key x): Bo Baker is listed twice (key 1)",
  );
});

test("a candidate without votes in the file is pointed out", () => {
  const one = contest("x", [choice("1", "Ada Able")], [count("North", "1", 5)]);
  expect(messagesOf(pickContest(file(one), OPTIONS))).toEqual([
    "the file has no votes for Bo Baker",
  ]);
});

test("faults of another contest don't matter, faults of this one do", () => {
  const fault = { line: 3, column: 1, field: null, message: "adds up to 5, says 6" };
  expect(pickContest(file({ ...JUDGE, faults: [fault] }, MAYOR), OPTIONS).ok).toBe(true);
  expect(pickContest(file(JUDGE, { ...MAYOR, faults: [fault] }), OPTIONS)).toEqual({
    ok: false,
    faults: [fault],
  });
});

const asOf = (f: ContestFile, time: string | null) =>
  valueOf(pickContest(f, { ...OPTIONS, asOf: time })).counts[0]?.asOf;

test("the time is the editor's, else the file's, else missing", () => {
  const dated = { ...file(MAYOR), asOf: "2026-11-03T20:00:00-05:00" };
  expect(asOf(dated, "2026-11-04")).toBe("2026-11-04");
  expect(asOf(dated, null)).toBe("2026-11-03T20:00:00-05:00");
  expect(messagesOf(pickContest(file(MAYOR), { ...OPTIONS, asOf: null }))[0]).toMatch(
    /give the time as asOf/,
  );
  expect(pickContest(file(MAYOR), { ...OPTIONS, asOf: "soon" }).ok).toBe(false);
});

test("an area keeps the name that the race has for it, and none is counted twice", () => {
  const areas = ["North County"];
  expect(valueOf(pickContest(file(MAYOR), { ...OPTIONS, areas })).counts[0]?.area).toBe(
    "North County",
  );
  const twice = { ...MAYOR, counts: [count("NORTH", "1", 10), count("North County", "1", 10)] };
  expect(messagesOf(pickContest(file(twice), OPTIONS))[0]).toMatch(
    /^the file has North County under two names or twice/,
  );
  const nameless = { ...MAYOR, counts: [count("", "1", 10)] };
  expect(messagesOf(pickContest(file(nameless), OPTIONS))[0]).toMatch(/an area without a name/);
});

const of = (...areas: string[]): ResultsSource => ({
  counts: areas.map((area) => votes(area, "ada", 5)),
});

test("files with areas of their own join, files that share one don't", () => {
  const joined = valueOf(joinResults([of("North"), of("SOUTH"), of("East", "West")]));
  expect(joined.counts.map((row) => row.area)).toEqual(["North", "SOUTH", "East", "West"]);
  expect(messagesOf(joinResults([of("North", "South"), of("NORTH COUNTY")]))).toEqual([
    "NORTH COUNTY is in more than one of the files: load it once",
  ]);
  expect(messagesOf(joinResults([of("total"), of("North")]))[0]).toMatch(
    /^one of the files has the whole contest/,
  );
  expect(joinResults([of("total")]).ok).toBe(true);
});

const short = [choice("2", "Bo Baker"), choice("3", "Anna Able")];

test("when no contest fits, the nearest is named, and who keeps it from being the race's", () => {
  const near = contest("near", short);
  const [message] = messagesOf(pickContest(file(JUDGE, near), OPTIONS));
  expect(message).toContain(
    `Nearest is Contest near (key near): if Anna Able is Ada Able, add that name to the candidate's "aliases"; it has no Ada Able; no candidates of this race: Anna Able.`,
  );
  expect(messagesOf(pickContest(file(near), { ...OPTIONS, contest: "near" }))).toEqual([
    `Contest near (key near): no votes for Ada Able, and no candidates of this race are Anna Able: add them to race.json, or their names to a candidate's "aliases"`,
  ]);
});

test("who isn't listed counts among others, unless readers would miss them", () => {
  const withMinor = (minor: number) =>
    pickContest(
      file(
        contest(
          "m",
          [...MAYOR.choices, choice("5", "Cy Cole")],
          [count("North", "1", 1000), count("North", "2", 900), count("North", "5", minor)],
        ),
      ),
      OPTIONS,
    );
  expect(messagesOf(withMinor(100))).toContain(
    "counted among others, no candidates of this race: Cy Cole (100 votes)",
  );
  expect(messagesOf(withMinor(101))).toContain(
    `Contest m (key m): Cy Cole has 101 votes (5 %) and is no candidate of this race: add them to race.json, or the name to a candidate's "aliases"`,
  );
});

test("votes of others are in the count by name, write-ins without one in one pool", () => {
  const wide = contest(
    "w",
    [
      ...MAYOR.choices,
      choice("5", "Cy Cole"),
      choice("6", "Di Dunn (Write-in)", true),
      choice("7", "Scattering", true),
    ],
    [
      count("North", "1", 10),
      count("North", "2", 20),
      count("North", "9", 3),
      count("North", "5", 4),
      count("North", "6", 2),
      count("North", "7", 1),
    ],
  );
  expect(linesOf(valueOf(pickContest(file(wide), OPTIONS)))).toEqual([
    "North votes ada 10",
    "North votes bo 20",
    "North votes write-ins 4",
    "North votes Cy Cole 4",
    "North votes Di Dunn (Write-in) 2",
  ]);
});

test("somebody with many votes counts among others, and is told apart", () => {
  const many = contest(
    "m",
    [...MAYOR.choices, choice("5", "Cy Cole")],
    [count("North", "1", 1000), count("North", "2", 900), count("North", "5", 500)],
  );
  const later = pickContest(file(many), OPTIONS);
  expect(linesOf(valueOf(later))).toContain("North votes Cy Cole 500");
  expect(messagesOf(later)[0]).toMatch(/^Contest m \(key m\): Cy Cole has 500 votes \(21 %\)/);
});

test("one candidate in two spellings is added up where no place has both", () => {
  const spelled = (where: string) =>
    pickContest(
      file(
        contest(
          "s",
          [choice("1", "Ada Able"), choice("2", "Bo Baker"), choice("3", "Ada B. Able")],
          [count("North", "1", 10), count("North", "2", 20), count(where, "3", 5)],
        ),
      ),
      OPTIONS,
    );
  const apart = spelled("South");
  expect(linesOf(valueOf(apart))).toEqual([
    "North votes ada 10",
    "North votes bo 20",
    "South votes ada 5",
  ]);
  expect(messagesOf(apart)).toEqual(["added up: Ada Able and Ada B. Able, both ada"]);
  expect(messagesOf(spelled("North"))).toEqual([
    "Contest s (key s): Ada Able and Ada B. Able both match the candidate ada",
  ]);
});

test("a candidate under two parties has the votes of both, and a ticket its first name's", () => {
  const two = contest(
    "f",
    [
      { ...choice("1", "Ada Able / Eve Eden"), party: "DEM" },
      { ...choice("2", "Ada Able / Eve Eden"), party: "WOR" },
      choice("3", "Bo Baker and Flo Fox"),
    ],
    [count("North", "1", 10), count("North", "2", 3), count("North", "3", 8)],
  );
  expect(linesOf(valueOf(pickContest(file(two), OPTIONS)))).toEqual([
    "North votes ada 13",
    "North votes bo 8",
  ]);
});

test("a candidate who is called Write-in has the write-ins", () => {
  const candidates = [
    ...OPTIONS.candidates,
    { ...OPTIONS.candidates[0]!, id: "write-in", name: "Write-in", shortName: "Write-in" },
  ];
  expect(linesOf(valueOf(pickContest(file(MAYOR), { ...OPTIONS, candidates })))).toContain(
    "North votes write-in 3",
  );
});

test("0 registered voters where ballots were cast are unknown, and said to be", () => {
  const people = (area: string, value: number) =>
    count(area, null, value, { measure: "registered" });
  const unknown = contest(
    "r",
    [...MAYOR.choices],
    [
      count("North", "1", 5),
      count("South", "2", 5),
      count("East", "2", 5),
      people("North", 0),
      people("South", 100),
      people("West", 0),
    ],
  );
  const result = pickContest(file(unknown), OPTIONS);
  expect(linesOf(valueOf(result)).filter((line) => line.includes("registered"))).toEqual([
    "South registered 100",
    "West registered 0",
  ]);
  expect(messagesOf(result)).toEqual([
    "counted among others: write-ins (0 votes)",
    "left out: 0 registered voters of North, where ballots were cast",
    "no registered voters are given for East, and for other areas they are",
  ]);
});

test("rows that can't be read are told before the nearest contest, where nobody can be told by them", () => {
  const clarity = (cell: string) =>
    `<?xml version="1.0"?><ElectionResult><Timestamp>6/20/2017 9:31:01 PM EDT</Timestamp><Region>North</Region><Contest key="1" text="Mayor" voteFor="1"><Choice key="1" text="Adeline Able" totalVotes="30"><VoteType name="Election Day" votes="${cell}"><County name="North" votes="30"/></VoteType></Choice></Contest></ElectionResult>`;
  const said = (text: string) =>
    messagesOf(pickContest(valueOf(readClarityXml(text)), OPTIONS)).join(" ");
  expect(said(clarity("30"))).toMatch(/^no contest .* Nearest is Mayor/);
  expect(said(clarity("3x"))).toMatch(/^must be a whole number, found "3x" .* Nearest is Mayor/);
});
