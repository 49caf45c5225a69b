import { readdir, readFile as readBytes } from "node:fs/promises";
import { join, relative } from "node:path";
import { detectFormat } from "../src/formats/choose-format.ts";
import { NOTHING_SAID } from "../src/formats/format.ts";
import { readForRace, textOf } from "../src/formats/read-for-race.ts";
import { table } from "../src/cli/table.ts";
import { type RaceSource, raceSource } from "../src/race/schema/race.ts";
import { tryVoteHub } from "./try-samples/try-vote-hub.ts";
import { hasContests, type Tried, tryContests } from "./try-samples/try-contests.ts";

/**
 * Reads every file under a folder and prints, by format, how many were read, what kept the others
 * from it, and whose votes aren't the file's own sums:
 *
 *     node scripts/try-samples.ts <folder> [--each] [--votes]
 *
 * Each contest is read for a race of the candidates that the file prints. Files of polls and money are
 * read for the races below. `--each` names every contest that is refused, and `--votes` gives what
 * readers would see of every contest that is read.
 */
const RACES: readonly {
  readonly names: readonly string[];
  readonly date: string;
  readonly contest?: string;
}[] = [
  { names: ["Karen Handel", "Jon Ossoff"], date: "2017-06-20" },
  { names: ["David Perdue", "Jon Ossoff"], date: "2021-01-05" },
  { names: ["Kelly Loeffler", "Raphael Warnock"], date: "2021-01-05" },
  { names: ["Troy Balderson", "Danny O'Connor", "Joe Manchik"], date: "2018-08-07" },
  { names: ["Democrats", "Republicans"], date: "2018-11-06", contest: "8274:general" },
];

/** Examples of each reason that are named. */
const EXAMPLES = 3;

type Tally = {
  files: number;
  /** Files all of whose contests are read. */
  whole: number;
  /** Files some of whose contests are read. */
  part: number;
  contests: number;
  read: number;
  inDoubt: number;
  wrong: number;
  readonly reasons: Map<string, string[]>;
};

const [folder, ...flags] = process.argv.slice(2);
if (folder === undefined) {
  console.error("usage: node scripts/try-samples.ts <folder> [--each] [--votes]");
  process.exitCode = 1;
} else {
  const tallies = new Map<string, Tally>();
  const wrong: string[] = [];
  for (const file of await filesUnder(folder)) {
    const name = relative(folder, file);
    const { format, tried } = tryFile(await readBytes(file));
    const tally = tallies.get(format) ?? newTally();
    tallies.set(format, tally);
    tally.files += 1;
    const read = tried.filter(({ ok }) => ok).length;
    tally.contests += tried.length;
    tally.read += read;
    if (read === tried.length) tally.whole += 1;
    else if (read > 0) tally.part += 1;
    for (const one of tried) {
      const where = one.title === "" ? name : `${name}, ${one.title}`;
      if (!one.ok) {
        const kind = kindOf(one.reason);
        tally.reasons.set(kind, [...(tally.reasons.get(kind) ?? []), `${where}: ${one.reason}`]);
        if (flags.includes("--each")) console.log(`refused ${where}: ${one.reason}`);
      } else {
        if (one.inDoubt) tally.inDoubt += 1;
        if (flags.includes("--votes") && one.counted.length > 0)
          console.log(`${where}: ${one.counted.join(", ")}`);
        if (one.wrong.length === 0) continue;
        tally.wrong += 1;
        wrong.push(`${where}: ${one.wrong.join("; ")}`);
      }
    }
  }
  print(tallies, wrong);
}

function print(tallies: ReadonlyMap<string, Tally>, wrong: readonly string[]): void {
  const head = [
    "format",
    "files",
    "read whole",
    "in part",
    "refused",
    "contests",
    "read",
    "refused",
    "places left out",
    "doubled or lost",
  ];
  const rows = [...tallies].map(
    ([format, { files, whole, part, contests, read, inDoubt, wrong: bad }]) => [
      format,
      ...[
        files,
        whole,
        part,
        files - whole - part,
        contests,
        read,
        contests - read,
        inDoubt,
        bad,
      ].map(String),
    ],
  );
  const aligns = head.map((_, i) => (i === 0 ? "left" : "right"));
  for (const line of table([head, ...rows], aligns)) console.log(line);
  for (const [format, { reasons }] of tallies) {
    if (reasons.size > 0) console.log(`\n${format}, refused`);
    for (const [kind, all] of [...reasons].toSorted(([, a], [, b]) => b.length - a.length)) {
      console.log(`${String(all.length).padStart(7)}  ${kind}`);
      for (const example of all.slice(0, EXAMPLES))
        console.log(`           ${example.slice(0, 300)}`);
    }
  }
  if (wrong.length > 0) console.log("\nvotes that aren't the file's own sums");
  for (const line of wrong) console.log(`  ${line.slice(0, 300)}`);
}

function newTally(): Tally {
  return {
    files: 0,
    whole: 0,
    part: 0,
    contests: 0,
    read: 0,
    inDoubt: 0,
    wrong: 0,
    reasons: new Map(),
  };
}

/** A fault without what is one file's own: names, numbers, what it found. */
function kindOf(reason: string): string {
  return reason
    .replace(/"[^"]*"/g, "…")
    .replace(/^[^:]{1,80}: (?=no votes|.* both match)/, "")
    .replace(/\d[\d,.]*/g, "#")
    .replace(/says # in all for .*?, the rows/, "says # in all for …, the rows")
    .replace(/begins with: .*/, "begins with …")
    .replace(/^.{1,120}, lines # and #/, "…, lines # and #")
    .replace(/.* and .* both match the candidate .*/, "… and … both match one candidate")
    .slice(0, 120);
}

async function filesUnder(root: string): Promise<readonly string[]> {
  const entries = await readdir(root, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .toSorted();
}

function tryFile(bytes: Uint8Array): { readonly format: string; readonly tried: readonly Tried[] } {
  const text = textOf(bytes);
  const refused = (reason: string) => [{ ok: false, title: "", reason } as const];
  if (!text.ok) return { format: "no text", tried: refused(text.faults[0]?.message ?? "") };
  const format = detectFormat(text.value);
  if (format !== null && hasContests(format))
    return { format, tried: tryContests(format, text.value) };
  if (format === "votehub") return { format, tried: tryVoteHub(text.value) };
  const reads = RACES.map((one) => readAs(bytes, one));
  const found = reads.find(({ ok }) => ok);
  const [first] = reads;
  const tried = found
    ? [{ ok: true, title: "", wrong: [], inDoubt: false, counted: [] } as const]
    : refused(first && !first.ok ? (first.faults[0]?.message ?? "") : "");
  return { format: format ?? "no format", tried };
}

function readAs(file: Uint8Array, { names, date, contest }: (typeof RACES)[number]) {
  const race = raceOf(names, date);
  const terms = { ...NOTHING_SAID, source: "sample", asOf: date, contest: contest ?? null };
  return readForRace({ ...terms, file, race, areas: [], section: null });
}

/** A race of these candidates, about which nothing else is known. */
function raceOf(names: readonly string[], date: string): RaceSource {
  return raceSource.parse({
    id: "sample",
    title: "A sample",
    office: "Any office",
    jurisdiction: { name: "Anywhere", ocdId: "ocd-division/country:us" },
    timeZone: "UTC",
    electionDate: date,
    voting: { opens: `${date}T07:00:00Z`, closes: `${date}T19:00:00Z` },
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
