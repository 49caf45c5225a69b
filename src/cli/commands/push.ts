import { basename } from "node:path";
import { Command, Option } from "commander";
import { SOURCE_NAMES, type SourceName } from "../../race/check.ts";
import { parseRaceId } from "../arguments.ts";
import type { GlobalOptions, OpenCli } from "../cli.ts";
import type { DeskClient } from "../client/desk-client.ts";
import { foldersOf } from "../folder/folders-of.ts";
import type { Output } from "../output.ts";
import { pushMany } from "../push/push-many.ts";
import type { ManyJobs } from "../push/job.ts";
import { racesOfFile } from "../push/races-of-file.ts";
import { type FileFlags, withFileOptions } from "../file-options.ts";
import { CliProblem } from "../problem.ts";
import { findSteps } from "../push/find-steps.ts";
import type { PushTerms } from "../push/step.ts";
import { isBoardFolder, pushBoardFolder } from "../push/push-board.ts";
import { previewSteps, sendSteps } from "../push/send.ts";
import type { Previewed } from "../push/step.ts";
import { heldProblem, waitingIn } from "../report-answer.ts";
import { showForecast } from "../show.ts";

type PushOptions = GlobalOptions &
  FileFlags & {
    readonly race?: string;
    readonly races?: string;
    readonly section?: SourceName;
    readonly merge?: boolean;
    readonly replace?: boolean;
    readonly correction?: string;
    readonly note?: string;
    readonly writeAreas?: boolean;
    readonly yes?: boolean;
    readonly dryRun?: boolean;
  };

/** Sends a folder or a file to the desk: shows what readers would see, asks, and stores. */
export function pushCommand(open: OpenCli): Command {
  return withFileOptions(new Command("push"))
    .summary("send a race's folder, or one file, to the desk")
    .description(
      "Shows what readers would see change, asks, and stores it. Only sections that differ are sent, and none that somebody else has changed meanwhile.",
    )
    .argument(
      "<path>",
      "a race's or a board's folder, a folder of races, or a file in any known format",
    )
    .option("--races <glob>", "give each race of that name its contest of the file: 'us-xx-*'")
    .option("--race <id>", "the race, where the path doesn't say it", parseRaceId)
    .addOption(new Option("--section <name>", "only this section").choices(SOURCE_NAMES))
    .option("--merge", "add the file's rows to the section and keep the others")
    .option("--replace", "make the file the whole section")
    .option("--correction <text>", "what was wrong, as readers are told")
    .option("--note <text>", "why, for the history")
    .option("--write-areas", "list a first count's areas in race.json, if it lists none")
    .option("--dry-run", "only show what would change")
    .option("--yes", "don't ask")
    .action(async (path: string, _options: PushOptions, command: Command) => {
      const options = command.optsWithGlobals<PushOptions>();
      const { output, ask, desk } = open(options);
      const client = await desk();
      if (await isBoardFolder(path)) return pushBoardFolder({ output, ask }, client, path, options);
      const hands = { ask, reading: output.reading };
      const many = await jobsOf(client, path, options, output, termsOf(options, hands));
      if (many !== null)
        return pushMany({ output, ask }, client, many.jobs, options, {
          without: many.without,
          notTaken: many.notTaken,
        });
      const found = await findSteps(client, path, termsOf(options, hands));
      const { race, steps, warnings } = found;
      for (const warning of warnings) output.warn(warning);
      const previewed = await previewSteps(client, race, steps);
      for (const warning of previewed.flatMap((one) => one.warnings))
        output.warn({ ...warning, file: path });
      const changing = previewed.filter(({ preview }) => preview !== "unchanged");
      for (const { step, preview } of previewed)
        if (preview !== "unchanged") showForecast(output, step.section, preview);
      const plan = previewed.map(toJson);
      if (changing.length === 0) {
        output.say(`Nothing to push: the desk of ${race} has the same.`);
        output.answer({ ok: true, race, sections: plan });
        return;
      }
      const doubtful = previewed.some(
        ({ preview }) => preview !== "unchanged" && preview.reasons.length > 0,
      );
      if (options.dryRun === true) {
        if (doubtful)
          throw new CliProblem("held", "nothing was changed; sent like this, it would be held", {
            details: { race, sections: plan },
          });
        output.say("Nothing was changed.");
        output.answer({ ok: true, race, sections: plan });
        return;
      }
      if (options.yes !== true)
        await ask(
          `Send ${changing.map(({ step }) => step.section).join(", ")} to ${race} at ${client.url}?`,
        );
      const { answers, waiting } = await sendSteps(
        client,
        race,
        changing.map(({ step }) => step),
        output,
      );
      const held = answers.flatMap(waitingIn);
      for (const { section } of waiting)
        output.say(`${section}: not sent, it builds on what is held; push again after that`);
      if (found.afterwards !== undefined) output.say(await found.afterwards());
      if (held.length > 0) throw heldProblem(race, held);
      output.answer({ ok: true, race, sections: plan, answers });
    });
}

/** The races of a push of many; null where the path is of one. */
async function jobsOf(
  client: DeskClient,
  path: string,
  options: PushOptions,
  output: Output,
  terms: PushTerms,
): Promise<ManyJobs | null> {
  const { races: glob, race, contest } = options;
  if (glob !== undefined) {
    if (race !== undefined || contest !== undefined)
      throw new CliProblem(
        "usage",
        "--races finds each race's contest: leave out --race, --contest",
      );
    return racesOfFile(client, { path, glob }, terms, output);
  }
  const folders = await foldersOf(path);
  if (folders.length === 0) return null;
  if (race !== undefined || options.correction !== undefined)
    throw new CliProblem("usage", `${path} holds ${folders.length} races: name one of its folders`);
  const jobs = folders.map((folder) => ({
    race: basename(folder),
    what: folder,
    find: () => findSteps(client, folder, terms),
  }));
  return { jobs, without: [], notTaken: [] };
}

function termsOf(options: PushOptions, hands: Pick<PushTerms, "ask" | "reading">): PushTerms {
  const { race = null, section = null, note, correction, writeAreas = null } = options;
  if (options.merge === true && options.replace === true)
    throw new CliProblem("usage", "say --merge or --replace, not both");
  const apply = options.merge === true ? "merge" : options.replace === true ? "replace" : null;
  return { race, section, file: options, apply, note, correction, writeAreas, ...hands };
}

function toJson({ step, preview }: Previewed): object {
  const { section } = step;
  const action = step.file ? "merge" : step.write.action;
  return preview === "unchanged"
    ? { section, action, changes: [], reasons: [] }
    : { section, action, changes: preview.changes, reasons: preview.reasons };
}
