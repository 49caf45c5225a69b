import { Writable } from "node:stream";
import { openCli } from "../src/cli/open-cli.ts";
import { program } from "../src/cli/program.ts";

/** Sends a race's folder to a desk, as `topline push` does. */
export async function pushFolder(folder: string, url: string, ...more: string[]): Promise<void> {
  await run(process.stdout, folder, url, more);
}

/** The same without a word, unless something is wrong. */
export async function pushQuietly(folder: string, url: string): Promise<void> {
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });
  await run(nowhere as unknown as typeof process.stdout, folder, url, ["--yes"]);
}

function run(
  stdout: typeof process.stdout,
  folder: string,
  url: string,
  more: readonly string[],
): Promise<unknown> {
  const { stdin, stderr, env } = process;
  return program(openCli({ stdin, stdout, stderr, env })).parseAsync(
    ["push", folder, "--url", url, ...more],
    { from: "user" },
  );
}
