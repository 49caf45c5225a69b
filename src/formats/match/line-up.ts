import type { Share } from "../../race/schema/common.ts";
import type { OtherShare } from "../../race/sections/polls/source.ts";
import type { Candidate } from "../../race/schema/race-facts.ts";
import { matchCandidate } from "./candidates.ts";
import { fault, type Fault } from "../text/faults.ts";
import type { PollAnswer, PollQuestion } from "./contests.ts";

/** How a question's answers stand to a race's candidates. */
export type LineUp = {
  /** In the order of the race's candidates. */
  readonly shares: readonly Share[];
  readonly undecided: number | null;
  /** Whom it names beside the race's candidates. */
  readonly others: readonly OtherShare[];
  /** About this race's choice: it names no candidate all alone. */
  readonly fits: boolean;
  readonly faults: readonly Fault[];
};

const UNDECIDED = /^(undecided|un?sure|not sure|don'?t know|do not know)\b/i;
const NOBODY =
  /^(others?|someone else|somebody else|another candidate|none|no one|neither|refused|(would|will|did) not vote|won'?t vote|write[ -]?ins?)\b/i;

/** Whether an answer names no person. */
export function isNobody(name: string): boolean {
  return UNDECIDED.test(name) || NOBODY.test(name);
}

export function lineUp(question: PollQuestion, candidates: readonly Candidate[]): LineUp {
  const shares = new Map<string, number>();
  const others: OtherShare[] = [];
  const faults: Fault[] = [];
  let undecided: number | null = null;
  const at = { line: question.line };
  for (const answer of question.answers) {
    const [name = ""] = answer.names;
    const match = find(answer, candidates);
    if (match.ok && shares.has(match.id)) {
      faults.push(fault(`question ${question.poll.id} has ${match.id} twice: keep one answer`, at));
    } else if (match.ok) {
      shares.set(match.id, answer.share);
    } else if (match.reason === "ambiguous") {
      faults.push(fault(match.message, at));
    } else if (UNDECIDED.test(name)) {
      undecided = Math.min(100, (undecided ?? 0) + answer.share);
    } else if (!NOBODY.test(name)) {
      others.push({ name: name.replaceAll(";", ","), share: answer.share });
    }
  }
  return {
    shares: candidates.flatMap(({ id }) => {
      const share = shares.get(id);
      return share === undefined ? [] : [{ candidate: id, share }];
    }),
    undecided,
    others: once(others),
    fits: shares.size >= Math.min(2, candidates.length),
    faults,
  };
}

/** A row that stands there twice is one answer. */
function once(others: readonly OtherShare[]): readonly OtherShare[] {
  return [...new Map(others.map((one) => [`${one.share} ${one.name}`, one])).values()];
}

/** The first of an answer's names that a candidate has; else what was wrong with the first. */
function find(answer: PollAnswer, candidates: readonly Candidate[]) {
  const matches = answer.names.map((name) => matchCandidate(name, candidates));
  return matches.find((match) => match.ok) ?? matches[0] ?? matchCandidate("", candidates);
}
