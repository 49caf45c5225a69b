import { spawnSync } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { raceTemplate } from "../../src/cli/folder/race-template.ts";
import { NOTHING_SAID } from "../../src/formats/format.ts";
import { readForRace } from "../../src/formats/read-for-race.ts";
import { raceSource } from "../../src/race/schema/race.ts";

/**
 * How much memory and time a whole state's precincts take: an OpenElections file of so many rows,
 * read for a race in a process of its own.
 *
 *     node bench/formats/large-file.ts [rows]
 *
 * Ends with exit code 1 above a gigabyte.
 */
const ROWS = 400_000;
const MAX_MB = 1024;
const COUNTIES = 100;
/** Contests of one precinct, each with two candidates. */
const CONTESTS = 20;

/** Those of the race that `topline init` begins with. */
const CANDIDATES = ["First Candidate", "Second Candidate"];

const [what, path] = process.argv.slice(2);
if (what === "read" && path !== undefined) {
  const started = performance.now();
  const read = readForRace({
    ...NOTHING_SAID,
    file: await readFile(path),
    source: "office",
    asOf: "2026-11-03T22:00:00-05:00",
    contest: "Governor",
    race: raceSource.parse(
      raceTemplate({
        id: "us-xx-large",
        title: "TEST governor",
        date: "2026-11-03",
        timeZone: "America/New_York",
      }),
    ),
    areas: [],
    section: null,
  });
  const ms = Math.round(performance.now() - started);
  const votes = read.ok ? (read.value.bodies.results?.counts ?? []) : [];
  const sum = votes
    .filter(({ measure }) => measure === "votes")
    .reduce((total, { value }) => total + value, 0);
  const mb = Math.round(process.resourceUsage().maxRSS / 1024);
  console.log(JSON.stringify({ ok: read.ok, sum, ms, mb }));
} else {
  await measured(Number(what ?? ROWS));
}

async function measured(rows: number): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "topline-large-"));
  try {
    const file = join(folder, "precincts.csv");
    const { text, sum } = fileOf(rows);
    await writeFile(file, text);
    const run = spawnSync(process.execPath, [import.meta.filename, "read", file], {
      encoding: "utf8",
    });
    if (run.status !== 0) throw new Error(run.stderr);
    const found = JSON.parse(run.stdout);
    const size = Math.round(text.length / 1e6);
    console.log(`${rows} rows, ${size} MB of text: ${found.mb} MB of memory, ${found.ms} ms`);
    if (!found.ok || found.sum !== sum)
      throw new Error(`${found.sum} votes read, ${sum} in the file`);
    if (found.mb > MAX_MB) process.exitCode = 1;
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** Made-up returns, and what the race's two candidates have in them. */
function fileOf(rows: number): { readonly text: string; readonly sum: number } {
  const lines = ["county,precinct,office,district,party,candidate,votes,election_day,early_voting"];
  let sum = 0;
  for (let i = 0; i < rows; i += 1) {
    const contest = Math.floor(i / 2) % CONTESTS;
    const precinct = Math.floor(i / (2 * CONTESTS));
    const office = contest === 0 ? "Governor" : `Judge, Seat ${contest}`;
    const person = contest === 0 ? CANDIDATES[i % 2] : `TEST ${i % 2} of ${contest}`;
    const [day, early] = [(i * 7) % 400, (i * 13) % 300];
    if (contest === 0) sum += day + early;
    lines.push(
      `County ${precinct % COUNTIES},Precinct ${precinct},"${office}",,IND,${person},${day + early},${day},${early}`,
    );
  }
  return { text: `${lines.join("\n")}\n`, sum };
}
