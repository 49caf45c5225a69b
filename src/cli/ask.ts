import { createInterface } from "node:readline/promises";
import { CliProblem } from "./problem.ts";

/** Asks for a yes. Problem `usage` where nobody is there to say it, `declined` where it's a no. */
export type Ask = (question: string) => Promise<void>;

/** Asks on the terminal; on stderr, so that stdout stays what the command answers. */
export function terminalAsk(options: {
  readonly stdin: NodeJS.ReadStream;
  readonly stderr: NodeJS.WriteStream;
  readonly json: boolean;
}): Ask {
  const { stdin, stderr, json } = options;
  return async (question) => {
    if (json || !stdin.isTTY)
      throw new CliProblem(
        "usage",
        "nothing was changed: without a terminal nobody can be asked; say --yes to go ahead",
      );
    const lines = createInterface({ input: stdin, output: stderr });
    try {
      const answer = await lines.question(`${question} [y/N] `);
      if (!/^\s*y(es)?\s*$/i.test(answer)) throw new CliProblem("declined", "nothing was changed");
    } finally {
      lines.close();
    }
  };
}
