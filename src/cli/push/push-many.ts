import type { Cli } from "../cli.ts";
import type { DeskClient } from "../client/desk-client.ts";
import { CliProblem } from "../problem.ts";
import type { Job, ManyJobs } from "./job.ts";
import { type Done, forecastOf, planMany, sendMany, showMany } from "./many.ts";

type Options = { readonly dryRun?: boolean; readonly yes?: boolean };

/** Contests that the table lists; `--json` has them all. */
const MAX_LISTED = 20;

/**
 * Sends to many races: shows what each would come to, asks once, and sends several at a time. One
 * that is refused stops no other.
 */
export async function pushMany(
  { output, ask }: Pick<Cli, "output" | "ask">,
  client: DeskClient,
  jobs: readonly Job[],
  options: Options,
  beside: Omit<ManyJobs, "jobs"> = { without: [], notTaken: [] },
): Promise<void> {
  const plans = await planMany(client, jobs, output);
  const forecast = plans.map(forecastOf);
  const ready = forecast.filter(({ status }) => status === "ready");
  const tell = (done: readonly Done[]) => ({ races: done, ...beside });
  if (options.dryRun === true || ready.length === 0) {
    showMany(output, forecast, beside, MAX_LISTED);
    output.say(ready.length === 0 ? "Nothing to push." : "Nothing was changed.");
    return finish(forecast, tell(forecast));
  }
  if (options.yes !== true) {
    showMany(output, forecast, beside, MAX_LISTED);
    await ask(`Send to ${ready.length} races at ${client.url}?`);
  }
  const done = await sendMany(client, plans, output);
  showMany(output, done, beside, MAX_LISTED);
  finish(done, tell(done));

  function finish(all: readonly Done[], details: Readonly<Record<string, unknown>>): void {
    const count = (status: Done["status"]) => all.filter((one) => one.status === status).length;
    const [refused, held] = [count("refused"), count("held")];
    if (refused > 0)
      throw new CliProblem("problem", `${refused} of ${all.length} races were refused`, {
        details,
      });
    if (all.length === 0)
      throw new CliProblem("problem", "the file has no contest of these races", { details });
    if (held > 0)
      throw new CliProblem(
        "held",
        `of ${held} of ${all.length} races something waits to be released: topline held <race>`,
        { details },
      );
    output.answer({ ok: true, ...details });
  }
}
