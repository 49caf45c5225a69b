import { join } from "node:path";
import { Command, Option } from "commander";
import { type Section, SECTIONS } from "../../race/sections/index.ts";
import { raceId } from "../../race/schema/common.ts";
import type { RaceData } from "../../race/schema/data.ts";
import { checkFolders } from "../folder/check-folders.ts";
import { checkPath } from "../folder/check-path.ts";
import { foldersOf } from "../folder/folders-of.ts";
import type { Cli, GlobalOptions, OpenCli } from "../cli.ts";
import { type FileFlags, fileOptions, optionsHint, withFileOptions } from "../file-options.ts";
import { CliProblem } from "../problem.ts";
import { readersOf } from "../readers/readers.ts";
import { showReaders } from "../readers/show-readers.ts";
import { raceAtDesk, raceBeside, type RaceForFile, raceIn } from "../folder/race-of.ts";

type Options = GlobalOptions & FileFlags & { readonly race?: string; readonly section?: Section };

/** Says everything that is wrong with a file or a folder, and changes nothing. */
export function checkCommand(open: OpenCli): Command {
  return withFileOptions(new Command("check"))
    .summary("say what is wrong with a file or a folder")
    .description(
      "Says everything that is wrong with a race's folder or a file, line by line, shows what readers would see of it, and changes nothing.",
    )
    .argument("<path>", "a race's folder, a folder of such, or a file in any known format")
    .option(
      "--race <race>",
      "the race it is for, by id or folder, where no race.json lies beside it",
    )
    .addOption(new Option("--section <name>", "what it is to fill").choices(SECTIONS))
    .action(async (path: string, _options: Options, command: Command) => {
      const options = command.optsWithGlobals<Options>();
      const cli = open(options);
      const { output } = cli;
      const request = fileOptions({ ...options, section: options.section ?? null });
      const now = new Date().toISOString();
      const folders = await foldersOf(path);
      if (folders.length > 0) return checkFolders(output, path, folders, request);
      const checked = await checkPath(
        path,
        { ...request, others: options.others ?? [], reading: output.reading },
        () => findRace(cli, path, options.race),
        now,
      );
      if (!checked.ok) {
        const { faults } = checked;
        const count = faults.length === 1 ? "1 fault" : `${faults.length} faults`;
        throw new CliProblem("problem", count + optionsHint(faults), { faults });
      }
      for (const warning of checked.warnings) output.warn(warning);
      output.say(`${path}: ${output.paint("green", "no faults")}. ${checked.holds}`);
      const { holds, facts, data, warnings } = checked;
      const readers = data === null ? {} : readersOf(data, latest(data, now));
      if (data !== null) showReaders(output, readers, data);
      output.answer({ ok: true, path, holds, ...facts, readers, warnings });
    });
}

/** A count that is dated ahead of this machine's clock is shown as readers get it then. */
function latest({ results }: RaceData, now: string): string {
  return (results?.counts ?? []).reduce(
    (last, { asOf }) => (Date.parse(asOf) > Date.parse(last) ? asOf : last),
    now,
  );
}

/** The race of the folder the file is in, or of the one in races/, or else as its desk has it. */
async function findRace(cli: Cli, path: string, said: string | undefined): Promise<RaceForFile> {
  const race =
    said === undefined
      ? await raceBeside(path)
      : ((await raceIn(said)) ?? (await raceIn(join("races", said))));
  if (race !== null) return { race, areas: [], isFirst: true };
  if (said === undefined)
    throw new CliProblem("usage", `which race is ${path} for? Say --race <id or folder>`);
  if (!raceId.safeParse(said).success)
    throw new CliProblem("usage", `there is no race.json in ${said}`);
  return raceAtDesk(await cli.desk(), said);
}
