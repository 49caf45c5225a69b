import type { Candidate } from "../../race/schema/race-facts.ts";
import type { ListedContest } from "../format.ts";
import { type ReadResult, refused } from "../text/faults.ts";
import { matchCandidate } from "./candidates.ts";
import type { Choice, Contest } from "./contests.ts";
import { plainWords } from "./vote-mode.ts";

/** A list longer than this helps nobody to find the contest. */
const MAX_LISTED = 40;

/** The contest with this key or title; a title may differ in case and punctuation. */
export function contestNamed<C extends ListedContest>(
  contests: readonly C[],
  wanted: string,
): ReadResult<C> {
  const plain = plainWords(wanted);
  const tests: readonly ((contest: C) => boolean)[] = [
    ({ key }) => key === wanted,
    ({ title }) => title === wanted,
    ({ title }) => plainWords(title) === plain,
  ];
  const named = tests.map((fits) => contests.filter(fits)).find((fits) => fits.length > 0) ?? [];
  const [first, ...more] = named;
  if (first && more.length === 0) return { ok: true, value: first, warnings: [] };
  const shown = JSON.stringify(wanted);
  return first
    ? refused(
        `${named.length} contests of the file are called ${shown}: name one by its key. ${listed(named)}`,
      )
    : refused(`no contest of the file is called ${shown}. ${listed(contests)}`);
}

/** The only contest that fits the race. `none` says what no contest has. */
export function onlyContest<C extends ListedContest>(
  fitting: readonly C[],
  contests: readonly C[],
  none: string,
): ReadResult<C> {
  const [first, ...more] = fitting;
  if (first === undefined) return refused(`${none} ${listed(contests)}`);
  if (more.length === 0) return { ok: true, value: first, warnings: [] };
  return refused(
    `several contests of the file have this race's candidates: name one as contest. ${listed(fitting)}`,
  );
}

/** The contest with the race's candidates and no one else; or, failing that, with some of them. */
export function contestWith(
  contests: readonly Contest[],
  candidates: readonly Candidate[],
): ReadResult<Contest> {
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
  const near =
    nearest === null
      ? ""
      : ` Nearest is ${contestName(nearest.contest)} with ${choiceNames(nearest.contest)}: add who is missing to race.json, or name the contest.`;
  return onlyContest(
    complete.length > 0 ? complete : partial,
    contests,
    `no contest of the file has just this race's candidates.${near}`,
  );
}

function candidateOf(choice: Choice, candidates: readonly Candidate[]): string | null {
  const match = matchCandidate(choice.name, candidates);
  return match.ok ? match.id : null;
}

/** A contest as a message names it. */
export function contestName({ key, title, date }: ListedContest): string {
  const details = [date, key === title ? null : `key ${key}`].filter((part) => part !== null);
  return details.length > 0 ? `${title} (${details.join(", ")})` : title;
}

function choiceNames(contest: Contest): string {
  return contest.choices
    .slice(0, MAX_LISTED)
    .map((choice) => choice.name)
    .join(", ");
}

function listed(contests: readonly ListedContest[]): string {
  const more = contests.length - MAX_LISTED;
  const names = contests.slice(0, MAX_LISTED).map(contestName).join("; ");
  return `The file has ${names || "no contest"}${more > 0 ? ` and ${more} more` : ""}.`;
}
