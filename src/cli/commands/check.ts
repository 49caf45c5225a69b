import { stat } from "node:fs/promises";
import { join } from "node:path";
import { Command } from "commander";
import type { GlobalOptions, OpenCli } from "../cli.ts";
import { CliProblem } from "../problem.ts";
import { readRaceFolder } from "../race-folder.ts";

/** Says everything that is wrong with a file or a folder, and changes nothing. */
export function checkCommand(open: OpenCli): Command {
  return new Command("check")
    .summary("say what is wrong with a file or a folder")
    .description(
      "Says everything that is wrong with a file or a race's folder, and changes nothing.",
    )
    .argument("<path>", "a race's folder, or a file in any known format")
    .action(async (path: string, _options: GlobalOptions, command: Command) => {
      const { output } = open(command.optsWithGlobals<GlobalOptions>());
      const found = await stat(path).catch(() => null);
      if (found === null) throw new CliProblem("usage", `there is no ${path}`);
      const read = await readRaceFolder(path);
      if (!read.ok)
        throw new CliProblem("problem", "x", {
          faults: read.faults.map((f) => ({ ...f, file: join(path, f.file) })),
        });
      output.answer({ ok: true });
    });
}
