import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { Command } from "commander";
import { localDate } from "../../race/dates.ts";
import { raceId } from "../../race/schema/common.ts";
import { SECTIONS } from "../../race/sections/index.ts";
import { sectionTemplate } from "../../formats/topline/section-csv.ts";
import type { GlobalOptions, OpenCli } from "../cli.ts";
import { CliProblem } from "../problem.ts";
import { initFrom } from "../folder/init-from.ts";
import { raceTemplate } from "../folder/race-template.ts";

type Options = GlobalOptions & {
  readonly from?: string;
  readonly prefix: string;
  readonly folder?: string;
  readonly title?: string;
  readonly date?: string;
  readonly timeZone: string;
};

/** Makes a new race's folder, to be filled in. */
export function initCommand(open: OpenCli): Command {
  return new Command("init")
    .summary("make a new race's folder, with templates")
    .description(
      "Makes a new race's folder: race.json, and a CSV to fill in for each section. With --from, a folder for each contest of a file.",
    )
    .argument("[id]", "the race's id, also its address: us-ga-06-2017-runoff")
    .option("--from <file>", "make a race of each contest of a file of results, as of AP's")
    .option("--prefix <text>", "how the ids of these races begin", "us")
    .option("--folder <path>", "where (default: races/<id>)")
    .option("--title <text>", "the race's name, as readers see it")
    .option("--date <YYYY-MM-DD>", "election day (default: today)")
    .option("--time-zone <name>", "where the polls are", "America/New_York")
    .action(async (id: string | undefined, _options: Options, command: Command) => {
      const options = command.optsWithGlobals<Options>();
      const { output } = open(options);
      if (options.from !== undefined) {
        if (id !== undefined || options.title !== undefined)
          throw new CliProblem(
            "usage",
            "--from names the races itself: leave out the id and --title",
          );
        const { from: path, prefix, timeZone, folder = "races", date = null } = options;
        return initFrom(output, { path, prefix, timeZone, folder, date });
      }
      if (id === undefined)
        throw new CliProblem("usage", "which race? Say its id, or --from a file of results");
      const checked = raceId.safeParse(id);
      if (!checked.success)
        throw new CliProblem("usage", `the id ${checked.error.issues[0]?.message}, found ${id}`);
      const { title = id, timeZone } = options;
      const date = options.date ?? localDate(new Date().toISOString(), "UTC");
      const race = raceTemplate({ id, title, date, timeZone });
      const folder = options.folder ?? join("races", id);
      await mkdir(folder, { recursive: true });
      const files = [
        { name: "race.json", text: `${JSON.stringify(race, null, 2)}\n` },
        ...SECTIONS.map((section) => ({
          name: `${section}.csv`,
          text: sectionTemplate(section, race.candidates),
        })),
      ];
      for (const { name, text } of files) await writeNew(join(folder, name), text);
      output.say(`Made ${folder} with ${files.map(({ name }) => name).join(", ")}.`);
      output.say('Fill in race.json first; it is a rehearsal until you take out "test": true.');
      output.say(`Then: topline check ${folder}`);
      output.answer({ ok: true, folder, files: files.map(({ name }) => name) });
    });
}

/** Nothing that is there already is written over. */
async function writeNew(path: string, text: string): Promise<void> {
  await writeFile(path, text, { flag: "wx" }).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== "EEXIST") throw error;
    throw new CliProblem("usage", `${path} is there already: choose another id or --folder`);
  });
}
