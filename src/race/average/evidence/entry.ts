import type { Poll } from "../../sections/polls/source.ts";
import { asksAll, type CandidateShare, type Question } from "./question.ts";

/**
 * One survey as the averages take it: one piece of evidence, however many questions it asked.
 * Dates are day numbers.
 */
export type Entry = {
  /** Models of one population and line-up, which share the entry alike; at least one. */
  readonly questions: readonly EntryQuestion[];
  /** By the one name that the pollster has in the stated lists. */
  readonly pollster: string;
  readonly partisan: boolean;
  /** People asked, as far as the margin of error allows; null is unknown. */
  readonly sample: number | null;
  /** The most people that a printed margin of error allows for where the sample is unknown. */
  readonly bound: number;
  readonly start: number;
  readonly end: number;
  /** A half where field work lasted an even number of days. */
  readonly middle: number;
  /** First day on which it counts. */
  readonly enters: number;
  /** First day on which a later question of the survey changes it. */
  readonly leaves: number;
  /** Releases with the same series are one pollster's for one sponsor about one population. */
  readonly series: string;
};

export type EntryQuestion = {
  readonly poll: Poll;
  /** Its own, and those that questions beside it have of candidates whom it doesn't name. */
  readonly shares: readonly CandidateShare[];
  /** The sum of its own. */
  readonly sum: number;
  /** Other questions to the same people, from which shares are taken. */
  readonly beside?: readonly Poll[];
};

/**
 * The entries that one survey's questions make over time: as each is published, the best of those
 * known by then. Best are those that asked the whole line-up, then the nearest population, then
 * the fewest others beside the line-up. A survey that never asked the line-up makes none.
 */
export function entriesOfSurvey(
  questions: readonly Question[],
  lineUp: readonly number[],
  resolve: (pollster: string) => string,
): readonly Entry[] {
  const fitting = questions
    .filter((question) => asksAll(question, lineUp))
    .toSorted((a, b) => a.enters - b.enters || compare(a.poll.id, b.poll.id));
  const days = [...new Set(fitting.map(({ enters }) => enters))];
  const entries: Entry[] = [];
  let known = 0;
  let best: readonly Question[] = [];
  let beside: readonly Question[] = [];
  for (const [i, enters] of days.entries()) {
    const fresh: Question[] = [];
    for (let next = fitting[known]; next?.enters === enters; next = fitting[++known]) {
      fresh.push(next);
    }
    const rank = least([...best, ...fresh], (one) => one.rank);
    const all = [...best, ...beside, ...fresh].filter((one) => one.rank === rank);
    const asked = least(all, ({ shares }) => shares.length);
    best = all.filter(({ shares }) => shares.length === asked);
    beside = all.filter(({ shares }) => shares.length > asked);
    entries.push({ ...entryOf(best, beside, resolve), enters, leaves: days[i + 1] ?? Infinity });
  }
  return entries;
}

function entryOf(
  questions: readonly Question[],
  beside: readonly Question[],
  resolve: (pollster: string) => string,
): Omit<Entry, "enters" | "leaves"> {
  const [first] = questions;
  if (first === undefined) throw new Error("an entry needs a question");
  const pollster = resolve(first.poll.pollster);
  const others = beside.toSorted(
    (a, b) => a.shares.length - b.shares.length || compare(a.poll.id, b.poll.id),
  );
  const entry = {
    partisan: false,
    sample: null as number | null,
    bound: Infinity,
    start: Infinity,
    end: -Infinity,
    middle: -Infinity,
  };
  for (const { partisan, sample, bound, start, end, middle } of questions) {
    entry.partisan ||= partisan;
    if (sample !== null) entry.sample = Math.max(entry.sample ?? 0, sample);
    entry.bound = Math.min(entry.bound, bound);
    entry.start = Math.min(entry.start, start);
    entry.end = Math.max(entry.end, end);
    entry.middle = Math.max(entry.middle, middle);
  }
  return {
    ...entry,
    questions:
      others.length === 0 ? questions : questions.map((one) => withSharesBeside(one, others)),
    pollster,
    series: JSON.stringify([pollster, first.poll.sponsor, first.poll.population]),
  };
}

function withSharesBeside(question: Question, others: readonly Question[]): EntryQuestion {
  const shares = [...question.shares];
  const named = new Set(shares.map(({ at }) => at));
  const beside = others.filter((other) => {
    const more = other.shares.filter(({ at }) => !named.has(at));
    for (const one of more) named.add(one.at);
    shares.push(...more);
    return more.length > 0;
  });
  return {
    poll: question.poll,
    shares,
    sum: question.sum,
    beside: beside.map(({ poll }) => poll),
  };
}

/** Those that count at the end of one day. */
export function countedOn(entries: readonly Entry[], day: number): readonly Entry[] {
  return entries.filter(({ enters, leaves }) => enters <= day && day < leaves);
}

/** A list of any length: arguments of a call may not be that many. */
function least<T>(list: readonly T[], of: (one: T) => number): number {
  return list.reduce((smallest, one) => Math.min(smallest, of(one)), Infinity);
}

/** By code unit: the same on every machine, whatever its language. */
export function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
