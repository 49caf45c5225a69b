import type { RaceDocument } from "../../race/schema/document.ts";
import type { ResultsSummary } from "../../race/sections/results/summary.ts";
import type { CardLanguage } from "../../wording/language.ts";
import type {
  CallFacts,
  FiguresFacts,
  ResultsFacts,
  ResultsWording,
} from "../../wording/results.ts";
import type { CandidateStyle } from "../candidate-style.ts";
import { isEarly, progressOf, shareOf } from "./figures.ts";
import type { Round, Standing, Statement } from "./standing.ts";

/** What the card knows of a count, and the words for it. */
export type Count = {
  readonly race: RaceDocument;
  readonly results: ResultsSummary;
  readonly round: Round;
  readonly standing: readonly Standing[];
  /** Those of them that have a bar. */
  readonly shown: readonly Standing[];
  readonly statements: readonly Statement[];
  /** Whether half of the votes decides about a runoff. */
  readonly halfway: boolean;
  readonly styleOf: (id: string) => CandidateStyle;
  readonly say: ResultsWording;
  readonly language: CardLanguage;
};

/**
 * What the results card's sentence says. Who wins is only ever what callers say; while votes are
 * counted the figures stand for themselves, with how far the count is.
 */
export function resultsFacts(count: Count): ResultsFacts {
  const { race, results, language } = count;
  const calls = count.statements.map((statement) => callFacts(statement, count));
  const figures = figuresOf(count);
  if (figures && certifiedBy(race)) return { case: "certified", figures, calls };
  if (calls.length > 0) return { case: "called", calls };
  if (figures) {
    const progress = progressOf(results, language);
    const { reporting } = results;
    const complete = reporting !== null && reporting.counted === reporting.total;
    return { case: "counting", figures, progress, early: isEarly(results), complete };
  }
  return race.status === "upcoming" || race.status === "voting"
    ? { case: "voting", closes: language.write.when(race.voting.closes, race.timeZone) }
    : { case: "none" };
}

/** The office that certified the count last; none while the race isn't certified. */
export function certifiedBy({ status, certified }: RaceDocument) {
  return status === "certified" ? certified.at(-1) : undefined;
}

/** Candidates as sentences name them. */
export function namesOf(ids: Iterable<string>, { styleOf }: Count): readonly string[] {
  return Array.from(ids, (id) => styleOf(id).name);
}

function callFacts({ outcome, candidates, calls }: Statement, count: Count): CallFacts {
  const callers = calls.map(({ caller }) => caller);
  return { outcome, candidates: namesOf(candidates, count), callers };
}

/** Who stands how; null while there are no votes. */
function figuresOf(count: Count): FiguresFacts | null {
  const { round, standing, styleOf, language } = count;
  const [first, second] = standing;
  if (!first || first.votes === null || round.votes === 0) return null;
  const { name } = styleOf(first.candidate);
  const { votes } = first;
  if (!second || second.votes === null)
    return { case: "only", name, votes, sole: !second && round.others === null };
  if (second.votes === votes) {
    const tied = standing.filter((one) => one.votes === votes);
    const names = namesOf(
      tied.map(({ candidate }) => candidate),
      count,
    );
    return { case: "tie", names, votes };
  }
  const share = shareOf(first, round.votes, language);
  const next = shareOf(second, round.votes, language);
  return {
    case: "two",
    names: [name, styleOf(second.candidate).name],
    shares: [share, next],
    apart: share === next ? votes - second.votes : null,
  };
}
