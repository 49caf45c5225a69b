import { endOf, localDate } from "../../dates.ts";
import type { Poll } from "../../sections/polls/source.ts";

/** For which race and which moment polls are looked at. */
export type Moment = {
  readonly candidates: readonly { readonly id: string }[];
  /** ISO 8601 with its zone. */
  readonly asOf: string;
  readonly timeZone: string;
};

/**
 * The polls that a reader could know at `asOf`, newest field work first and then by id, so
 * that no result depends on the order of a file. A poll counts from the moment it was
 * published where that is known (a date means its first minute), else from the date its field
 * work ended, and never before that date. Polls that name no candidate of the race are left
 * out; of several rows with one id the last counts.
 */
export function eligiblePolls(
  polls: readonly Poll[],
  { candidates, asOf, timeZone }: Moment,
): readonly Poll[] {
  const today = localDate(asOf, timeZone);
  const now = Date.parse(asOf);
  const ids = new Set(candidates.map(({ id }) => id));
  const isPublished = (at: string) => (at.length === 10 ? at <= today : Date.parse(at) <= now);
  return [...new Map(polls.map((poll) => [poll.id, poll])).values()]
    .filter(
      ({ field, publishedAt, shares }) =>
        endOf(field) <= today &&
        (publishedAt === null || isPublished(publishedAt)) &&
        shares.some(({ candidate }) => ids.has(candidate)),
    )
    .map((poll) => ({ poll, end: endOf(poll.field) }))
    .toSorted((a, b) => compare(b.end, a.end) || compare(a.poll.id, b.poll.id))
    .map(({ poll }) => poll);
}

/** By code unit: the same on every machine, whatever its language. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
