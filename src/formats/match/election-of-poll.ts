import { fault, type Fault } from "../text/faults.ts";
import type { PollQuestion } from "./contests.ts";

/** The race's election. */
export type Election = {
  /** Its day: polls about another one are left out, or refused. */
  readonly electionDate: string;
  /** When its polls close: nothing about it is published after that. */
  readonly closes: string;
};

/** Whether a question is about the race's election, as far as the file says. */
export function isAboutElection(question: PollQuestion, race: Election): boolean {
  const { electionDate: said } = question;
  if (said === null || race.electionDate.startsWith(said)) return true;
  // A runoff of the next January still goes by the year of its election.
  return race.electionDate.startsWith(`${Number(said) + 1}-01`);
}

/** How many questions are about which other days, and where the first of them stands. */
export function otherElections(
  all: readonly PollQuestion[],
  race: Election,
): { readonly message: string; readonly line: number } | null {
  const others = all.filter((question) => !isAboutElection(question, race));
  const [first] = others;
  if (first === undefined) return null;
  const dates = [...new Set(others.map(({ electionDate }) => electionDate))].join(", ");
  return {
    message: `${questions(others.length)} about the election of ${dates}`,
    line: first.line,
  };
}

/** Whether it was entered in its list after the vote, which doesn't tell when it was published. */
export function isEnteredLate(
  { poll: { publishedAt } }: PollQuestion,
  { electionDate, closes }: Election,
): boolean {
  if (publishedAt === null) return false;
  return publishedAt.length === electionDate.length
    ? publishedAt > electionDate
    : Date.parse(publishedAt) > Date.parse(closes);
}

/** Says of how many questions nobody knows when they were published. */
export function enteredLate(kept: readonly PollQuestion[], race: Election): readonly Fault[] {
  const late = kept.filter((question) => isEnteredLate(question, race));
  const [first] = late;
  if (first === undefined) return [];
  const message = `${questions(late.length)} entered in the list after the election: when they were published is unknown, so they count from the end of their field work`;
  return [fault(message, { line: first.line })];
}

export function questions(count: number): string {
  return count === 1 ? "1 question" : `${count} questions`;
}
