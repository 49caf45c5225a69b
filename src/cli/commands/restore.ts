import { Command } from "commander";
import { numberArgument, raceIdArgument } from "../arguments.ts";
import type { GlobalOptions, OpenCli } from "../cli.ts";
import type { Terms } from "../client/terms.ts";
import { heldProblem, reportAnswer, waitingIn } from "../report-answer.ts";
import { showForecast } from "../show.ts";

type Options = GlobalOptions & {
  readonly note?: string;
  readonly correction?: string;
  readonly dryRun?: boolean;
  readonly yes?: boolean;
};

/** Brings a section back to what an earlier revision stored; a new revision, so nothing is lost. */
export function restoreCommand(open: OpenCli): Command {
  return new Command("restore")
    .summary("bring back what an earlier revision stored")
    .description("Brings one section back to what revision n stored, as a revision of its own.")
    .addArgument(raceIdArgument())
    .addArgument(numberArgument("n", "the revision to go back to"))
    .option("--correction <text>", "what was wrong, as readers are told")
    .option("--note <text>", "why, for the history")
    .option("--dry-run", "only show what would change")
    .option("--yes", "don't ask")
    .action(async (id: string, n: number, _options: Options, command: Command) => {
      const options = command.optsWithGlobals<Options>();
      const { output, ask, desk } = open(options);
      const { note, correction } = options;
      const terms: Terms = { note, correction };
      const client = await desk();
      const { section } = await client.history.get(id, n);
      const etag = (await client.sources.get(id, section))?.etag ?? null;
      const preview = await client.history.restore(id, n, etag, { ...terms, dryRun: true });
      if (preview.status === "preview") showForecast(output, `${section} as in r${n}`, preview);
      if (preview.status === "unchanged" || options.dryRun === true) {
        if (preview.status === "unchanged") reportAnswer(output, preview);
        output.answer({ ok: true, race: id, answer: preview });
        return;
      }
      if (options.yes !== true) await ask(`Bring ${section} back to r${n}?`);
      const answer = await client.history.restore(id, n, etag, terms);
      reportAnswer(output, answer);
      const waiting = waitingIn(answer);
      if (waiting.length > 0) throw heldProblem(id, waiting);
      output.answer({ ok: true, race: id, answer });
    });
}
