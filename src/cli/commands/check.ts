import { join } from "node:path";
import { Command, Option } from "commander";
import { type Section, SECTIONS } from "../../race/sections/index.ts";
import { parseRaceId } from "../arguments.ts";
import { checkPath } from "../folder/check-path.ts";
import type { Cli, GlobalOptions, OpenCli } from "../cli.ts";
import { type FileFlags, fileOptions, optionsHint, withFileOptions } from "../file-options.ts";
import { CliProblem } from "../problem.ts";
import { raceAtDesk, raceBeside, type RaceForFile, raceIn } from "../folder/race-of.ts";

type Options = GlobalOptions & FileFlags & { readonly race?: string; readonly section?: Section };

/** Says everything that is wrong with a file or a folder, and changes nothing. */
export function checkCommand(open: OpenCli): Command {
  return withFileOptions(new Command("check"))
    .summary("say what is wrong with a file or a folder")
    .description(
      "Says everything that is wrong with a race's folder or a file, line by line, and changes nothing.",
    )
    .argument("<path>", "a race's folder, or a file in any known format")
    .option("--race <id>", "the race it is for, where no race.json lies beside it", parseRaceId)
    .addOption(new Option("--section <name>", "what it is to fill").choices(SECTIONS))
    .action(async (path: string, _options: Options, command: Command) => {
      const options = command.optsWithGlobals<Options>();
      const cli = open(options);
      const { output } = cli;
      const request = fileOptions({ ...options, section: options.section ?? null });
      const checked = await checkPath(path, request, () => findRace(cli, path, options.race));
      if (!checked.ok) {
        const { faults } = checked;
        const count = faults.length === 1 ? "1 fault" : `${faults.length} faults`;
        throw new CliProblem("problem", count + optionsHint(faults), { faults });
      }
      for (const warning of checked.warnings) output.warn(warning);
      output.say(`${path}: ${output.paint("green", "no faults")}. ${checked.holds}`);
      const { holds, facts, warnings } = checked;
      output.answer({ ok: true, path, holds, ...facts, warnings });
    });
}

/** The race of the folder the file is in, or of the one in races/, or else as its desk has it. */
async function findRace(cli: Cli, path: string, id: string | undefined): Promise<RaceForFile> {
  const race = id === undefined ? await raceBeside(path) : await raceIn(join("races", id));
  if (race !== null) return { race, areas: [] };
  if (id === undefined) throw new CliProblem("usage", `which race is ${path} for? Say --race <id>`);
  return raceAtDesk(await cli.desk(), id);
}
