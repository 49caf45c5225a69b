import { Command } from "commander";
import { numberArgument, raceIdArgument } from "../arguments.ts";
import type { GlobalOptions, OpenCli } from "../cli.ts";
import { dataAt } from "../data-at.ts";
import { readersSee } from "../forecast.ts";
import { CliProblem } from "../problem.ts";
import { showForecast } from "../show.ts";

/** Says what readers see differently between two revisions. */
export function diffCommand(open: OpenCli): Command {
  return new Command("diff")
    .summary("compare two revisions")
    .description("Shows what readers see differently between two revisions.")
    .addArgument(raceIdArgument())
    .addArgument(numberArgument("n", "the revision to compare"))
    .addArgument(numberArgument("m", "with this one"))
    .action(async (id: string, n: number, m: number, _options: GlobalOptions, command: Command) => {
      const options = command.optsWithGlobals<GlobalOptions>();
      const { output, desk } = open(options);
      const client = await desk();
      const revisions = await client.history.all(id);
      const [before, after] = await Promise.all([
        dataAt(client, id, revisions, n),
        dataAt(client, id, revisions, m),
      ]);
      if (after === null) throw new CliProblem("problem", `at revision ${m} there was no race`);
      const changes = readersSee(before, after, new Date().toISOString());
      showForecast(output, `${id}, r${n} to r${m}`, { changes, reasons: [] });
      output.answer({ ok: true, race: id, from: n, to: m, changes });
    });
}
