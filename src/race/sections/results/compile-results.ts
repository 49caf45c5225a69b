import { roundHalfUp } from "../../rounding.ts";
import { MODES } from "../../schema/common.ts";
import { joinKey } from "../rows.ts";
import type { Call } from "../calls/source.ts";
import type { ResultsArea, ResultsSummary } from "./summary.ts";
import { type ResultCount, type ResultsSource, WHOLE_CONTEST } from "./source.ts";
import { measured, reportingOf, type Rows, tallyVotes } from "./tally.ts";

type Facts = { readonly candidates: readonly string[]; readonly calls: readonly Call[] };

/**
 * Votes, shares and reporting by round; `calls` say who won or goes on. Null when nothing has been
 * counted. `candidates` are the race's ids: where the first round is the latest, each is
 * listed, votes or not; in a runoff only those who are in it.
 */
export function compileResults(source: ResultsSource, facts: Facts): ResultsSummary | null {
  const byRound = Map.groupBy(source.counts, (row) => row.round);
  const numbers = [...byRound.keys()].toSorted((a, b) => a - b);
  const latest = numbers.at(-1);
  const newest = source.counts.toSorted((a, b) => momentOf(a) - momentOf(b)).at(-1);
  if (latest === undefined || !newest) return null;
  const inLatest = candidatesIn(latest, byRound.get(latest) ?? [], facts);
  const rounds = numbers.map((n) => {
    const rows = wholeContest(byRound.get(n) ?? []);
    const listed = n === latest ? inLatest : namedIn(rows);
    const totals = totalsOf(rows, listed);
    return {
      n,
      ...totals,
      candidates: totals.candidates
        .toSorted((a, b) => (b.votes ?? -1) - (a.votes ?? -1))
        .map((tally) => ({ ...tally, status: statusOf(tally.candidate, n, facts.calls) })),
      turnout:
        totals.ballots !== null && totals.registered
          ? Math.min(100, roundHalfUp((totals.ballots / totals.registered) * 100, 1))
          : null,
    };
  });
  const rows = wholeContest(byRound.get(latest) ?? []);
  return {
    asOf: newest.asOf,
    source: newest.source,
    rounds,
    reporting: reportingOf(rows),
    modes: MODES.filter((mode) =>
      rows.some((row) => row.measure === "votes" && row.mode === mode),
    ).map((mode) => {
      const { candidates, others, votes } = tallyVotes(rows, inLatest, mode);
      return { mode, votes, others, candidates };
    }),
  };
}

/** Every area's count, by round and in the order the areas first appear. */
export function compileAreas(source: ResultsSource): ResultsArea[] {
  const areas = Map.groupBy(
    source.counts.filter((row) => row.area !== WHOLE_CONTEST),
    (row) => `${row.round}\n${row.area}`,
  );
  return [...areas.values()].flatMap((rows) => {
    const [first] = rows;
    return first
      ? [{ round: first.round, area: first.area, ...totalsOf(rows, namedIn(rows)) }]
      : [];
  });
}

function totalsOf(rows: Rows, candidates: readonly string[]) {
  return {
    ...tallyVotes(rows, candidates),
    reporting: reportingOf(rows),
    registered: measured(rows, "registered"),
    ballots: measured(rows, "ballots"),
    undervotes: measured(rows, "undervotes"),
    overvotes: measured(rows, "overvotes"),
  };
}

/**
 * One round's rows for the whole contest. A source that states a total for a measure, or for a
 * candidate's votes, is taken at its word for that; otherwise the areas are summed. Never both: that would double.
 */
function wholeContest(rows: Rows): ResultCount[] {
  const counts = ({ measure, candidate, other }: ResultCount) => joinKey(measure, candidate, other);
  const stated = new Set(rows.filter((row) => row.area === WHOLE_CONTEST).map(counts));
  return rows.filter((row) => (row.area === WHOLE_CONTEST) === stated.has(counts(row)));
}

/** A runoff is between those whom its count names and those who were called to it. */
function candidatesIn(round: number, rows: Rows, { candidates, calls }: Facts): readonly string[] {
  if (round === 1) return candidates;
  const called = calls.filter((call) => call.outcome === "runoff" && call.round === round - 1);
  const inIt = new Set([...namedIn(rows), ...called.flatMap(({ candidate }) => candidate ?? [])]);
  return inIt.size === 0 ? candidates : candidates.filter((id) => inIt.has(id));
}

function namedIn(rows: Rows): string[] {
  return [...new Set(rows.flatMap((row) => (row.candidate === null ? [] : [row.candidate])))];
}

function statusOf(
  candidate: string,
  round: number,
  calls: readonly Call[],
): Call["outcome"] | null {
  return calls.find((c) => c.candidate === candidate && c.round === round)?.outcome ?? null;
}

/** A bare date counts as its first moment, so a time on the same day is newer. */
function momentOf(row: ResultCount): number {
  return Date.parse(row.asOf);
}
