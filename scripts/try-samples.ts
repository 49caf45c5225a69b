import { readdir, readFile as readBytes } from "node:fs/promises";
import { join, relative } from "node:path";
import type { Candidate } from "../src/race/schema/race.ts";
import { detect } from "../src/formats/detect.ts";
import { readFile, type FileRead } from "../src/formats/read.ts";

/**
 * Reads every file under a folder and prints what came of it, file by file:
 *
 *     node scripts/try-samples.ts <folder>
 *
 * A file is read for each of the races below; what fits none of them is shown with the reason.
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
  for (const file of await filesUnder(folder)) {
    const bytes = await readBytes(file);
    console.log(relative(folder, file));
    for (const line of tried(bytes)) console.log(`    ${line}`);
  }
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
    const race = { candidates: names.map(candidate) };
    const read = readFile({ file: bytes, race, source: "sample", asOf: AS_OF, contest });
    return { names, read, ms: Math.round(performance.now() - start) };
  });
  const lines = reads.flatMap(({ names, read, ms }) =>
    read.ok
      ? [
          `${read.value.format}, ${names.join(" / ")}: ${rows(read.value)} (${ms} ms)`,
          ...read.warnings.map((w) => `  warning: ${placed(w.line, w.message)}`),
        ]
      : [],
  );
  if (lines.length > 0) return lines;
  const [first] = reads;
  const format = detect(new TextDecoder().decode(bytes))?.format ?? "no format";
  if (first === undefined || first.read.ok) return [format];
  return [
    `${format}: refused`,
    ...first.read.faults.slice(0, 3).map((f) => `  ${placed(f.line, f.message)}`),
  ];
}

function rows({ section, source }: FileRead): string {
  switch (section) {
    case "polls": {
      const surveys = new Set(source.polls.map((poll) => poll.survey));
      return `${source.polls.length} questions in ${surveys.size} surveys`;
    }
    case "money":
      return `${source.entries.length} sums`;
    case "turnout":
    case "results": {
      const total = source.counts.length;
      return `${total} counts`;
    }
  }
}

function placed(line: number | null, message: string): string {
  const text = message.length > 300 ? `${message.slice(0, 300)}…` : message;
  return line === null ? text : `line ${line}: ${text}`;
}

function candidate(name: string): Candidate {
  const id = name.toLowerCase().replace(/[^a-z]+/g, "-");
  const shortName = name.split(" ").at(-1) ?? name;
  const party = { code: "X", name: "Any party" };
  return { id, name, shortName, party, incumbent: false, aliases: [] };
}
