import { Command } from "commander";
import type { CallsSource } from "../../race/sections/calls/source.ts";
import { raceIdArgument } from "../arguments.ts";
import type { GlobalOptions, OpenCli } from "../cli.ts";
import { readDeskBody } from "../desk-data.ts";
import type { DeskClient } from "../client/desk-client.ts";
import type { DeskSource } from "../client/source-client.ts";
import { CliProblem } from "../problem.ts";
import { heldProblem, reportAnswer, waitingIn } from "../report-answer.ts";
import { showForecast } from "../show.ts";

type CallOptions = GlobalOptions & {
  readonly caller: string;
  readonly source: string;
  readonly at?: string;
  readonly outcome?: string;
  readonly round?: number;
  readonly yes?: boolean;
};

/** Adds somebody's call. It passes the gate as one that is typed by hand. */
export function callCommand(open: OpenCli): Command {
  return new Command("call")
    .summary("add a call: who says that a candidate has won")
    .description(
      "Adds a call by a named caller. It is held before the last polls close, for a second winner, and for a candidate who trails.",
    )
    .addArgument(raceIdArgument())
    .argument("<candidate>", "the candidate's id")
    .requiredOption("--caller <name>", "who says so")
    .requiredOption("--source <id>", "the race's source for it")
    .option("--at <time>", "when it was said; now, unless told")
    .option("--outcome <name>", "won, or runoff", "won")
    .option("--round <n>", "the round of the count", Number, 1)
    .option("--yes", "don't ask")
    .action(async (id: string, candidate: string, _options: CallOptions, command: Command) => {
      const options = command.optsWithGlobals<CallOptions>();
      const { output, ask, desk } = open(options);
      const client = await desk();
      const { caller, source, outcome, round, at = new Date().toISOString() } = options;
      const body = JSON.stringify({ calls: [{ round, candidate, outcome, caller, at, source }] });
      const etag = (await client.sources.get(id, "calls"))?.etag ?? null;
      const write = { action: "merge", body, etag } as const;
      const preview = await client.sources.write(id, "calls", { ...write, dryRun: true });
      if (preview.status === "preview") showForecast(output, "calls", preview);
      if (options.yes !== true) await ask(`Say that ${caller} calls ${id} for ${candidate}?`);
      const answer = await client.sources.write(id, "calls", write);
      reportAnswer(output, answer);
      const waiting = waitingIn(answer);
      if (waiting.length > 0) throw heldProblem(id, waiting);
      output.answer({ ok: true, race: id, answer });
    });
}

type RetractOptions = GlobalOptions & {
  readonly caller?: string;
  readonly area?: string;
  readonly round?: number;
  readonly note?: string;
};

/** Takes a claim back at once: a call, or an area's numbers. Nobody has to release that. */
export function retractCommand(open: OpenCli): Command {
  return new Command("retract")
    .summary("take a call back, or an area's numbers; that is never held")
    .description(
      "Takes a candidate's calls back, or with --area the numbers of that place. It passes at once; what comes again is judged as new.",
    )
    .addArgument(raceIdArgument())
    .argument("[candidate]", "whose calls to take back")
    .option("--caller <name>", "only this caller's")
    .option("--area <name>", "the numbers of this place, instead of calls")
    .option("--round <n>", "the round of the count", Number, 1)
    .option("--note <text>", "why, for the history")
    .action(
      async (id: string, candidate: string | undefined, _: RetractOptions, command: Command) => {
        const options = command.optsWithGlobals<RetractOptions>();
        const { output, desk } = open(options);
        const client = await desk();
        const { area, note } = options;
        if ((candidate === undefined) === (area === undefined))
          throw new CliProblem("usage", "say a candidate, whose calls to take back, or --area");
        const section = area === undefined ? "calls" : "results";
        const known = await client.sources.get(id, section);
        const body =
          area === undefined
            ? callsWithout(known, candidate ?? "", options)
            : resultsWithout(known, area, options.round ?? 1);
        if (known === null || body === null)
          throw new CliProblem("problem", `there is nothing like that in the ${section} of ${id}`);
        const answer = await withdraw(client, id, { section, body, etag: known.etag, note });
        reportAnswer(output, answer);
        output.answer({ ok: true, race: id, answer });
      },
    );
}

type Withdrawal = {
  readonly section: "calls" | "results";
  readonly body: object;
  readonly etag: string;
  readonly note: string | undefined;
};

function withdraw(client: DeskClient, race: string, { section, body, etag, note }: Withdrawal) {
  const write = { action: "put", body: JSON.stringify(body), etag, note, withdraw: true } as const;
  return client.sources.write(race, section, write);
}

function callsWithout(
  known: DeskSource | null,
  candidate: string,
  { caller, round }: RetractOptions,
): CallsSource | null {
  const calls = bodyOf(known, "calls")?.calls ?? [];
  const left = calls.filter(
    (call) =>
      call.candidate !== candidate ||
      call.round !== round ||
      (caller !== undefined && call.caller !== caller),
  );
  return left.length === calls.length ? null : { calls: left };
}

function resultsWithout(known: DeskSource | null, area: string, round: number) {
  const counts = bodyOf(known, "results")?.counts ?? [];
  const left = counts.filter((row) => row.area !== area || row.round !== round);
  return left.length === counts.length ? null : { counts: left };
}

function bodyOf<S extends "calls" | "results">(known: DeskSource | null, section: S) {
  return known && readDeskBody(section, JSON.parse(new TextDecoder().decode(known.body)));
}
