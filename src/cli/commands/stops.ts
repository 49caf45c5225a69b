import { Command, Option } from "commander";
import { type Section, SECTIONS } from "../../race/sections/index.ts";
import { numberArgument, raceIdArgument } from "../arguments.ts";
import type { GlobalOptions, OpenCli } from "../cli.ts";
import { heldProblem, reportAnswer, waitingIn } from "../report-answer.ts";

type PinOptions = GlobalOptions & {
  readonly area?: string;
  readonly measure?: string;
  readonly candidate?: string;
  readonly date?: string;
  readonly round?: number;
  readonly why: string;
};

const sectionOption = () =>
  new Option("--section <name>", "the section").choices(SECTIONS).default("results");

/** Holds a figure as readers have it, whatever a feed sends. */
export function pinCommand(open: OpenCli): Command {
  return new Command("pin")
    .summary("hold a figure against the feed; readers are told why")
    .description(
      "Holds a figure as readers have it now until it is unpinned, whatever a feed sends. Correct it first, if it is wrong.",
    )
    .addArgument(raceIdArgument())
    .addOption(sectionOption())
    .option("--area <name>", "the place, as the section has it, or total")
    .option("--measure <name>", "votes, ballots, registered …")
    .option("--candidate <id>", "one candidate; all of the place unless said")
    .option("--date <date>", "a day of the early vote")
    .option("--round <n>", "the round of the count", Number)
    .requiredOption("--why <text>", "what readers are told")
    .action(async (id: string, _options: PinOptions, command: Command) => {
      const options = command.optsWithGlobals<PinOptions & { readonly section: Section }>();
      const { output, desk } = open(options);
      const { section, area, measure, candidate, date, round, why } = options;
      const wanted = { section, area, measure, candidate, date, round, why };
      const pin = await (await desk()).stops.pin(id, wanted);
      output.say(`Pinned as ${pin.pin}: topline unpin ${id} ${pin.pin} gives it back to the feed.`);
      output.answer({ ok: true, race: id, pin });
    });
}

/** Gives a pinned figure back to the feed. */
export function unpinCommand(open: OpenCli): Command {
  return new Command("unpin")
    .summary("give a pinned figure back to the feed")
    .description("Gives a pinned figure back to the feed, whose next file may change it.")
    .addArgument(raceIdArgument())
    .addArgument(numberArgument("pin", "the pin's number"))
    .action(async (id: string, pin: number, _options: GlobalOptions, command: Command) => {
      const { output, desk } = open(command.optsWithGlobals<GlobalOptions>());
      await (await desk()).stops.unpin(id, pin);
      output.say(`Released ${pin}.`);
      output.answer({ ok: true, race: id, unpinned: pin });
    });
}

type PauseOptions = GlobalOptions & { readonly section: Section; readonly text: string };

/** Lets a section stand still. */
export function pauseCommand(open: OpenCli): Command {
  return new Command("pause")
    .summary("let a section stand still, with a sentence for readers")
    .description("Lets a section stand still: what comes for it waits until it is resumed.")
    .addArgument(raceIdArgument())
    .addOption(sectionOption())
    .requiredOption("--text <sentence>", "what readers are told meanwhile")
    .action(async (id: string, _options: PauseOptions, command: Command) => {
      const options = command.optsWithGlobals<PauseOptions>();
      const { output, desk } = open(options);
      const { section, text } = options;
      const pause = await (await desk()).stops.pause(id, section, text);
      output.say(`${section} is paused; topline resume ${id} --section ${section} ends it.`);
      output.answer({ ok: true, race: id, pause });
    });
}

/** Lets a paused section go on. */
export function resumeCommand(open: OpenCli): Command {
  return new Command("resume")
    .summary("let a paused section go on, and judge what has come")
    .description(
      "Lets a paused section go on. What has come meanwhile is judged as if it came now.",
    )
    .addArgument(raceIdArgument())
    .addOption(sectionOption())
    .action(async (id: string, _options: PauseOptions, command: Command) => {
      const options = command.optsWithGlobals<PauseOptions>();
      const { output, desk } = open(options);
      const answer = await (await desk()).stops.resume(id, options.section);
      if (answer === null) output.say(`${options.section} goes on; nothing had come.`);
      else {
        reportAnswer(output, answer);
        const waiting = waitingIn(answer);
        if (waiting.length > 0) throw heldProblem(id, waiting);
      }
      output.answer({ ok: true, race: id, answer });
    });
}
