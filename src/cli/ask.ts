import { once } from "node:events";
import { createInterface } from "node:readline/promises";
import { CliProblem } from "./problem.ts";

/** Asks for a yes. Problem `usage` where nobody is there to say it, `declined` where it's a no. */
export type Ask = (question: string) => Promise<void>;

/** Asks on the terminal; on stderr, so that stdout stays what the command answers. */
export function terminalAsk(options: {
  readonly stdin: NodeJS.ReadableStream & { readonly isTTY?: boolean };
  readonly stderr: NodeJS.WritableStream;
  readonly json: boolean;
}): Ask {
  const { stdin, stderr, json } = options;
  return async (question) => {
    if (json || stdin.isTTY !== true)
      throw new CliProblem(
        "usage",
        "nothing was changed: without a terminal nobody can be asked; say --yes to go ahead",
      );
    const lines = createInterface({ input: stdin, output: stderr });
    try {
      const closed = once(lines, "close").then(() => "");
      const answer = await Promise.race([lines.question(`${question} [y/N] `), closed]);
      if (!/^\s*y(es)?\s*$/i.test(answer)) throw new CliProblem("declined", "nothing was changed");
    } finally {
      lines.close();
    }
  };
}
