import type { Candidate } from "../../race/schema/race-facts.ts";
import { matchCandidate } from "./candidates.ts";
import type { Choice, Contest } from "./contests.ts";
import { fault, type Fault } from "../text/faults.ts";
import { plainWords } from "./vote-mode.ts";

/** A list longer than this helps nobody to find the contest. */
const MAX_LISTED = 40;

export type Found =
  | { readonly ok: true; readonly contest: Contest }
  | { readonly ok: false; readonly fault: Fault };

export function contestNamed(contests: readonly Contest[], wanted: string): Found {
  const plain = plainWords(wanted);
  const exact = contests.filter((c) => c.key === wanted || c.title === wanted);
  const [first, ...more] =
    exact.length > 0 ? exact : contests.filter((c) => plainWords(c.title) === plain);
  if (first && more.length === 0) return { ok: true, contest: first };
  const problem = first
    ? `${more.length + 1} contests of the file are called ${JSON.stringify(wanted)}: name one by its key`
    : `no contest of the file is called ${JSON.stringify(wanted)}`;
  return { ok: false, fault: fault(`${problem}. ${list(first ? [first, ...more] : contests)}`) };
}

/** The contest with the race's candidates and no one else; or, failing that, with some of them. */
export function contestWith(contests: readonly Contest[], candidates: readonly Candidate[]): Found {
  const complete: Contest[] = [];
  const partial: Contest[] = [];
  let nearest: { contest: Contest; hits: number } | null = null;
  for (const contest of contests) {
    const choices = contest.choices.filter((choice) => !choice.writeIn);
    const ids = choices
      .map((choice) => candidateOf(choice, candidates))
      .filter((id) => id !== null);
    const hits = new Set(ids).size;
    if (hits > (nearest?.hits ?? 0)) nearest = { contest, hits };
    if (hits === 0 || hits < choices.length) continue;
    if (hits === candidates.length) complete.push(contest);
    else partial.push(contest);
  }
  const fits = complete.length > 0 ? complete : partial;
  const [first, ...more] = fits;
  if (first && more.length === 0) return { ok: true, contest: first };
  if (first)
    return {
      ok: false,
      fault: fault(
        `several contests of the file have this race's candidates: name one as contest. ${list(fits)}`,
      ),
    };
  const near =
    nearest === null
      ? ""
      : ` Nearest is ${nameOf(nearest.contest)} with ${choiceNames(nearest.contest)}: add who is missing to race.json, or name the contest.`;
  return {
    ok: false,
    fault: fault(
      `no contest of the file has just this race's candidates.${near} ${list(contests)}`,
    ),
  };
}

function candidateOf(choice: Choice, candidates: readonly Candidate[]): string | null {
  const match = matchCandidate(choice.name, candidates);
  return match.ok ? match.id : null;
}

/** A contest as a message names it. */
export function nameOf(contest: Contest): string {
  return contest.key === contest.title
    ? JSON.stringify(contest.title)
    : `${JSON.stringify(contest.title)} (key ${contest.key})`;
}

function choiceNames(contest: Contest): string {
  return contest.choices
    .slice(0, MAX_LISTED)
    .map((choice) => choice.name)
    .join(", ");
}

function list(contests: readonly Contest[]): string {
  const more = contests.length - MAX_LISTED;
  const names = contests.slice(0, MAX_LISTED).map(nameOf).join(", ");
  return `The file has ${names || "no contest"}${more > 0 ? ` and ${more} more` : ""}.`;
}
