import { endOf, startOf } from "../../dates.ts";
import type { Poll } from "../../sections/polls/source.ts";

/**
 * The polls that are questions of one survey, by survey. They carry the same `survey`; where a
 * poll carries none (its `survey` is its own id, and no other poll names it), they share pollster,
 * sponsor and both field dates. A poll without a survey joins one that was given only where just
 * one fits. Two surveys with ids of their own stay two.
 */
export function surveysOf(
  polls: readonly Poll[],
  resolve: (pollster: string) => string,
): readonly (readonly Poll[])[] {
  const sizes = new Map<string, number>();
  for (const { survey } of polls) sizes.set(survey, (sizes.get(survey) ?? 0) + 1);
  const isGiven = ({ id, survey }: Poll) => survey !== id || (sizes.get(survey) ?? 0) > 1;

  const askedThen = (poll: Poll) =>
    JSON.stringify([resolve(poll.pollster), poll.sponsor, startOf(poll.field), endOf(poll.field)]);
  const givenThen = new Map<string, Set<string>>();
  for (const poll of polls) {
    if (!isGiven(poll)) continue;
    const then = askedThen(poll);
    givenThen.set(then, (givenThen.get(then) ?? new Set()).add(poll.survey));
  }
  const keyOf = (poll: Poll) => {
    if (isGiven(poll)) return `given ${poll.survey}`;
    const then = askedThen(poll);
    const [only, ...more] = givenThen.get(then) ?? [];
    return only === undefined || more.length > 0 ? `then ${then}` : `given ${only}`;
  };
  return [...Map.groupBy(polls, keyOf).values()];
}
