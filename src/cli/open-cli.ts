import { terminalAsk } from "./ask.ts";
import type { OpenCli } from "./cli.ts";
import { DeskClient } from "./client/desk-client.ts";
import { readDevToken } from "./dev-vars.ts";
import { openOutput } from "./output.ts";
import { CliProblem } from "./problem.ts";

const LOOPBACK = new Set(["127.0.0.1", "localhost", "[::1]"]);

type Process = Pick<NodeJS.Process, "stdin" | "stdout" | "stderr" | "env">;

/** Gives commands what they work with: the process's streams, and a desk at the address asked for. */
export function openCli({ stdin, stdout, stderr, env }: Process): OpenCli {
  return ({ url: asked, token, json = false }) => {
    const url = originOf(asked);
    return {
      output: openOutput({ json, stdout, stderr, noColor: (env["NO_COLOR"] ?? "") !== "" }),
      ask: terminalAsk({ stdin, stderr, json }),
      desk: async () => new DeskClient(url.origin, await tokenFor(url, token)),
    };
  };
}

function originOf(address: string): URL {
  if (!URL.canParse(address) || !/^https?:$/.test(new URL(address).protocol))
    throw new CliProblem(
      "usage",
      `--url must be an address like https://live.example.com, found ${address}`,
    );
  return new URL(address);
}

/** The token that was given; else, for a Worker on this machine only, the one of .dev.vars. */
async function tokenFor(url: URL, given: string | undefined): Promise<string | null> {
  const local = LOOPBACK.has(url.hostname);
  const token = given ?? (local ? await readDevToken() : null);
  if (token !== null && !local && url.protocol !== "https:")
    throw new CliProblem("usage", `a token isn't sent unencrypted: use https://${url.host}`);
  return token;
}
