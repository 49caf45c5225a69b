import type { RaceData } from "../../schema/data.ts";
import {
  type Counter,
  counterKey,
  counterName,
  counterPath,
  type Counters,
  countersOf,
} from "../../sections/results/counters.ts";
import { WHOLE_CONTEST } from "../../sections/results/source.ts";
import { byPart, isCast, partOfCounter, partsOfRound, placeOf, sumOf } from "../counts.ts";
import type { Finding, GateRule, Proposal } from "../doubt.ts";
import { highOf } from "../highs.ts";
import { number } from "../say.ts";
import { isCertified } from "../standing.ts";
import { turnoutFalls } from "./turnout-falls.ts";

/** Of the contest, or of the area: what offices take back when they mend a typing error. */
export const SMALL_SHARE = 0.002;
/** In one area, however small it is. */
const SMALL_VOTES = 25;

/** What is compared: the counters of a race before and after. */
type Sides = {
  readonly proposal: Proposal;
  readonly before: RaceData;
  readonly was: Counters;
  readonly is: Counters;
  readonly partsWere: ReadonlyMap<string, readonly Counter[]>;
  readonly partsAre: ReadonlyMap<string, readonly Counter[]>;
};
type Fall = { readonly old: Counter; readonly from: number; readonly to: number };

export const counterFalls = {
  name: "counter_falls",
  sentence:
    "votes or ballots that fall by more than 0.2 % of the contest, or in one area by more than 0.2 % and 25 votes, or that change the order by falling; an area that goes away",
  example: "Cobb: 95,100 votes become 90,100",
  meanwhile: "that area’s votes as they were; all other areas go on",
  find: (proposal) => [...resultsFall(proposal), ...turnoutFalls(proposal)],
} as const satisfies GateRule;

function resultsFall(proposal: Proposal): Finding[] {
  const { before, after, now } = proposal;
  if (!before?.results || !after.results) return [];
  const [was, is] = [countersOf(before.results), countersOf(after.results)];
  const sides = {
    proposal,
    before,
    was,
    is,
    partsWere: byPart(was.values()),
    partsAre: byPart(is.values()),
  };
  const cast = [...was.values()].filter((counter) => isCast(counter) && counter.value > 0);
  // What is emptied altogether is another rule's.
  if (![...is.values()].some(isCast)) return [];
  const groups = [...byPart(cast.filter(({ summed }) => !summed))];
  const gone = groups.filter(([, [first]]) => first && isGone(sides, first));
  const stays = groups.filter(([, [first]]) => first && !isGone(sides, first));
  const goes = proposal.withdraws ? [] : gone.flatMap(([, old]) => goesAway(sides, old));
  if (isCertified(before, now)) return goes;
  const comes = [...is.values()].flatMap((counter) => comesBack(sides, counter));
  const falls = stays.map(([part, old]) => ({ part, falls: fallsIn(sides, old) }));
  const doubted = falls.filter(({ falls: f }) => f.some((fall) => !isSmall(sides, fall, f)));
  const found = [
    ...goes,
    ...comes,
    ...doubted.flatMap(({ falls: f }) => f.map((fall) => tell(sides, fall))),
  ];
  const small = falls.filter((group) => !doubted.includes(group)).flatMap(({ falls: f }) => f);
  return [...found, ...wholeFalls(sides, cast, small, new Set(found.flatMap((f) => f.parts)))];
}

/** No candidate of the area is counted any more, nor anything else of that measure. */
function isGone({ partsAre }: Sides, counter: Counter): boolean {
  return !partsAre.has(partOfCounter(counter));
}

function goesAway({ before, was, is }: Sides, old: readonly Counter[]): Finding[] {
  const [first] = old;
  if (!first) return [];
  const isNew = (c: Counter) =>
    !c.summed && c.round === first.round && c.measure === first.measure && !was.has(counterKey(c));
  // Areas that come in their place may be the same votes, cut another way.
  const recut = [...is.values()].some((c) => isNew(c) && c.area !== WHOLE_CONTEST);
  const parts = recut ? partsOfRound(first, was, is) : [partOfCounter(first)];
  return old.map((counter) => ({
    section: "results",
    scope: partOfCounter(first),
    parts,
    place: placeOf(counter),
    path: counterPath(counter),
    message: `${counterName(counter, before)}: ${number(counter.value)} would be gone`,
    before: counter.value,
  }));
}

function fallsIn({ proposal, is }: Sides, old: readonly Counter[]): Fall[] {
  return old.flatMap((counter) => {
    const from = highOf(proposal.highs, counterPath(counter), counter.value);
    // A candidate without a row has none, in an area that counts others.
    const next = is.get(counterKey(counter));
    if (next === undefined && proposal.withdraws) return [];
    const to = next?.value ?? 0;
    return to < counter.value ? [{ old: counter, from, to }] : [];
  });
}

function isSmall(sides: Sides, { old, from, to }: Fall, falls: readonly Fall[]): boolean {
  const { partsWere } = sides;
  const rivals = partsWere.get(partOfCounter(old)) ?? [];
  const contest = partsWere.get(partOfCounter({ ...old, area: WHOLE_CONTEST })) ?? [];
  const inArea = Math.max(SMALL_SHARE * sumOf(rivals), SMALL_VOTES);
  const inContest = SMALL_SHARE * sumOf(contest);
  const least = old.area === WHOLE_CONTEST ? inContest : Math.min(inArea, inContest);
  return from - to <= least && keepsOrder(rivals, falls);
}

/** Whether nobody is overtaken, or caught up with, by falling alone. */
function keepsOrder(rivals: readonly Counter[], falls: readonly Fall[]): boolean {
  const lowered = new Map(falls.map(({ old, to }) => [counterKey(old), to]));
  const votes = rivals.map((c) => ({ was: c.value, is: lowered.get(counterKey(c)) ?? c.value }));
  return votes.every((a) => votes.every((b) => a.was <= b.was || a.is > b.is));
}

/** A number that was taken away, and comes again lower: that is a new claim. */
function comesBack({ proposal, before, was, is }: Sides, counter: Counter): Finding[] {
  if (was.has(counterKey(counter))) return [];
  const from = proposal.highs[counterPath(counter)] ?? 0;
  if (from - counter.value <= Math.max(SMALL_SHARE * from, SMALL_VOTES)) return [];
  const found = tell({ before }, { old: { ...counter, value: from }, from, to: counter.value });
  return [counter.summed ? { ...found, parts: partsOfRound(counter, is) } : found];
}

/** The whole contest, where no area's fall is large by itself but all of them are together. */
function wholeFalls(
  sides: Sides,
  cast: readonly Counter[],
  small: readonly Fall[],
  doubted: ReadonlySet<string>,
): Finding[] {
  const { was, is, proposal } = sides;
  const isWithdrawn = proposal.withdraws && was.size > is.size;
  const sums = [...byPart(cast.filter(({ summed }) => summed)).values()];
  const smallOf = Map.groupBy(small, ({ old }) => contestOf(old));
  return sums.flatMap((old) => {
    const [first] = old;
    if (!first) return [];
    const contest = SMALL_SHARE * sumOf(old);
    const ours = smallOf.get(contestOf(first)) ?? [];
    const totals = old.map((c) => ({
      old: c,
      to:
        c.value -
        ours
          .filter((f) => f.old.candidate === c.candidate)
          .reduce((s, f) => s + f.old.value - f.to, 0),
      from: c.value,
    }));
    const turned = ours.length > 0 && !keepsOrder(old, totals);
    const deep = fallsIn(sides, old).filter((fall) => fall.from - fall.to > contest);
    // What is left of a sum whose parts are taken away on purpose is no fall.
    if (!turned && (deep.length === 0 || isWithdrawn)) return [];
    const areas = [...new Set(ours.map((fall) => partOfCounter(fall.old)))];
    // An area that waits already explains its sum.
    if (areas.length === 0 && partsOfRound(first, was).some((part) => doubted.has(part))) return [];
    const parts = areas.length > 0 ? areas : partsOfRound(first, was, is);
    const told = deep.length > 0 ? deep : totals.filter((fall) => fall.to < fall.from);
    return told.map((fall) => ({ ...tell(sides, fall), parts }));
  });
}

function contestOf({ round, measure }: Counter): string {
  return `${round}.${measure}`;
}

function tell({ before }: Pick<Sides, "before">, { old, to }: Fall): Finding {
  return {
    section: "results",
    scope: partOfCounter(old),
    parts: [partOfCounter(old)],
    place: placeOf(old),
    path: counterPath(old),
    message: `${counterName(old, before)}: would fall from ${number(old.value)} to ${number(to)}`,
    before: old.value,
    after: to,
  };
}
