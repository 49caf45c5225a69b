import { dayOf, endOf, localDate, middleOf, startOf } from "../../dates.ts";
import type { Poll, Population } from "../../sections/polls/source.ts";
import { countedSample, sampleBound } from "./sample.ts";

/** One candidate's share in one poll. */
export type CandidateShare = {
  /** The candidate's place in the race's list. */
  readonly at: number;
  /** Percent. */
  readonly share: number;
};

/** A poll made ready for many days: dates as day numbers, candidates as places in the race's list. */
export type Question = {
  readonly poll: Poll;
  readonly start: number;
  readonly end: number;
  /** A half where field work lasted an even number of days. */
  readonly middle: number;
  /** First day on which it counts. */
  readonly enters: number;
  /** Only the race's own candidates, as the method takes them. */
  readonly shares: readonly CandidateShare[];
  /** The sum of these shares. */
  readonly sum: number;
  /** People asked, as far as the margin of error allows; null is unknown. */
  readonly sample: number | null;
  /** The most people that a printed margin of error allows for where the sample is unknown. */
  readonly bound: number;
  readonly partisan: boolean;
  /** Sets one candidate of the race against people who aren't: that is another choice than the race. */
  readonly isOtherChoice: boolean;
  /** Smaller is nearer to those who vote. */
  readonly rank: number;
};

/** Whom to believe when one survey reports several populations: the nearest to those who vote. */
const RANKS = { lv: 0, rv: 1, v: 2, a: 3 } as const satisfies Record<Population, number>;
const UNKNOWN_RANK = 4;

/** What a method does to the shares of a poll before it averages them. */
export type Adjust = (share: number, candidate: string, poll: string) => number;

/** `places` has each candidate's place in the race's list, by id. */
export function questionOf(
  poll: Poll,
  places: ReadonlyMap<string, number>,
  adjust: Adjust,
  timeZone: string,
): Question {
  const end = dayOf(endOf(poll.field));
  const published = poll.publishedAt === null ? end : dayOf(localDate(poll.publishedAt, timeZone));
  const shares = poll.shares.flatMap(({ candidate, share }) => {
    const at = places.get(candidate);
    return at === undefined ? [] : [{ at, share: adjust(share, candidate, poll.id) }];
  });
  return {
    poll,
    start: dayOf(startOf(poll.field)),
    end,
    middle: middleOf(poll.field),
    enters: Math.max(end, published),
    shares,
    sum: shares.reduce((sum, { share }) => sum + share, 0),
    sample: countedSample(poll),
    bound: sampleBound(poll.marginOfError),
    isOtherChoice: poll.others !== undefined && shares.length < Math.min(2, places.size),
    partisan: poll.internal || poll.partisan !== null,
    rank: poll.population === null ? UNKNOWN_RANK : RANKS[poll.population],
  };
}

/** Whether it asked about all of these candidates, whoever else it asked about. */
export function asksAll(
  { shares, isOtherChoice }: Question,
  candidates: readonly number[],
): boolean {
  return !isOtherChoice && candidates.every((at) => shares.some((one) => one.at === at));
}
