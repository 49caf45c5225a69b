import { endOf } from "../../dates.ts";
import type { RecentPoll } from "./summary.ts";
import type { Poll } from "./source.ts";

/** The document carries this many polls; the section has them all. */
export const RECENT_POLLS = 20;

/**
 * The newest polls first, by the end of their field work, without the fields that say nothing.
 * Notes stay in the section: a card shows none.
 */
export function recentPolls(polls: readonly Poll[]): RecentPoll[] {
  return polls
    .toSorted((a, b) => endOf(b.field).localeCompare(endOf(a.field)) || a.id.localeCompare(b.id))
    .slice(0, RECENT_POLLS)
    .map(withoutDefaults);
}

function withoutDefaults(poll: Poll): RecentPoll {
  const {
    survey,
    sponsor,
    undecided,
    partisan,
    internal,
    publishedAt,
    url,
    note: _,
    ...always
  } = poll;
  return {
    ...always,
    ...(survey !== poll.id && { survey }),
    ...(sponsor !== null && { sponsor }),
    ...(undecided !== null && { undecided }),
    ...(partisan !== null && { partisan }),
    ...(internal && { internal }),
    ...(publishedAt !== null && { publishedAt }),
    ...(url !== null && { url }),
  };
}
