import type { RaceDocument } from "../../race/schema/document.ts";
import type { Format } from "../format.ts";
import type { Look } from "../look.ts";
import { progressOf, shareOf } from "./figures.ts";
import type { ResultsMessages } from "./messages.ts";
import type { Round, Standing, Statement } from "./standing.ts";

/** What the card knows of a count, and the words for it. */
export type Count = {
  readonly race: RaceDocument;
  readonly round: Round;
  readonly standing: readonly Standing[];
  /** Those of them that have a bar. */
  readonly shown: readonly Standing[];
  readonly statements: readonly Statement[];
  /** Whether half of the votes decides about a runoff. */
  readonly halfway: boolean;
  readonly look: (id: string) => Look;
  readonly say: ResultsMessages;
  readonly format: Format;
};

/**
 * The results card's sentence. Who wins is only ever what callers say; while votes are counted the
 * figures stand for themselves, with how far the count is.
 */
export function resultsHeadline(count: Count): string {
  return sentence(headlineOf(count));
}

/** Begins with a capital letter. */
export function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function headlineOf(count: Count): string {
  const { race, round, say, format } = count;
  const { reporting } = round;
  const called = count.statements.map((statement) => statementOf(statement, count)).join("; ");
  if (round.votes === 0) {
    if (called) return called;
    return race.status === "upcoming" || race.status === "voting"
      ? say.pollsClose(format.when(race.voting.closes, race.timeZone))
      : say.noVotes;
  }
  if (certifiedBy(race)) {
    return figuresOf(count) + say.inCertified + (called && `; ${called}`);
  }
  if (called) return called;
  const progress = reporting ? say.withSoMuch(progressOf(reporting, say, format)) : say.soFar;
  return figuresOf(count) + progress + (reporting?.percent === 100 ? `; ${say.noWinnerYet}` : "");
}

/** Who certified the count; one entered ahead of its time doesn't count yet. */
export function certifiedBy({ status, certified }: RaceDocument): RaceDocument["certified"] {
  return status === "certified" ? certified : null;
}

/** Candidates in a sentence. */
export function namesOf(ids: Iterable<string>, count: Count): string {
  return listOf(
    Array.from(ids, (id) => count.look(id).name),
    count,
  );
}

/** Of more than two, the first and how many others. Intl knows when Spanish "y" becomes "e". */
function listOf(names: readonly string[], { say, format }: Count): string {
  const [first = ""] = names;
  return names.length > 2
    ? say.andOthers(first, names.length - 1)
    : new Intl.ListFormat(format.messages.locale).format(names);
}

function statementOf({ outcome, candidates, calls }: Statement, count: Count): string {
  const callers = calls.map(({ caller }) => caller);
  return count.say.says(
    count.say.called[outcome](namesOf(candidates, count), candidates.size > 1),
    listOf(callers, count),
    callers.length > 1,
  );
}

/** "Handel 51.8%, Ossoff 48.2%", or what a bare pair of figures wouldn't tell. */
function figuresOf(count: Count): string {
  const { round, standing, look, say, format } = count;
  const [first, second] = standing;
  if (!first) return say.noVotes;
  const { name } = look(first.candidate);
  const votes = say.counted(format.count(first.votes));
  if (!second) return say.only(name, votes);
  if (second.votes === first.votes) {
    const tied = standing.filter((one) => one.votes === first.votes);
    return say.tied(
      namesOf(
        tied.map(({ candidate }) => candidate),
        count,
      ),
      votes,
    );
  }
  const share = shareOf(first, round.votes, format);
  const next = shareOf(second, round.votes, format);
  const gap =
    share === next ? say.apart(say.counted(format.count(first.votes - second.votes))) : "";
  return `${name} ${share}, ${look(second.candidate).name} ${next}${gap}`;
}
