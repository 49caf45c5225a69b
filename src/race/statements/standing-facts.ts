import type { StandingFacts } from "../../wording/count-statement.ts";
import { headlineShares } from "../../wording/headline-shares.ts";
import type { Language } from "../../wording/language.ts";
import type { FiguresFacts } from "../../wording/results.ts";
import type { RaceFacts } from "../schema/race-facts.ts";
import type { ResultsSummary } from "../sections/results/summary.ts";
import { nameIn } from "./name-in.ts";
import { neededText, shareBeside, shareText } from "./share-text.ts";

type Round = ResultsSummary["rounds"][number];
type Counted = { readonly candidate: string; readonly votes: number };

/** A count that has votes, and its race. */
export type Standing = {
  readonly race: RaceFacts;
  readonly round: Round;
  readonly needed: ResultsSummary["needed"];
  readonly early: boolean;
};

/** Who stands how: null while there are no votes. The order is that of votes, never of shares. */
export function standingFacts(standing: Standing, language: Language): StandingFacts | null {
  const { write } = language;
  const { race, round, needed } = standing;
  const counted = round.candidates.flatMap(({ candidate, votes }) =>
    votes === null ? [] : [{ candidate, votes }],
  );
  const [first] = counted;
  if (round.votes === 0 || first === undefined) return null;
  const total = wholeOf(round);
  const nameOf = nameIn(race, language);
  if (needed && race.rule === "threshold") {
    const { candidate, votes } = counted.find((one) => one.candidate === "yes") ?? first;
    const [only] = needed.each;
    // One share that is needed is told of what it is needed of: a blank ballot counts as No.
    const whole = needed.each.length === 1 && only ? round[only.of] : null;
    const share =
      only && whole !== null
        ? shareBeside(votes, whole, only.share, write)
        : shareText(votes, total, write);
    const of = only && whole !== null ? only.of : "votes";
    const each = needed.each.map((one) => ({ ...one, share: neededText(one.share, write) }));
    const { met, any } = needed;
    return { case: "need", name: nameOf(candidate), share, of, met, needed: each, any };
  }
  return (
    placesFacts(standing, counted, nameOf) ?? {
      case: "figures",
      figures: figuresOf(standing, counted, { nameOf, write }),
    }
  );
}

/** What shares are percent of. */
export function wholeOf({ sharesOf, ballots, votes }: Round): number {
  return sharesOf === "ballots" && ballots !== null ? ballots : votes;
}

/** Several are elected or go on: who stands in the places that count. */
function placesFacts(
  { race, round }: Standing,
  counted: readonly Counted[],
  nameOf: (id: string) => string,
): StandingFacts | null {
  const { seats = 1, advance } = race;
  const of = advance !== undefined && round.n === 1 ? "advance" : "seats";
  const places = of === "advance" ? (advance ?? 1) : seats;
  const none = new Set(race.candidates.flatMap(({ id, kind }) => (kind === "none" ? [id] : [])));
  const listed = counted.filter(({ candidate }) => !none.has(candidate));
  if ((places < 2 && of === "seats") || listed.length <= places || race.rule === "list")
    return null;
  const [last, next] = [listed[places - 1], listed[places]];
  if (last !== undefined && last.votes === next?.votes) {
    const tied = listed.filter(({ votes }) => votes === last.votes);
    const names = tied.map(({ candidate }) => nameOf(candidate));
    return { case: "last_tied", names, votes: last.votes, of };
  }
  const names = listed.slice(0, places).map(({ candidate }) => nameOf(candidate));
  return { case: "top", names, places, of };
}

function figuresOf(
  { round, early }: Standing,
  counted: readonly Counted[],
  { nameOf, write }: { nameOf: (id: string) => string; write: Language["write"] },
): FiguresFacts {
  const [first, second] = counted as readonly [Counted, Counted?];
  const { votes } = first;
  const name = nameOf(first.candidate);
  if (second === undefined) {
    const sole = round.candidates.length === 1 && round.others === null;
    return { case: "only", name, votes, sole };
  }
  if (second.votes === votes) {
    const tied = counted.filter((one) => one.votes === votes);
    return { case: "tie", names: tied.map(({ candidate }) => nameOf(candidate)), votes };
  }
  const total = wholeOf(round);
  const seats = [first, second].map(
    (one) => round.candidates.find(({ candidate }) => candidate === one.candidate)?.seats,
  );
  const shares = early
    ? earlyShares(votes, second.votes, total, write)
    : ([shareText(votes, total, write), shareText(second.votes, total, write)] as const);
  return {
    case: "two",
    names: [name, nameOf(second.candidate)],
    shares,
    apart: shares[0] === shares[1] ? votes - second.votes : null,
    ...(seats[0] !== undefined && seats[1] !== undefined && { seats: [seats[0], seats[1]] }),
  };
}

/** Whole percents, as early counts are told; with a decimal where that would say too much or little. */
function earlyShares(a: number, b: number, total: number, write: Language["write"]) {
  const [most, less] = [(a / total) * 100, (b / total) * 100];
  if (most > 99 || less < 1)
    return [shareText(a, total, write), shareText(b, total, write)] as const;
  return headlineShares(write, most, less);
}
