import { Command } from "commander";
import { numberArgument, raceIdArgument } from "../arguments.ts";
import type { GlobalOptions, OpenCli } from "../cli.ts";
import { reportAnswer } from "../report-answer.ts";

type Options = GlobalOptions & { readonly note?: string };

/** Releases a change that waits. Refused where the section has moved since it was sent. */
export function approveCommand(open: OpenCli): Command {
  return new Command("approve")
    .summary("release a change that waits")
    .description("Releases a change that waits; `topline held` shows what it would do.")
    .addArgument(raceIdArgument())
    .addArgument(numberArgument("held", "the change's number"))
    .option("--note <text>", "why it is right, for the history")
    .action(async (id: string, held: number, _options: Options, command: Command) => {
      const options = command.optsWithGlobals<Options>();
      const { output, desk } = open(options);
      const { note } = options;
      const answer = await (await desk()).approve(id, held, { note });
      reportAnswer(output, answer);
      output.answer({ ok: true, race: id, answer });
    });
}
