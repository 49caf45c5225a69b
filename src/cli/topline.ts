#!/usr/bin/env node
import { CommanderError } from "commander";
import { EXIT } from "./exit-codes.ts";
import { openOutput } from "./output.ts";
import { openCli } from "./open-cli.ts";
import { CliProblem } from "./problem.ts";
import { program } from "./program.ts";

/** Older ones lack parts of the language that are used everywhere. */
const MIN_NODE = 22;

/** The `topline` command: what its exit codes say is in exit-codes.ts. */
async function main(args: readonly string[]): Promise<number> {
  const { stdout, stderr, env, versions } = process;
  if (Number.parseInt(versions.node, 10) < MIN_NODE) {
    stderr.write(`topline: needs Node ${MIN_NODE} or later, and this is ${versions.node}\n`);
    return EXIT.usage;
  }
  try {
    await program(openCli(process)).parseAsync(args, { from: "user" });
    return EXIT.ok;
  } catch (error) {
    if (error instanceof CommanderError && error.exitCode === 0) return EXIT.ok;
    const noColor = (env["NO_COLOR"] ?? "") !== "";
    const output = openOutput({ json: args.includes("--json"), stdout, stderr, noColor });
    if (error instanceof CliProblem) {
      output.fail(error);
      return EXIT[error.exit];
    }
    // Commander has said it already, but not in JSON.
    if (error instanceof CommanderError) {
      if (output.json) output.fail(new CliProblem("usage", error.message));
      return EXIT.usage;
    }
    throw error;
  }
}

// `topline … | head` closes the pipe when it has seen enough; that is no fault.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
  process.exit(EXIT.ok);
});

process.exitCode = await main(process.argv.slice(2));
