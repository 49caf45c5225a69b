import { setTimeout as sleep } from "node:timers/promises";
import { Argument, Command } from "commander";
import { parseRaceId } from "../arguments.ts";
import type { GlobalOptions, OpenCli } from "../cli.ts";
import type { DeskClient } from "../desk-client.ts";
import { diagnose, type Finding, isInStep } from "../diagnose.ts";
import { CliProblem } from "../problem.ts";

type Options = GlobalOptions & { readonly republish?: boolean };

/** Workers answer from memory for a few seconds before they ask KV again. */
const PATIENCE = { attempts: 8, waitMs: 1000 };

/** Says whether the Worker, KV, the desks and their feeds are well. */
export function doctorCommand(open: OpenCli): Command {
  return new Command("doctor")
    .summary("see whether everything is well")
    .description("Asks the Worker, KV, the desks and their feeds how they are.")
    .addArgument(
      new Argument("[id]", "one race (default: all that readers see)").argParser(parseRaceId),
    )
    .option("--republish", "have the desk write the race to KV again first")
    .action(async (id: string | undefined, _options: Options, command: Command) => {
      const options = command.optsWithGlobals<Options>();
      const { output, desk } = open(options);
      const client = await desk();
      if (options.republish === true) {
        if (id === undefined) throw new CliProblem("usage", "say which race is to be republished");
        await client.republish(id);
      }
      const findings: Finding[] = [
        (await client.health())
          ? {
              about: "Worker",
              well: true,
              message: `answers at ${client.url}, and so does its store`,
            }
          : {
              about: "Worker",
              well: false,
              message: "answers, but can't read KV: see its logs (npx wrangler tail)",
            },
      ];
      for (const race of id === undefined ? await raceIds(client) : [id])
        findings.push(...(await examine(client, race)));
      for (const { about, well, message } of findings)
        output.say(
          `${well ? output.paint("green", "ok ") : output.paint("red", "bad")} ${about}: ${message}`,
        );
      const bad = findings.filter(({ well }) => !well).length;
      if (bad > 0)
        throw new CliProblem(
          "problem",
          bad === 1 ? "one thing is wrong" : `${bad} things are wrong`,
          {
            details: { findings },
          },
        );
      output.answer({ ok: true, findings });
    });
}

async function examine(client: DeskClient, race: string): Promise<readonly Finding[]> {
  for (let attempt = 1; ; attempt++) {
    const summary = await client.summary(race);
    const published = await client.published(race);
    const inStep = summary === null || isInStep(summary.publishing.publication, published);
    if (inStep || attempt === PATIENCE.attempts) return diagnose(race, summary, published);
    await sleep(PATIENCE.waitMs);
  }
}

async function raceIds(client: DeskClient): Promise<readonly string[]> {
  return (await client.races()).map(({ id }) => id);
}
