import type { ChangeAnswer, WaitingPart } from "../contract/desk/changes.ts";
import type { Output } from "./output.ts";
import { CliProblem } from "./problem.ts";

/** Says what a change came to, in a line. */
export function reportAnswer(output: Output, answer: ChangeAnswer): void {
  const { section } = answer;
  switch (answer.status) {
    case "stored":
      output.say(`${section}: ${output.paint("green", "stored")} as r${answer.revision}`);
      reportWaiting(output, answer);
      break;
    case "unchanged":
      output.say(`${section}: the same as r${answer.revision}, nothing to store`);
      break;
    case "held":
      output.say(`${section}: ${output.paint("yellow", "held")}, nothing else was left`);
      reportWaiting(output, answer);
      break;
    case "preview":
      output.say(`${section}: nothing was changed`);
      break;
  }
  for (const warning of answer.warnings) output.warn({ ...warning, file: section });
}

/** What of a change waits for somebody. */
export function waitingIn(answer: ChangeAnswer): readonly WaitingPart[] {
  return "waiting" in answer ? answer.waiting : [];
}

/** Says what of a change waits, a line for each part. */
export function reportWaiting(output: Output, answer: ChangeAnswer): void {
  for (const { held, section, scope } of waitingIn(answer))
    output.say(`  ${output.paint("yellow", "held")} as ${held}: ${section} ${scope}`);
}

/** Ends a command of whose change something waits, and says how it goes on. */
export function heldProblem(race: string, waiting: readonly WaitingPart[]): CliProblem {
  const lines = waiting.flatMap(({ section, held, reasons }) => [
    ...reasons.map(({ message, rule }) => `  ${section}: ${message} (${rule})`),
    `  If that is right: topline approve ${race} ${held}. If not: topline drop ${race} ${held}`,
  ]);
  const message = ["readers keep the last good numbers of what waits to be released:", ...lines];
  return new CliProblem("held", message.join("\n"), { details: { race, held: waiting } });
}
