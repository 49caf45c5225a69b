import type { FileRead } from "../../formats/read-for-race.ts";
import type { Ask } from "../ask.ts";
import { undecided, unlistedFault } from "../folder/unlisted.ts";
import { CliProblem } from "../problem.ts";

/**
 * Asks about everybody with many votes in a race's first count whom the race doesn't list. Problem
 * `problem` where nobody can be asked, with the option that answers; `declined` at a no.
 */
export async function decideOthers(
  { unlisted = [] }: FileRead,
  {
    others,
    ask,
    path,
  }: { readonly others: readonly string[]; readonly ask: Ask; readonly path: string },
): Promise<void> {
  const open = undecided(unlisted, others);
  for (const { name, votes, percent } of open)
    await ask(
      `${name} has ${votes} votes (${percent} %) and is no candidate of this race. Count them among others?`,
    ).catch((error: unknown) => {
      if (!(error instanceof CliProblem) || error.exit !== "usage") throw error;
      const faults = open.map((one) => ({ ...unlistedFault(one), file: path }));
      throw new CliProblem("problem", "nothing was sent: say who stays among others", { faults });
    });
}

/** Whether somebody says yes; no where nobody is there. */
export async function saysYes(ask: Ask, question: string): Promise<boolean> {
  try {
    await ask(question);
    return true;
  } catch (error) {
    if (error instanceof CliProblem && ["usage", "declined"].includes(error.exit)) return false;
    throw error;
  }
}
