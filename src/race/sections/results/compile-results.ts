import { type Mode, MODES } from "../../schema/common.ts";
import { joinKey } from "../rows.ts";
import type { ReadersCall } from "../calls/source.ts";
import type { CountState } from "../../schema/count.ts";
import { areasIn, areaTotal, namedIn } from "./compile-areas.ts";
import { wholeFigures } from "./figures.ts";
import { expectedOf, expectedReporting, placesReporting } from "./reporting.ts";
import { withoutModeTotals } from "./mode-totals.ts";
import { type ResultsFacts, sharesAreOfBallots } from "./results-facts.ts";
import { neededOf } from "./needed-of.ts";
import type { ResultsSummary, Tally } from "./summary.ts";
import { type ResultCount, type ResultsSource, WHOLE_CONTEST } from "./source.ts";
import { type Rows, tallyVotes } from "./tally.ts";

/**
 * Votes, shares and reporting by round; `calls` say who won or goes on. Null when nothing has been
 * counted. `candidates` are the race's ids: where the first round is the latest, each is
 * listed, votes or not; in a runoff only those who are in it.
 */
export function compileResults(source: ResultsSource, facts: ResultsFacts): ResultsSummary | null {
  const byRound = Map.groupBy(withoutModeTotals(source.counts), (row) => row.round);
  const counted = [...byRound.keys()].toSorted((a, b) => a - b);
  const numbers = counted.length === 0 && facts.speaks ? [1] : counted;
  const latest = numbers.at(-1);
  const inTime = source.counts.toSorted((a, b) => momentOf(a) - momentOf(b));
  const newest = inTime.at(-1);
  // Whose count it is says whoever counts the votes: precincts may come from somebody else.
  const counts = inTime.findLast(({ measure }) => measure === "votes") ?? newest;
  if (latest === undefined) return facts.isVoting ? nothingYet(facts) : null;
  const inLatest = candidatesIn(latest, byRound.get(latest) ?? [], facts);
  const compiled = numbers.map((n) => {
    const all = byRound.get(n) ?? [];
    return roundOf(n, all, n === latest ? inLatest : namedIn(all), facts);
  });
  const rows = wholeContest(byRound.get(latest) ?? []);
  const last = compiled.at(-1)?.round;
  return {
    asOf: newest?.asOf ?? null,
    source: counts?.source ?? null,
    ...neededOf(last, facts),
    rounds: compiled.map(({ round }) => round),
    reporting: last?.reporting ?? null,
    ...areaTotal(areasIn(byRound.get(latest) ?? []), facts.areas ?? []),
    count: {
      state: stateOf(last?.votes ?? 0, facts),
      expected: expectedOf(rows, facts),
      outstanding: facts.count?.outstanding ?? [],
      nextUpdate: facts.count?.nextUpdate ?? null,
    },
    modes: MODES.filter((mode) =>
      rows.some((row) => row.measure === "votes" && row.mode === mode),
    ).map((mode) => {
      const { candidates, others, votes } = tallyVotes(rows, inLatest, {
        mode,
        ...modeShares(rows, mode, facts),
      });
      return { mode, votes, others, candidates };
    }),
    notes: compiled.flatMap(({ notes }) => notes),
  };
}

/** Of a vote that goes on. */
function nothingYet({ count }: ResultsFacts): ResultsSummary {
  return {
    asOf: null,
    source: null,
    rounds: [],
    reporting: null,
    count: {
      state: "not_started",
      expected: null,
      outstanding: count?.outstanding ?? [],
      nextUpdate: count?.nextUpdate ?? null,
    },
    modes: [],
    notes: [],
  };
}

function roundOf(n: number, all: Rows, listed: readonly string[], facts: ResultsFacts) {
  const { calls, areas: known = [] } = facts;
  const rows = wholeContest(all);
  const { voteFor = 1 } = facts.contest ?? {};
  const areas = areasIn(all, voteFor);
  const stated = all.filter((row) => row.area === WHOLE_CONTEST);
  const { votes } = tallyVotes(rows, listed);
  const ballots = Math.ceil(votes / voteFor);
  const { figures, notes, turnout } = wholeFigures(stated, areas, ballots, n);
  const ofBallots = sharesAreOfBallots(facts.contest) && figures.ballots !== null;
  const tally = withoutVotes(
    tallyVotes(rows, listed, ofBallots ? { of: figures.ballots } : {}),
    facts,
  );
  const isStated = stated.some((row) => row.measure === "precincts_reported");
  const { precincts: _, rejected, ...people } = figures;
  return {
    round: {
      n,
      ...tally,
      candidates: tally.candidates
        .toSorted((a, b) => (b.votes ?? -1) - (a.votes ?? -1))
        .map((one) => ({ ...one, status: statusOf(one.candidate, n, calls, facts) })),
      ...people,
      ...(rejected !== null && { rejected }),
      ...(ofBallots && { sharesOf: "ballots" as const }),
      reporting:
        placesReporting(figures, areas, known, { isStated, isFinal: facts.isFinal }) ??
        expectedReporting(expectedOf(rows, facts)),
      turnout,
    },
    notes,
  };
}

/** Votes make a count partial, whatever was said before them; a certificate makes it complete. */
function stateOf(votes: number, { count, isFinal = false }: ResultsFacts): CountState {
  const said = count?.state ?? null;
  if (isFinal) return said === "canvass" || said === "recount" ? said : "complete";
  return votes > 0 && said !== "paused" ? "partial" : (said ?? "not_started");
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
function candidatesIn(
  round: number,
  rows: Rows,
  { candidates, calls }: ResultsFacts,
): readonly string[] {
  if (round === 1) return candidates;
  const called = calls.filter((call) => call.outcome === "runoff" && call.round === round - 1);
  const inIt = new Set([...namedIn(rows), ...called.flatMap(({ candidate }) => candidate ?? [])]);
  return inIt.size === 0 ? candidates : candidates.filter((id) => inIt.has(id));
}

function statusOf(
  candidate: string,
  round: number,
  calls: readonly ReadersCall[],
  { contest }: ResultsFacts,
): ReadersCall["outcome"] | null {
  const own = calls.find((c) => c.candidate === candidate && c.round === round);
  if (own) return own.outcome;
  const question = calls.find((c) => c.candidate === null && c.round === round)?.outcome;
  if (question === undefined || contest === undefined) return null;
  // Yes keeps whom a retention is about, and removes whom a recall is about.
  const isYes =
    question === "passed" ||
    question === (contest.electionType === "recall" ? "removed" : "retained");
  return candidate === (isYes ? "yes" : "no") ? question : null;
}

/** Of whom nobody stands against there are no votes, whatever a file says: never 0. */
function withoutVotes<T extends { readonly candidates: Tally[] }>(
  tally: T,
  { contest }: ResultsFacts,
): T {
  const alone = new Set(
    contest?.candidates.flatMap(({ id, uncontested }) => (uncontested ? [id] : [])),
  );
  if (alone.size === 0) return tally;
  const candidates = tally.candidates.map((one) =>
    alone.has(one.candidate) && !one.votes ? { ...one, votes: null, share: null } : one,
  );
  return { ...tally, candidates };
}

/**
 * Ballots aren't counted by mode: where shares are of ballots, modes have none. Nor has a mode in which
 * somebody's count isn't told, though they have votes: the others' shares would be too large.
 */
function modeShares(rows: Rows, mode: Mode, { contest }: ResultsFacts) {
  const votes = rows.filter(({ measure, candidate }) => measure === "votes" && candidate !== null);
  const told = new Set(votes.filter((row) => row.mode === mode).map(({ candidate }) => candidate));
  const isUntold = votes.some(({ candidate, value }) => value > 0 && !told.has(candidate));
  return sharesAreOfBallots(contest) || isUntold ? { of: null } : {};
}

/** A bare date counts as its first moment, so a time on the same day is newer. */
function momentOf(row: ResultCount): number {
  return Date.parse(row.asOf);
}
