import { dayOf, endOf, localDate, middleOf } from "../dates.ts";
import type { Poll, Population } from "../schema/polls.ts";

/** A poll as the averages see it: dates as day numbers, candidates as places in their list. */
export type EligiblePoll = {
  readonly id: string;
  readonly pollster: string;
  readonly sample: number | null;
  readonly internal: boolean;
  readonly partisan: boolean;
  /** Day number of the end of field work. */
  readonly end: number;
  /** Day number of the middle of field work, a half where it lasted an even number of days. */
  readonly middle: number;
  /** First day on which it counts. */
  readonly enters: number;
  /** First day on which a better population of its survey counts in its stead. */
  readonly leaves: number;
  /** Only the race's own candidates. */
  readonly shares: readonly CandidateShare[];
};

export type CandidateShare = {
  /** The candidate's place in the race's list. */
  readonly at: number;
  /** Percent. */
  readonly share: number;
};

/** Whom to believe when one survey reports several populations: the nearest to those who vote. */
const RANKS = { lv: 0, rv: 1, v: 2, a: 3 } as const satisfies Record<Population, number>;
const UNKNOWN_RANK = 4;

/**
 * The polls that a reader could know at `asOf` (ISO time), newest field work first and then by
 * id, so that no result depends on the order of a file. A poll counts from the moment it was
 * published where that is known, else from the end of its field work, and never before that
 * end. Polls that name no candidate of the race are left out; of rows with one id the last counts.
 */
export function eligiblePolls(
  polls: readonly Poll[],
  {
    candidates,
    asOf,
    timeZone,
  }: {
    readonly candidates: readonly { readonly id: string }[];
    readonly asOf: string;
    readonly timeZone: string;
  },
): readonly EligiblePoll[] {
  const today = dayOf(localDate(asOf, timeZone));
  const places = new Map(candidates.map(({ id }, at) => [id, at]));
  const known: (Omit<EligiblePoll, "leaves"> & { survey: string; rank: number })[] = [];

  for (const poll of new Map(polls.map((row) => [row.id, row])).values()) {
    const end = dayOf(endOf(poll.field));
    const shares = sharesOf(poll, places);
    if (end > today || shares.length === 0) continue;

    let enters = end;
    if (poll.publishedAt !== null) {
      if (!isPublished(poll.publishedAt, asOf, today)) continue;
      enters = Math.max(end, dayOf(localDate(poll.publishedAt, timeZone)));
    }
    known.push({
      id: poll.id,
      survey: poll.survey,
      rank: poll.population === null ? UNKNOWN_RANK : RANKS[poll.population],
      pollster: poll.pollster,
      sample: poll.sample,
      internal: poll.internal,
      partisan: poll.partisan !== null,
      end,
      middle: middleOf(poll.field),
      enters,
      shares,
    });
  }

  const firstOfRank = new Map<string, number[]>();
  for (const { survey, rank, enters } of known) {
    const first = firstOfRank.get(survey) ?? Array<number>(UNKNOWN_RANK + 1).fill(Infinity);
    first[rank] = Math.min(first[rank] ?? Infinity, enters);
    firstOfRank.set(survey, first);
  }
  return known
    .map(({ survey, rank, ...poll }) => {
      const better = firstOfRank.get(survey)?.slice(0, rank) ?? [];
      return { ...poll, leaves: Math.min(...better, Infinity) };
    })
    .toSorted((a, b) => b.end - a.end || (a.id < b.id ? -1 : 1));
}

/** Those of the eligible polls that counted at the end of one day, one population per survey. */
export function countedOn(polls: readonly EligiblePoll[], day: number): readonly EligiblePoll[] {
  return polls.filter((poll) => poll.enters <= day && day < poll.leaves);
}

function sharesOf(poll: Poll, places: ReadonlyMap<string, number>): readonly CandidateShare[] {
  return poll.shares.flatMap(({ candidate, share }) => {
    const at = places.get(candidate);
    return at === undefined ? [] : [{ at, share }];
  });
}

/** Published on a date means: from its first minute. */
function isPublished(publishedAt: string, asOf: string, today: number): boolean {
  return publishedAt.length === 10
    ? dayOf(publishedAt) <= today
    : Date.parse(publishedAt) <= Date.parse(asOf);
}
