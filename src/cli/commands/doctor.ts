import { setTimeout as sleep } from "node:timers/promises";
import { Argument, Command } from "commander";
import type { DeskList } from "../../contract/desk/desks.ts";
import { parseRaceId } from "../arguments.ts";
import type { GlobalOptions, OpenCli } from "../cli.ts";
import type { DeskClient } from "../client/desk-client.ts";
import { diagnose, diagnoseSettings, type Finding, isInStep } from "../diagnose.ts";
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
      new Argument("[id]", "one race (default: every race that was ever put)").argParser(
        parseRaceId,
      ),
    )
    .option(
      "--republish",
      "first have the desks write everything to KV again that KV lacks; with an id, all of that race",
    )
    .action(async (id: string | undefined, _options: Options, command: Command) => {
      const options = command.optsWithGlobals<Options>();
      const { output, desk } = open(options);
      const client = await desk();
      const list = await client.desks();
      const races = id === undefined ? await raceIds(client, list) : [id];
      if (options.republish === true) {
        const wanted = id === undefined ? await outOfStep(client, races) : races;
        for (const race of wanted) await client.republish(race);
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
        ...diagnoseSettings(list),
      ];
      for (const race of races) findings.push(...(await examine(client, race)));
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
    const found = await look(client, race);
    if (isWell(found) || attempt === PATIENCE.attempts)
      return diagnose(race, found.summary, found.published, found.stored);
    await sleep(PATIENCE.waitMs);
  }
}

/** What a desk says of itself, what KV has of its race, and what a reader gets. */
async function look(client: DeskClient, race: string) {
  const summary = await client.summary(race);
  const stored = summary && (await client.stored(race));
  return { summary, stored, published: await client.published(race) };
}

function isWell({ summary, stored, published }: Awaited<ReturnType<typeof look>>): boolean {
  if (summary === null || stored === null) return true;
  const { missing, different, unexpected } = stored;
  const whole = missing.length + different.length + unexpected.length === 0;
  return whole && isInStep(summary.publishing.publication, published);
}

/** Every race that has a desk, and those that only readers know. */
async function raceIds(client: DeskClient, { desks }: DeskList): Promise<readonly string[]> {
  const seen = (await client.races()).map(({ id }) => id);
  return [...new Set([...desks.map(({ race }) => race), ...seen])].toSorted();
}

/** The races whose keys KV has lost or has in another version. */
async function outOfStep(client: DeskClient, races: readonly string[]): Promise<readonly string[]> {
  const lacking: string[] = [];
  for (const race of races) {
    const stored = await client.stored(race);
    if (stored === null) continue;
    const { missing, different, unexpected } = stored;
    if (missing.length + different.length + unexpected.length > 0) lacking.push(race);
  }
  return lacking;
}
