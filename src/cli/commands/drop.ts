import { Command } from "commander";
import { numberArgument, raceIdArgument } from "../arguments.ts";
import type { GlobalOptions, OpenCli } from "../cli.ts";

/** Throws away a change that waits: readers never see it. */
export function dropCommand(open: OpenCli): Command {
  return new Command("drop")
    .summary("throw away a change that waits")
    .description("Throws away a change that waits; what readers see stays as it is.")
    .addArgument(raceIdArgument())
    .addArgument(numberArgument("held", "the change's number"))
    .action(async (id: string, held: number, _options: GlobalOptions, command: Command) => {
      const { output, desk } = open(command.optsWithGlobals<GlobalOptions>());
      await (await desk()).held.drop(id, held);
      output.say(`Dropped ${held}.`);
      output.answer({ ok: true, race: id, dropped: held });
    });
}
