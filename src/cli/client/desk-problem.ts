import { staleProblem } from "../../contract/desk/changes.ts";
import { problem } from "../../contract/problem.ts";
import type { ExitName } from "../exit-codes.ts";
import { CliProblem } from "../problem.ts";

/** Whichever problem it is; only a stale write has the last two. */
const anyProblem = problem.extend(
  staleProblem.pick({ revision: true, missed: true }).partial().shape,
);

/** What else the answer to a stale write says; scripts find it in `--json`. */
const DETAILS = ["code", "missed", "revision"] as const;

/** A Worker's refusal as the problem that ends the command. */
export async function deskProblem(response: Response): Promise<CliProblem> {
  const { status } = response;
  const exit = exitOf(status);
  const parsed = anyProblem.safeParse(await response.json().catch(() => null));
  if (!parsed.success)
    return new CliProblem(exit, `${response.url} answered ${status}${hint(status)}`);
  const { title, detail, errors = [], ...rest } = parsed.data;
  const details = Object.fromEntries(
    DETAILS.filter((name) => name in rest).map((name) => [name, rest[name]]),
  );
  return new CliProblem(exit, `${title}. ${detail}`, {
    faults: errors.map((fault) => ({ ...fault, file: null })),
    details: { status, ...details },
  });
}

function exitOf(status: number): ExitName {
  if (status === 412 || status === 409) return "conflict";
  if (status === 400) return "usage";
  if (status === 404 || status === 413 || status === 422) return "problem";
  return "refused";
}

function hint(status: number): string {
  return status >= 500 ? ": something is wrong there; try again, or run topline doctor" : "";
}
