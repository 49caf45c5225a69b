import { Command } from "commander";
import { raceIdArgument } from "../arguments.ts";
import type { GlobalOptions, OpenCli } from "../cli.ts";
import type { HeldChange } from "../../contract/desk/held.ts";
import { asRaceData, readDeskBody, readDeskData } from "../desk-data.ts";
import { readersSee } from "../forecast.ts";
import type { Output } from "../output.ts";
import { showChanges, showReasons } from "../show.ts";

/** Enough of a hash to tell what waits under one number apart. */
const MARK_LENGTH = 12;

/** Lists the changes that wait, with their reasons and what readers would see. */
export function heldCommand(open: OpenCli): Command {
  return new Command("held")
    .summary("show the changes that wait to be released")
    .description("Shows each change that waits: who sent it, why it waits, what readers would see.")
    .addArgument(raceIdArgument())
    .action(async (id: string, _options: GlobalOptions, command: Command) => {
      const { output, desk } = open(command.optsWithGlobals<GlobalOptions>());
      const client = await desk();
      const waiting = await client.held.all(id);
      const now = new Date().toISOString();
      const data = readDeskData(await client.sources.all(id));
      const before = asRaceData(data);
      const told = [];
      for (const change of waiting) {
        const { held, section } = change;
        const { content } = await client.held.get(id, held);
        const body = content === null ? null : readDeskBody(section, content);
        const after = asRaceData({ ...data, [section]: body });
        const changes = after === null ? [] : readersSee(before, after, now);
        show(output, change);
        showReasons(output, change.reasons);
        showChanges(output, changes);
        told.push({ ...change, changes });
      }
      if (waiting.length === 0) output.say("Nothing waits.");
      else
        output.say(
          `\ntopline approve ${id} <n> releases one (--seen <mark>: only what you see here), topline drop ${id} <n> throws it away.`,
        );
      output.answer({ ok: true, race: id, held: told });
    });
}

function show(
  output: Output,
  { held, section, scope, author, at, body, note, correction }: HeldChange,
): void {
  const what = scope === null || scope === "all" ? section : `${section} ${scope}`;
  const mark = body === null ? "" : `, --seen ${body.slice(0, MARK_LENGTH)}`;
  output.say(`${output.paint("bold", `${held}: ${what}`)}, sent by ${author} at ${at}${mark}`);
  if (note !== null) output.say(`  note: ${note}`);
  if (correction !== null) output.say(`  correction: ${correction}`);
}
