import { readFile } from "node:fs/promises";
import { setTimeout as sleep } from "node:timers/promises";
import { Command, InvalidArgumentError } from "commander";
import { parseRaceId } from "../arguments.ts";
import type { GlobalOptions, OpenCli } from "../cli.ts";
import { readDeskBody, readDeskData } from "../desk-data.ts";
import { CliProblem } from "../problem.ts";
import { readEventsCsv } from "../replay/events.ts";
import { reportsLeft } from "../replay/reports-left.ts";
import { play, standing } from "../replay/play.ts";
import { clearResults } from "../replay/clear-results.ts";

type Options = GlobalOptions & {
  readonly race: string;
  readonly speed: number;
  readonly reset?: boolean;
  readonly yes?: boolean;
};

/** Plays a recorded night through the real write path, into a rehearsal race. */
export function replayCommand(open: OpenCli): Command {
  return new Command("replay")
    .summary("play a recorded night into a rehearsal race")
    .description(
      "Plays a recorded night into a race with test: true, as a newsroom would send it in. Broken off, it goes on where it stopped.",
    )
    .argument("<events.csv>", "the counts and their moments; docs/data.md has the columns")
    .requiredOption("--race <id>", "the race; it must have test: true", parseRaceId)
    .option(
      "--speed <n>",
      "how many times as fast as it was; 60 plays an hour in a minute",
      parseSpeed,
      60,
    )
    .option("--reset", "take the race's results away first, and play from the start")
    .option("--yes", "don't ask")
    .action(async (file: string, _options: Options, command: Command) => {
      const options = command.optsWithGlobals<Options>();
      const { output, ask, desk } = open(options);
      const { race: id, speed } = options;
      const client = await desk();
      const race = readDeskData(await client.sources.all(id)).race;
      if (race === null)
        throw new CliProblem(
          "problem",
          `there is no race ${id} at this desk: topline push its folder first`,
        );
      if (!race.test)
        throw new CliProblem(
          "usage",
          `${id} is no rehearsal: a replay is only played into a race whose race.json says "test": true`,
        );
      const read = readEventsCsv(await textOf(file), race);
      if (!read.ok)
        throw new CliProblem("problem", `${file} has faults: mend them first`, {
          faults: read.faults.map((fault) => ({ ...fault, file })),
        });
      if (options.yes !== true)
        await ask(`Play ${read.value.length} reports into ${race.title} at ${client.url}?`);
      if (options.reset === true) await clearResults(client, id, output);
      const before = await client.sources.get(id, "results");
      const results =
        before && readDeskBody("results", JSON.parse(new TextDecoder().decode(before.body)));
      const left = reportsLeft(read.value, results?.counts ?? []);
      const from = read.value.length - left.length;
      if (left.length === 0) output.note("The race has it all already; --reset plays it again.");
      else if (from > 0) output.note(`Going on after ${from} reports that the race has already.`);
      const end = await play(left, {
        race,
        client,
        output,
        speed,
        results,
        etag: before?.etag ?? null,
        now: Date.now,
        wait: sleep,
      });
      const sentence = end === null ? "no counts" : standing(race, end);
      const played = left.length;
      output.event(
        { ok: true, race: id, played, standing: sentence },
        `Played ${played} reports: ${sentence}.`,
      );
    });
}

function parseSpeed(value: string): number {
  const speed = Number(value);
  if (!(speed > 0)) throw new InvalidArgumentError("It must be a number above 0.");
  return speed;
}

async function textOf(file: string): Promise<string> {
  return readFile(file, "utf8").catch((error: NodeJS.ErrnoException) => {
    throw new CliProblem("usage", `${file} can't be read (${error.code ?? error.message})`);
  });
}
