import { existsSync, readFileSync } from "node:fs";
import { Command, Option } from "commander";
import type { OpenCli } from "./cli.ts";
import { approveCommand } from "./commands/approve.ts";
import { callCommand, retractCommand } from "./commands/calls.ts";
import { checkCommand } from "./commands/check.ts";
import { diffCommand } from "./commands/diff.ts";
import { doctorCommand } from "./commands/doctor.ts";
import { dropCommand } from "./commands/drop.ts";
import { heldCommand } from "./commands/held.ts";
import { historyCommand } from "./commands/history.ts";
import { initCommand } from "./commands/init.ts";
import { pullCommand } from "./commands/pull.ts";
import { pushCommand } from "./commands/push.ts";
import { replayCommand } from "./commands/replay.ts";
import { restoreCommand } from "./commands/restore.ts";
import { pauseCommand, pinCommand, resumeCommand, unpinCommand } from "./commands/stops.ts";
import { tokenCommand } from "./commands/token.ts";

const LOCAL_WORKER = "http://127.0.0.1:8787";

/** Every command and option; throws a CommanderError instead of ending the process. */
export function program(open: OpenCli): Command {
  const topline = new Command("topline")
    .description("Loads, corrects and rolls back the numbers of Topline's races.")
    .version(version())
    .addOption(new Option("--url <address>", "the Worker").env("TOPLINE_URL").default(LOCAL_WORKER))
    .addOption(
      new Option(
        "--token <token>",
        "proves who you are (default for a local Worker: .dev.vars)",
      ).env("TOPLINE_TOKEN"),
    )
    .option("--json", "answer in JSON on stdout, and ask nothing")
    .addHelpText("after", "\nExit codes and examples: docs/cli.md")
    .helpCommand(false)
    .showSuggestionAfterError()
    .exitOverride();
  const groups: readonly [string, readonly ((open: OpenCli) => Command)[]][] = [
    ["A race's folder:", [initCommand, checkCommand, pushCommand, pullCommand]],
    ["Its history:", [historyCommand, diffCommand, restoreCommand]],
    ["Changes that wait:", [heldCommand, approveCommand, dropCommand]],
    [
      "On the night:",
      [callCommand, retractCommand, pinCommand, unpinCommand, pauseCommand, resumeCommand],
    ],
    ["The rest:", [tokenCommand, replayCommand, doctorCommand]],
  ];
  for (const [heading, commands] of groups)
    for (const make of commands)
      topline.addCommand(make(open).helpGroup(heading).copyInheritedSettings(topline));
  return topline;
}

/** The package's version: its file lies one folder above the bundle, two above this one. */
function version(): string {
  const folders = ["../", "../../"].map((up) => new URL(`${up}package.json`, import.meta.url));
  const path = folders.find((url) => existsSync(url));
  if (path === undefined) return "unknown";
  return (JSON.parse(readFileSync(path, "utf8")) as { readonly version: string }).version;
}
