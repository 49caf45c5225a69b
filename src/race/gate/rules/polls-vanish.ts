import type { GateRule, Proposal } from "../doubt.ts";

/** More than half, and two at least: one that is withdrawn or replaced may go at once. */
export const pollsVanish = {
  name: "polls_vanish",
  sentence: "more than half of a race’s polls that go away at once",
  example: "a file of 40 polls comes with 3",
  meanwhile: "the polls that would go stay; new ones come in",
  find: ({ before, after, withdraws }: Proposal) => {
    const known = before?.polls?.polls ?? [];
    const staying = new Set(after.polls?.polls.map(({ id }) => id));
    const gone = known.filter(({ id }) => !staying.has(id));
    // What is emptied altogether is another rule's.
    if (withdraws || staying.size === 0 || gone.length < 2 || gone.length * 2 <= known.length)
      return [];
    return [
      {
        section: "polls" as const,
        scope: "gone",
        parts: gone.map(({ id }) => id),
        place: {},
        path: "polls",
        message: `${gone.length} of ${known.length} polls would be gone`,
        before: known.length,
        after: known.length - gone.length,
      },
    ];
  },
} as const satisfies GateRule;
