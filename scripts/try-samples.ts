import { readdir, readFile as readBytes } from "node:fs/promises";
import { dirname, join, relative } from "node:path";
import { compileAreas, compileResults } from "../src/race/sections/results/compile-results.ts";
import { detectFormat } from "../src/formats/choose-format.ts";
import { type Bodies, NOTHING_SAID } from "../src/formats/format.ts";
import { joinResults } from "../src/formats/match/join-results.ts";
import { readForRace } from "../src/formats/read-for-race.ts";
import { type RaceSource, raceSource } from "../src/race/schema/race.ts";
import type { ResultsSource } from "../src/race/sections/results/source.ts";

/**
 * Reads every file under a folder and prints what came of it, file by file:
 *
 *     node scripts/try-samples.ts <folder>
 *
 * A file is read for each of the races below; what fits none of them is shown with the reason.
 * OpenElections has a file for each county: a folder's are joined at the end.
 */
const RACES: readonly { readonly names: readonly string[]; readonly contest?: string }[] = [
  { names: ["Karen Handel", "Jon Ossoff"] },
  { names: ["David Perdue", "Jon Ossoff"] },
  { names: ["Kelly Loeffler", "Raphael Warnock"] },
  { names: ["Troy Balderson", "Danny O'Connor", "Joe Manchik"] },
  { names: ["Democrats", "Republicans"], contest: "8274:general" },
  { names: ["Tom Cotton"] },
  { names: ["Matt Bevin", "Brad Copas", "Mitch McConnell", "Chris Payne", "Shawna Sterling"] },
  { names: ["Ed Johnson", "John Rusco", "Katie Bernstein"] },
];

/** For files that don't say when their numbers were true. */
const AS_OF = "2017-06-20";

const [folder] = process.argv.slice(2);
if (folder === undefined) {
  console.error("usage: node scripts/try-samples.ts <folder>");
  process.exitCode = 1;
} else {
  const counties = new Map<string, ResultsSource[]>();
  for (const file of await filesUnder(folder)) {
    const bytes = await readBytes(file);
    console.log(relative(folder, file));
    for (const line of tried(bytes)) console.log(`    ${line}`);
    const part = countyOf(bytes);
    if (part) counties.set(dirname(file), [...(counties.get(dirname(file)) ?? []), part]);
  }
  for (const [place, parts] of counties) {
    const joined = joinResults(parts);
    const shown = joined.ok ? count(joined.value) : (joined.faults[0]?.message ?? "");
    console.log(`${relative(folder, place)}, ${parts.length} files joined\n    ${shown}`);
  }
}

/** The district's race from one county's OpenElections file. */
function countyOf(bytes: Uint8Array): ResultsSource | null {
  const read = readAs(bytes, RACES[0]?.names ?? [], null);
  return read.ok && read.value.format === "openelections"
    ? (read.value.bodies.results ?? null)
    : null;
}

async function filesUnder(root: string): Promise<readonly string[]> {
  const entries = await readdir(root, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .toSorted();
}

/** One line per race that the file is about; or what the file is, and why it isn't read. */
function tried(bytes: Uint8Array): readonly string[] {
  const reads = RACES.map(({ names, contest = null }) => {
    const start = performance.now();
    const read = readAs(bytes, names, contest);
    return { names, read, ms: Math.round(performance.now() - start) };
  });
  const lines = reads.flatMap(({ names, read, ms }) =>
    read.ok
      ? [
          `${read.value.format}, ${names.join(" / ")}: ${rows(read.value.bodies)} (${ms} ms)`,
          ...read.warnings.map((w) => `  warning: ${placed(w.line, w.message)}`),
        ]
      : [],
  );
  if (lines.length > 0) return lines;
  const [first] = reads;
  const format = detectFormat(new TextDecoder().decode(bytes)) ?? "no format";
  if (first === undefined || first.read.ok) return [format];
  return [
    `${format}: refused`,
    ...first.read.faults.slice(0, 3).map((f) => `  ${placed(f.line, f.message)}`),
  ];
}

function rows({ polls, turnout, results, money }: Bodies): string {
  if (polls) {
    const surveys = new Set(polls.polls.map((poll) => poll.survey));
    return `${polls.polls.length} questions in ${surveys.size} surveys`;
  }
  if (results) return count(results);
  return money ? `${money.entries.length} sums` : `${turnout?.counts.length ?? 0} counts`;
}

/** What readers would see of a count: votes, ballots, registered, precincts, areas, modes. */
function count(source: ResultsSource): string {
  const candidates = [...new Set(source.counts.flatMap((row) => row.candidate ?? []))];
  const results = compileResults(source, { candidates, calls: [] });
  const round = results?.rounds.at(-1);
  if (!results || !round) return "no counts";
  const areas = compileAreas(source).map(({ area, votes }) => `${area} ${number(votes)}`);
  const { ballots, registered, reporting } = round;
  return [
    ...round.candidates.map(
      ({ candidate: id, votes }) => `${id} ${votes === null ? "not given" : number(votes)}`,
    ),
    ballots === null ? "ballots not given" : `${number(ballots)} ballots`,
    registered === null ? "registered not given" : `of ${number(registered)} registered`,
    reporting === null
      ? "reporting not given"
      : `${reporting.counted} of ${reporting.total} ${reporting.of}`,
    `modes ${results.modes.map(({ mode, votes }) => `${mode} ${number(votes)}`).join(", ")}`,
    areas.length > 5 ? `${areas.length} areas` : `areas ${areas.join(", ")}`,
  ].join("; ");
}

function number(value: number): string {
  return value.toLocaleString("en-US");
}

function placed(line: number | null, message: string): string {
  const text = message.length > 300 ? `${message.slice(0, 300)}…` : message;
  return line === null ? text : `line ${line}: ${text}`;
}

function readAs(file: Uint8Array, names: readonly string[], contest: string | null) {
  const race = raceOf(names);
  const terms = { ...NOTHING_SAID, source: "sample", asOf: AS_OF, contest };
  return readForRace({ ...terms, file, race, areas: [], section: null });
}

/** A race of these candidates, about which nothing else is known. */
function raceOf(names: readonly string[]): RaceSource {
  return raceSource.parse({
    id: "sample",
    title: "A sample",
    office: "Any office",
    jurisdiction: { name: "Anywhere", ocdId: "ocd-division/country:us" },
    timeZone: "UTC",
    electionDate: AS_OF,
    voting: { opens: `${AS_OF}T07:00:00Z`, closes: `${AS_OF}T19:00:00Z` },
    electionType: "general",
    candidates: names.map((name) => ({
      id: name.toLowerCase().replace(/[^a-z]+/g, "-"),
      name,
      shortName: name.split(" ").at(-1) ?? name,
      party: { code: "X", name: "Any party" },
    })),
    sources: [{ id: "sample", name: "A sample" }],
  });
}
