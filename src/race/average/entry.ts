import { dayOf, endOf, localDate, middleOf } from "../dates.ts";
import type { Poll, Population } from "../sections/polls/source.ts";
import { eligiblePolls, type Moment } from "./eligible.ts";

/** A poll as the averages see it: dates as day numbers, candidates as places in their list. */
export type Entry = {
  readonly poll: Poll;
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

/** The eligible polls of a moment, in the order of eligiblePolls, made ready for many days. */
export function entriesOf(polls: readonly Poll[], moment: Moment): readonly Entry[] {
  const places = new Map(moment.candidates.map(({ id }, at) => [id, at]));
  const entries = eligiblePolls(polls, moment).map((poll) => {
    const end = dayOf(endOf(poll.field));
    const published =
      poll.publishedAt === null ? end : dayOf(localDate(poll.publishedAt, moment.timeZone));
    return { poll, end, enters: Math.max(end, published) };
  });

  const firstOfRank = new Map<string, number[]>();
  for (const { poll, enters } of entries) {
    const first = firstOfRank.get(poll.survey) ?? Array<number>(UNKNOWN_RANK + 1).fill(Infinity);
    first[rankOf(poll)] = Math.min(first[rankOf(poll)] ?? Infinity, enters);
    firstOfRank.set(poll.survey, first);
  }
  return entries.map(({ poll, end, enters }) => ({
    poll,
    end,
    middle: middleOf(poll.field),
    enters,
    leaves: Math.min(...(firstOfRank.get(poll.survey) ?? []).slice(0, rankOf(poll)), Infinity),
    shares: poll.shares.flatMap(({ candidate, share }) => {
      const at = places.get(candidate);
      return at === undefined ? [] : [{ at, share }];
    }),
  }));
}

/** Those that counted at the end of one day, one population per survey. */
export function countedOn(entries: readonly Entry[], day: number): readonly Entry[] {
  return entries.filter(({ enters, leaves }) => enters <= day && day < leaves);
}

function rankOf({ population }: Poll): number {
  return population === null ? UNKNOWN_RANK : RANKS[population];
}
