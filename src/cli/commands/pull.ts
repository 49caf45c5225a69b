import { join } from "node:path";
import { Command } from "commander";
import type { GlobalOptions, OpenCli } from "../cli.ts";
import { asRaceData, readDeskData } from "../desk-data.ts";
import { raceIdArgument } from "../arguments.ts";
import { CliProblem } from "../problem.ts";
import { planRaceFolder, writeRaceFolder } from "../folder/write-race-folder.ts";

type Options = GlobalOptions & { readonly yes?: boolean };

/** Writes what a desk has into a folder: pushing it again changes nothing. */
export function pullCommand(open: OpenCli): Command {
  return new Command("pull")
    .summary("write what the desk has into a folder")
    .description("Writes race.json and a CSV per section, as the desk has them.")
    .addArgument(raceIdArgument())
    .argument("[folder]", "where (default: races/<id>)")
    .option("--yes", "write over files that differ without asking")
    .action(async (id: string, where: string | undefined, _options: Options, command: Command) => {
      const options = command.optsWithGlobals<Options>();
      const { output, ask, desk } = open(options);
      const data = asRaceData(readDeskData(await (await desk()).sources.all(id)));
      if (data === null) throw new CliProblem("problem", `there is no race ${id} at this desk`);
      const folder = where ?? join("races", id);
      const files = await planRaceFolder(data, folder);
      const lost = files.filter(({ state }) => state === "different").map(({ name }) => name);
      if (lost.length > 0 && options.yes !== true)
        await ask(`Write over ${lost.join(", ")} in ${folder}, which differ from the desk?`);
      await writeRaceFolder(files, folder);
      for (const { name, state } of files) output.say(`${join(folder, name)}: ${WRITTEN[state]}`);
      output.answer({
        ok: true,
        race: id,
        folder,
        files: files.map(({ name, state }) => ({ name, state })),
      });
    });
}

const WRITTEN = { new: "written", same: "the same", different: "written over" } as const;
