import { dayOf } from "../../dates.ts";
import { asksAll, type Question } from "./question.ts";
import { freshness, HALF_LIFE_DAYS, sizeFactor } from "../weights/weighted.ts";

/** A candidate asked about in this part of the weight, or more, becomes a main candidate. */
export const ENTER_LINE_UP = 0.6;

/** A main candidate stays one down to this part of the weight: no single poll flips the line-up. */
export const LEAVE_LINE_UP = 0.4;

/** Main candidates as race.json states them, from a date on. */
export type StatedLineUp = { readonly from: string; readonly candidates: readonly string[] };

/**
 * The race's main candidates at one moment, as places in its list: the newest that race.json
 * states, or else those whom the surveys known by then asked about. Each survey weighs by its
 * freshness and sample; a candidate comes in at 60 % of the weight and leaves below 40 %, judged
 * on each day on which a survey came. The line-up has two or more where polls asked about two
 * together, and is short enough for 40 % of the weight to have asked about all of it.
 */
export function lineUpOf(
  surveys: readonly (readonly Question[])[],
  candidates: readonly { readonly id: string }[],
  stated: readonly StatedLineUp[],
  date: string,
): readonly number[] {
  const byEditor = stated
    .filter(({ from }) => from <= date)
    .toSorted((a, b) => (a.from < b.from ? -1 : 1))
    .at(-1);
  if (byEditor !== undefined) {
    return candidates.flatMap(({ id }, at) => (byEditor.candidates.includes(id) ? [at] : []));
  }
  const about = aboutTheChoice(surveys);
  return inOrder(asFarAsAsked(about, askedLineUp(about, candidates.length), dayOf(date)));
}

/**
 * The questions that say whom a race's polls ask about. One that names a single candidate of the
 * race says nothing of it, unless there are no others.
 */
function aboutTheChoice(
  surveys: readonly (readonly Question[])[],
): readonly (readonly Question[])[] {
  const isPaired = ({ shares }: Question) => shares.length > 1;
  const paired = surveys.some((questions) => questions.some(isPaired));
  return surveys
    .map((questions) => questions.filter((one) => !one.isOtherChoice && (!paired || isPaired(one))))
    .filter((questions) => questions.length > 0);
}

/** A survey came, or asked about a candidate for the first time, on a day. */
type Arrival = {
  readonly day: number;
  readonly middle: number;
  readonly size: number;
  /** Null for the survey itself. */
  readonly at: number | null;
};

/** Candidates by how much of the weight asked about them, most first, and whether they're in. */
type Asked = { readonly at: number; readonly weight: number; readonly isIn: boolean };

function askedLineUp(
  surveys: readonly (readonly Question[])[],
  candidateCount: number,
): readonly Asked[] {
  const arrivals = surveys.flatMap(arrivalsOf).toSorted((a, b) => a.day - b.day);
  const weights = Array<number>(candidateCount).fill(0);
  const isIn = Array<boolean>(candidateCount).fill(false);
  let all = 0;
  for (const [i, { day, middle, size, at }] of arrivals.entries()) {
    const before = arrivals[i - 1]?.day ?? day;
    const kept = freshness(day - before, HALF_LIFE_DAYS);
    if (kept !== 1) {
      all *= kept;
      for (const [one, weight] of weights.entries()) weights[one] = weight * kept;
    }
    const weight = freshness(day - middle, HALF_LIFE_DAYS) * size;
    if (at === null) all += weight;
    else weights[at] = (weights[at] ?? 0) + weight;
    if (arrivals[i + 1]?.day === day) continue;
    for (const [one, weightOfOne] of weights.entries()) {
      isIn[one] = weightOfOne >= (isIn[one] ? LEAVE_LINE_UP : ENTER_LINE_UP) * all - 1e-9 * all;
    }
  }
  return weights
    .map((weight, at) => ({ at, weight, isIn: weight > 0 && isIn[at] === true }))
    .toSorted((a, b) => b.weight - a.weight || a.at - b.at);
}

function arrivalsOf(questions: readonly Question[]): readonly Arrival[] {
  const asked = new Map<number, number>();
  for (const { shares, enters } of questions) {
    for (const { at } of shares) asked.set(at, Math.min(asked.get(at) ?? Infinity, enters));
  }
  const weight = weightOf(questions);
  const day = questions.reduce((first, { enters }) => Math.min(first, enters), Infinity);
  return [
    { ...weight, day, at: null },
    ...[...asked].map(([at, since]) => ({ ...weight, day: since, at })),
  ];
}

function weightOf(questions: readonly Question[]): Pick<Arrival, "middle" | "size"> {
  let middle = -Infinity;
  let people = 0;
  for (const one of questions) {
    middle = Math.max(middle, one.middle);
    people = Math.max(people, one.sample ?? 0);
  }
  return { middle, size: sizeFactor(people) };
}

/** Drops the least asked until enough of the weight asked about all; fills up to two who were asked together. */
function asFarAsAsked(
  surveys: readonly (readonly Question[])[],
  asked: readonly Asked[],
  day: number,
): readonly number[] {
  const weighed = surveys.map((questions) => {
    const { middle, size } = weightOf(questions);
    return { questions, weight: freshness(day - middle, HALF_LIFE_DAYS) * size };
  });
  const sum = (of: typeof weighed) => of.reduce((total, { weight }) => total + weight, 0);
  const all = sum(weighed);
  const together = (lineUp: readonly number[]) =>
    sum(weighed.filter(({ questions }) => questions.some((one) => asksAll(one, lineUp))));

  const lineUp = asked.filter(({ isIn }) => isIn).map(({ at }) => at);
  while (lineUp.length > 2 && together(lineUp) < LEAVE_LINE_UP * all) lineUp.pop();
  if (lineUp.length >= 2 && together(lineUp) > 0) return lineUp;

  const [first, ...others] = asked.filter(({ weight }) => weight > 0).map(({ at }) => at);
  if (first === undefined) return [];
  const partners = others.map((at) => ({ at, weight: together([first, at]) }));
  const [partner] = partners.toSorted((a, b) => b.weight - a.weight);
  return partner !== undefined && partner.weight > 0 ? [first, partner.at] : [first];
}

function inOrder(places: readonly number[]): readonly number[] {
  return places.toSorted((a, b) => a - b);
}
