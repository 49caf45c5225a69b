import type { ChangeAnswer, HeldAnswer } from "../contract/desk/changes.ts";
import type { Output } from "./output.ts";
import { CliProblem } from "./problem.ts";

/** Says what a change came to, in a line. */
export function reportAnswer(output: Output, answer: ChangeAnswer): void {
  const { section } = answer;
  switch (answer.status) {
    case "stored":
      output.say(`${section}: ${output.paint("green", "stored")} as r${answer.revision}`);
      break;
    case "unchanged":
      output.say(`${section}: the same as r${answer.revision}, nothing to store`);
      break;
    case "held":
      output.say(`${section}: ${output.paint("yellow", "held")} as ${answer.held}`);
      break;
    case "preview":
      output.say(`${section}: nothing was changed`);
      break;
  }
  for (const warning of answer.warnings) output.warn({ ...warning, file: section });
}

/** Ends a command whose change waits, and says how it goes on. */
export function heldProblem(race: string, answers: readonly HeldAnswer[]): CliProblem {
  const lines = answers.flatMap(({ section, held, reasons }) => [
    ...reasons.map(({ message, rule }) => `  ${section}: ${message} (${rule})`),
    `  If that is right: topline approve ${race} ${held}. If not: topline drop ${race} ${held}`,
  ]);
  const message = ["readers keep the last good numbers; this waits to be released:", ...lines];
  return new CliProblem("held", message.join("\n"), { details: { race, held: answers } });
}
