import type { ChangeAnswer } from "../../contract/desk/changes.ts";
import type { DeskClient } from "../client/desk-client.ts";
import { contestName } from "../../formats/match/find-contest.ts";
import { inParallel } from "../in-parallel.ts";
import type { Output } from "../output.ts";
import { CliProblem, type FileFault, faultLine } from "../problem.ts";
import { waitingIn } from "../report-answer.ts";
import { table } from "../table.ts";
import type { Job, ManyJobs } from "./job.ts";
import { previewSteps, sendSteps } from "./send.ts";
import type { Previewed } from "./step.ts";

/** What became of one, for the table and for `--json`. */
export type Done = Pick<Job, "race" | "what"> & {
  readonly status: "unchanged" | "ready" | "stored" | "held" | "refused";
  readonly said: string;
  readonly answers: readonly ChangeAnswer[];
  readonly errors: readonly FileFault[];
};

export type Planned = Job & {
  readonly previewed: readonly Previewed[];
  readonly problem: CliProblem | null;
};

/** Reads and asks for all of them what would change; one that is refused stops no other. */
export function planMany(
  client: DeskClient,
  jobs: readonly Job[],
  output: Output,
): Promise<readonly Planned[]> {
  const plan = async (job: Job): Promise<Planned> => {
    try {
      const { steps, warnings } = await job.find();
      for (const warning of warnings) output.warn({ ...warning, file: job.race });
      const previewed = await previewSteps(client, job.race, steps);
      for (const one of previewed)
        for (const warning of one.warnings) output.warn({ ...warning, file: job.race });
      return {
        ...job,
        previewed: previewed.filter((p) => p.preview !== "unchanged"),
        problem: null,
      };
    } catch (error) {
      if (!(error instanceof CliProblem) || error.exit === "refused") throw error;
      return { ...job, previewed: [], problem: error };
    }
  };
  return withProgress(output, "asked", jobs, plan);
}

/** What each would come to, before anything is sent. */
export function forecastOf({ race, what, previewed, problem }: Planned): Done {
  if (problem) return refusal({ race, what }, problem);
  const base = { race, what, answers: [], errors: [] };
  if (previewed.length === 0) return { ...base, status: "unchanged", said: "nothing to send" };
  const said = previewed.map(({ step, preview }) => {
    const { changes, reasons } = preview === "unchanged" ? { changes: [], reasons: [] } : preview;
    const held = reasons.length > 0 ? `, ${reasons.length} held` : "";
    return `${step.section}: ${counted(changes.length, "change")}${held}`;
  });
  return { ...base, status: "ready", said: said.join("; ") };
}

/** Sends all that can be sent, several races at a time. */
export function sendMany(
  client: DeskClient,
  plans: readonly Planned[],
  output: Output,
): Promise<readonly Done[]> {
  const silent = { ...output, say: () => undefined, note: () => undefined, warn: () => undefined };
  const send = async (plan: Planned): Promise<Done> => {
    const { race, what, previewed, problem } = plan;
    if (problem || previewed.length === 0) return forecastOf(plan);
    try {
      const steps = previewed.map(({ step }) => step);
      const { answers, waiting } = await sendSteps(client, race, steps, silent);
      const held = answers.some((answer) => waitingIn(answer).length > 0) || waiting.length > 0;
      const said = answers.map(answerInWords).join(", ");
      return { race, what, status: held ? "held" : "stored", said, answers, errors: [] };
    } catch (error) {
      if (!(error instanceof CliProblem)) throw error;
      return refusal({ race, what }, error);
    }
  };
  return withProgress(output, "sent", plans, send);
}

const COLOURS = {
  unchanged: "dim",
  ready: "bold",
  stored: "green",
  held: "yellow",
  refused: "red",
} as const;

/** One line a race, then the races without a contest, and contests without a race. */
export function showMany(
  output: Output,
  done: readonly Done[],
  { without, notTaken }: Omit<ManyJobs, "jobs">,
  most: number,
): void {
  const rows = [
    ...done.map(({ race, what, status, said }) => [
      race,
      what,
      output.paint(COLOURS[status], status),
      said,
    ]),
    ...without.map(({ race, reason }) => [race, "–", output.paint("dim", "nothing"), reason]),
    ...notTaken
      .slice(0, most)
      .map((contest) => ["–", contestName(contest), output.paint("dim", "not taken"), ""]),
  ];
  for (const line of table(rows)) output.say(line);
  if (notTaken.length > most)
    output.say(`… and ${notTaken.length - most} more contests that no race takes; --json has them`);
}

function answerInWords(answer: ChangeAnswer): string {
  const waits = waitingIn(answer);
  const held = waits.length > 0 ? ` (held: ${waits.map(({ held: n }) => n).join(", ")})` : "";
  if (answer.status === "stored") return `${answer.section} r${answer.revision}${held}`;
  return `${answer.section} ${answer.status}${held}`;
}

function refusal(job: Pick<Job, "race" | "what">, problem: CliProblem): Done {
  const [first] = problem.faults;
  const more = problem.faults.length - 1;
  const said = first
    ? `${faultLine({ ...first, file: null })}${more > 0 ? `; and ${more} more` : ""}`
    : problem.message;
  return { ...job, status: "refused", said, answers: [], errors: problem.faults };
}

async function withProgress<T, R>(
  output: Output,
  verb: string,
  items: readonly T[],
  work: (item: T) => Promise<R>,
): Promise<readonly R[]> {
  try {
    return await inParallel(items, work, (count) =>
      output.progress(`${count} of ${items.length} races ${verb} …`),
    );
  } finally {
    output.progress("");
  }
}

function counted(count: number, one: string): string {
  return `${count} ${one}${count === 1 ? "" : "s"}`;
}
