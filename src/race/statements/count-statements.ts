import type { CountedFacts, CountFacts } from "../../wording/count-statement.ts";
import type { Language } from "../../wording/language.ts";
import { localDate } from "../dates.ts";
import type { Wording } from "../schema/common.ts";
import type { RaceFacts } from "../schema/race-facts.ts";
import { type CallsSource, isCall, uncalled } from "../sections/calls/source.ts";
import type { ResultsSummary } from "../sections/results/summary.ts";
import { calledFacts } from "./called-facts.ts";
import { inEachLanguage } from "./in-each-language.ts";
import { remarks } from "./remarks.ts";
import { isEarly } from "./is-early.ts";
import { jointCalls } from "./joint-calls.ts";
import { shareText } from "./share-text.ts";
import { spoken } from "./spoken.ts";
import { standingFacts, wholeOf } from "./standing-facts.ts";

type Told = {
  readonly race: RaceFacts;
  readonly calls: CallsSource | null;
  /** The moment to tell it for, an instant. */
  readonly asOf: string;
  readonly results: ResultsSummary;
  /** Areas that haven't reported, by name. */
  readonly unreported?: readonly string[];
};

/**
 * What there is to say of a count: a sentence that stands alone, and the same without how much is
 * counted, for where that stands beside it.
 */
export function countStatements(told: Told): {
  readonly statement: Wording;
  readonly headline: Wording;
  readonly progress?: Wording;
  readonly remarks?: Wording[];
} {
  const say = (change: (facts: CountFacts) => CountFacts) =>
    spoken(
      inEachLanguage((language) => language.statements.count(change(countFacts(told, language)))),
      told.race.languages,
    );
  const more = remarks(told);
  return {
    statement: say((facts) => facts),
    headline: say((facts) => (facts.case === "counting" ? { ...facts, counted: null } : facts)),
    ...progressOf(told),
    ...(more.length > 0 && { remarks: more }),
  };
}

/** Once anything is counted, or places say that nothing is. */
function progressOf({ race, results, asOf }: Told): { readonly progress?: Wording } {
  const counted = countedFacts(results);
  const certified = race.certified.some(({ at }) => Date.parse(at) <= Date.parse(asOf));
  if (race.declaredWhole && counted === null) return {};
  if (counted === null && (results.rounds.at(-1)?.votes ?? 0) === 0) return {};
  const at = results.count.expected?.asOf ?? results.asOf;
  const facts = {
    counted,
    paused: results.count.state === "paused",
    unofficial: results.count.state === "complete" && !certified,
    at: at?.includes("T") ? { at, timeZone: race.timeZone } : null,
  };
  const said = inEachLanguage(({ statements }) => statements.countLine(facts));
  return { progress: spoken(said, race.languages) };
}

/** What is most important of a count, in the numbers and names of a language. */
export function countFacts({ race, calls, asOf, results }: Told, language: Language): CountFacts {
  const { write } = language;
  const round = results.rounds.at(-1);
  if (round === undefined) return beforeCount(race, asOf);
  const early = isEarly(results);
  const standing = standingFacts({ race, round, needed: results.needed, early }, language);
  const rows = calls?.calls ?? [];
  const joint = jointCalls(round.n, rows.filter(isCall));
  const [first, second] = round.candidates;
  const [most, next] = [first?.votes ?? null, second?.votes ?? null];
  const apart = most === null || next === null ? null : most - next;

  const withdrawn = joint.length === 0 ? takenBack(calls, round.n) : [];
  const open = uncalled(rows);
  const isOpenSince = (at: string) => open !== null && Date.parse(open.at) > Date.parse(at);
  if (withdrawn.length > 0 && !withdrawn.every(({ at }) => isOpenSince(at)))
    return { case: "retracted", callers: [...new Set(withdrawn.map(({ caller }) => caller))] };
  if (race.recount?.state === "under_way" || results.count.state === "recount")
    return {
      case: "recount",
      points: apart === null || apart === 0 ? null : pointsOf(apart, wholeOf(round), write),
    };
  const certified = race.certified.filter(({ at }) => Date.parse(at) <= Date.parse(asOf)).at(-1);
  if (certified && standing)
    return {
      case: "certified",
      date: write.date(localDate(certified.at, race.timeZone)),
      standing,
    };
  if (joint.length > 0) return calledFacts(joint, { race, round, language });
  if (race.decidedBy === "lot" && apart === 0 && most !== null && most > 0)
    return { case: "lot", votes: most };
  if (open !== null)
    return open.outcome === "too_early" || joint.length > 0
      ? { case: "too_early" }
      : { case: "too_close", apart: apart === 0 ? null : apart };
  const ranked = rankedFacts(race, asOf, language);
  if (ranked) return ranked;
  if (standing) {
    const { reporting } = results;
    const complete =
      reporting !== null &&
      reporting.of !== "expected_vote" &&
      reporting.counted === reporting.total;
    const isQuestion = standing.case === "need";
    return {
      case: "counting",
      standing,
      early,
      counted: isQuestion && !early ? null : countedFacts(results),
      complete: complete && !isQuestion,
    };
  }
  const alone = race.candidates.filter(({ uncontested }) => uncontested);
  if (alone.length > 0)
    return { case: "unopposed", names: alone.map(({ shortName }) => shortName) };
  return beforeCount(race, asOf);
}

/** Nothing is counted: until polls close it is said when they do. */
function beforeCount({ timeZone, voting }: RaceFacts, asOf: string): CountFacts {
  if (Date.parse(asOf) >= Date.parse(voting.closes)) return { case: "none" };
  const today = localDate(voting.closes, timeZone) === localDate(asOf, timeZone);
  return { case: "voting", closes: { at: voting.closes, timeZone, today } };
}

/** Callers who took their call of a round back, and when. */
function takenBack(calls: CallsSource | null, n: number) {
  return (calls?.calls ?? [])
    .filter(isCall)
    .flatMap(({ round, caller, retracted }) =>
      round === n && retracted ? [{ caller, at: retracted.at }] : [],
    );
}

function rankedFacts(race: RaceFacts, asOf: string, { write }: Language): CountFacts | null {
  const latest = (race.tabulations ?? [])
    .filter(({ at }) => Date.parse(at) <= Date.parse(asOf))
    .toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at))
    .at(-1);
  const round = latest?.rounds.at(-1);
  if (latest === undefined || round === undefined || race.rule !== "ranked_choice") return null;
  const total = round.votes.reduce((sum, { votes }) => sum + votes, 0);
  const [first] = round.votes.toSorted((a, b) => b.votes - a.votes);
  if (first === undefined || total === 0) return null;
  return {
    case: "ranked",
    round: round.n,
    of: latest.rounds.length,
    official: latest.official,
    name: race.candidates.find(({ id }) => id === first.candidate)?.shortName ?? first.candidate,
    share: shareText(first.votes, total, write),
  };
}

/** How far a count is: by its estimator, else by places that have reported. */
export function countedFacts({
  count: { expected },
  reporting,
}: Pick<ResultsSummary, "count" | "reporting">): CountedFacts | null {
  if (expected !== null) return { of: "expected", percent: expected.percent, by: expected.by };
  if (reporting === null || reporting.of === "expected_vote") return null;
  const { of, counted, total } = reporting;
  return { of, counted, total };
}

/** "0.2": percentage points between two counts, "<0.1" where it is less and not nothing. */
function pointsOf(apart: number, total: number, write: Language["write"]): string {
  const points = (apart / total) * 100;
  return points < 0.05 ? `<${write.points(0.1)}` : write.share(points);
}
