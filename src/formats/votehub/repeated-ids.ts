import type { PollQuestion } from "../match/contests.ts";
import { POPULATIONS } from "../../race/sections/polls/source.ts";

/**
 * Gives each question an id of its own. A poll that is listed once per question may have one id for
 * all: the first by population, number of answers and names keeps it, the others get a number,
 * whatever their order in the list. Entries that are the same are one.
 */
export function withOwnIds(questions: readonly PollQuestion[]): readonly PollQuestion[] {
  return [...Map.groupBy(questions, ({ poll }) => poll.id)].flatMap(([id, same]) => {
    if (same.length === 1) return same;
    const [survey = id] = same.map(({ poll }) => poll.survey);
    const different = new Map(same.map((one) => [JSON.stringify([one.poll, one.answers]), one]));
    return [...different.values()]
      .map((one) => ({ one, order: orderOf(one) }))
      .toSorted((a, b) => (a.order < b.order ? -1 : 1))
      .map(({ one }, i) => ({
        line: one.line,
        electionDate: one.electionDate,
        answers: one.answers,
        poll: { ...one.poll, survey, id: i === 0 ? id : `${id}:${i + 1}` },
      }));
  });
}

function orderOf({ poll, answers }: PollQuestion): string {
  const rank = POPULATIONS.findIndex((one) => one === poll.population);
  const names = answers.map((one) => one.names[0]).toSorted();
  return JSON.stringify([rank < 0 ? 9 : rank, String(answers.length).padStart(4, "0"), names]);
}
