import { Command } from "commander";
import { numberArgument, raceIdArgument } from "../arguments.ts";
import type { GlobalOptions, OpenCli } from "../cli.ts";
import type { HeldChange } from "../../contract/desk/held.ts";
import type { DeskClient } from "../client/desk-client.ts";
import { CliProblem } from "../problem.ts";
import { showReasons } from "../show.ts";
import { heldProblem, reportAnswer, waitingIn } from "../report-answer.ts";

type Options = GlobalOptions & { readonly note?: string; readonly seen?: string };

/** Releases what waits; what its sender has sent since is judged by that. */
export function approveCommand(open: OpenCli): Command {
  return new Command("approve")
    .summary("release a change that waits")
    .description("Releases a change that waits; `topline held` shows what it would do.")
    .addArgument(raceIdArgument())
    .addArgument(numberArgument("held", "the change's number"))
    .option(
      "--seen <mark>",
      "what you looked at, as topline held marks it; anything else is refused",
    )
    .option("--note <text>", "why it is right, for the history")
    .action(async (id: string, held: number, _options: Options, command: Command) => {
      const options = command.optsWithGlobals<Options>();
      const { output, desk } = open(options);
      const { note, seen } = options;
      const client = await desk();
      const { body, reasons } = await lookAt(client, id, held);
      if (seen !== undefined && !body?.startsWith(seen))
        throw new CliProblem(
          "conflict",
          `what waits as ${held} isn't what you saw any more: topline held ${id} shows it`,
        );
      showReasons(output, reasons);
      const answer = await client.held.approve(id, held, body, { note });
      reportAnswer(output, answer);
      // What its sender has sent since was judged by what is released now.
      const waiting = waitingIn(answer);
      if (waiting.length > 0) throw heldProblem(id, waiting);
      output.answer({ ok: true, race: id, answer });
    });
}

/** What waits; a token that may release but not read releases what waits when it asks. */
async function lookAt(
  client: DeskClient,
  race: string,
  held: number,
): Promise<Pick<HeldChange, "reasons"> & { readonly body: string | null | undefined }> {
  return client.held.get(race, held).catch((error: unknown) => {
    if (error instanceof CliProblem && error.exit === "refused")
      return { reasons: [], body: undefined };
    throw error;
  });
}
