import type { ChangeAnswer } from "../../contract/desk/changes.ts";
import type { DeskClient } from "../client/desk-client.ts";
import type { Output } from "../output.ts";
import { CliProblem } from "../problem.ts";
import { reportAnswer } from "../report-answer.ts";
import type { Previewed, Step } from "./step.ts";

/** Asks the desk what each step would come to; nothing is stored. */
export async function previewSteps(
  client: DeskClient,
  race: string,
  steps: readonly Step[],
): Promise<readonly Previewed[]> {
  const previewed: Previewed[] = [];
  for (const step of steps) {
    if (step.expected) {
      previewed.push({ step, preview: step.expected, warnings: [] });
      continue;
    }
    if (step.file) {
      const answer = await client.imports.send(race, step.file, { ...step, dryRun: true });
      const changes = answer.status === "preview" && answer.sections.length > 0;
      previewed.push({ step, preview: changes ? answer : "unchanged", warnings: answer.warnings });
      continue;
    }
    const answer = await client.sources.write(race, step.section, { ...step.write, dryRun: true });
    const preview = answer.status === "preview" ? answer : "unchanged";
    previewed.push({ step, preview, warnings: [] });
  }
  return previewed;
}

export type Sent = {
  readonly answers: readonly ChangeAnswer[];
  /** Steps that build on one that is held, and so weren't sent. */
  readonly waiting: readonly Step[];
};

/**
 * Sends the steps in their order. What builds on a step that is held waits with it; a refusal
 * ends the push, and says what was stored before.
 */
export async function sendSteps(
  client: DeskClient,
  race: string,
  steps: readonly Step[],
  output: Output,
): Promise<Sent> {
  const answers: ChangeAnswer[] = [];
  const waiting: Step[] = [];
  for (const [i, step] of steps.entries()) {
    const stored = answers.filter(({ status }) => status !== "held").map(({ section }) => section);
    if (!step.fits(stored)) {
      waiting.push(step);
      continue;
    }
    if (steps.length > 1) output.note(`${i + 1} of ${steps.length}: ${step.section} …`);
    const given = await sendStep(client, race, step).catch((error: unknown) => {
      throw error instanceof CliProblem ? withStored(error, answers) : error;
    });
    answers.push(...given);
    for (const answer of given) reportAnswer(output, answer);
  }
  return { answers, waiting };
}

/** An answer for each section that the step fills. */
async function sendStep(
  client: DeskClient,
  race: string,
  step: Step,
): Promise<readonly ChangeAnswer[]> {
  if (!step.file) return [await client.sources.write(race, step.section, step.write)];
  const answer = await client.imports.send(race, step.file, step);
  return answer.status === "imported" ? answer.sections : [];
}

function withStored(problem: CliProblem, answers: readonly ChangeAnswer[]): CliProblem {
  const stored = answers.filter(({ status }) => status === "stored").map(({ section }) => section);
  const before = stored.length === 0 ? "" : ` Stored before that: ${stored.join(", ")}.`;
  return new CliProblem(problem.exit, problem.message + before, {
    faults: problem.faults,
    details: { ...problem.details, answers },
  });
}
