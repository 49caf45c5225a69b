import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { date as dateSchema } from "../../race/schema/common.ts";
import { chooseFormat } from "../../formats/choose-format.ts";
import type { Format } from "../../formats/format.ts";
import { FORMATS } from "../../formats/formats.ts";
import { textOf } from "../../formats/read-for-race.ts";
import type { ReadResult } from "../../formats/text/faults.ts";
import { fileOptions } from "../file-options.ts";
import type { Output } from "../output.ts";
import { CliProblem } from "../problem.ts";
import { table } from "../table.ts";
import { type OutlinedRace, raceOfOutline } from "./race-of-outline.ts";

type From = {
  readonly path: string;
  readonly folder: string;
  readonly prefix: string;
  readonly date: string | null;
  readonly timeZone: string;
};

/**
 * Makes a race's folder for each contest of a file, with what the file says of it, and tells what
 * somebody still has to fill in. Nothing that is there already is written over.
 */
export async function initFrom(output: Output, from: From): Promise<void> {
  const { path, folder, prefix, timeZone } = from;
  if (from.date !== null && !dateSchema.safeParse(from.date).success)
    throw new CliProblem("usage", `--date must be a date like 2026-11-03, found ${from.date}`);
  const text = good(textOf(await readFile(path).catch(() => noFile(path))), path);
  const { format } = good(chooseFormat(text, fileOptions({ section: null })), path);
  const { outlines, name, title }: Format = format;
  if (outlines === undefined) {
    const can = Object.values(FORMATS).filter((one: Format) => one.outlines !== undefined);
    throw new CliProblem(
      "problem",
      `${title} doesn't say enough of its contests: races are made from ${can.map((one) => one.title).join("; ")}`,
    );
  }
  const taken = new Set<string>();
  const all = good(outlines(text), path);
  const some = all.filter(({ candidates }) => candidates.length > 0);
  const races = some.map((outline): OutlinedRace => {
    const one = raceOfOutline(outline, { format: name, prefix, date: from.date, timeZone, taken });
    taken.add(one.race.id);
    return one;
  });
  const written: { id: string; folder: string; title: string; missing: readonly string[] }[] = [];
  for (const { race, missing } of races) {
    const own = join(folder, race.id);
    await mkdir(own, { recursive: true });
    await writeNew(join(own, "race.json"), `${JSON.stringify(race, null, 2)}\n`);
    written.push({ id: race.id, folder: own, title: race.title, missing });
  }
  for (const line of table(written.map((one) => [one.folder, one.title]))) output.say(line);
  if (all.length > some.length)
    output.say(`Left out: ${all.length - some.length} contests that name no candidate.`);
  const missing = [...new Set(written.flatMap((one) => one.missing))];
  output.say(
    `Made ${written.length} folders. The file doesn't say, so fill in: ${missing.join("; ")}.`,
  );
  output.say(`The time zone of all is ${timeZone}; --time-zone says another.`);
  output.say(`Then: topline check ${folder}, and topline push ${folder}`);
  output.answer({ ok: true, races: written });
}

async function writeNew(path: string, text: string): Promise<void> {
  await writeFile(path, text, { flag: "wx" }).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== "EEXIST") throw error;
    throw new CliProblem("usage", `${path} is there already: choose another --folder or prefix`);
  });
}

function noFile(path: string): never {
  throw new CliProblem("usage", `there is no ${path}`);
}

function good<T>(read: ReadResult<T>, path: string): T {
  if (read.ok) return read.value;
  throw new CliProblem("problem", "nothing was made: mend the faults first", {
    faults: read.faults.map((fault) => ({ ...fault, file: path })),
  });
}
