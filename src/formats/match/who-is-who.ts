import { UNSEEN } from "../../race/unseen.ts";
import type { Candidate } from "../../race/schema/race-facts.ts";
import { type ResultCount, WHOLE_CONTEST, WRITE_INS } from "../../race/sections/results/source.ts";
import { type Fault, fault } from "../text/faults.ts";
import { isPool } from "./choice-name.ts";
import type { Unlisted } from "../format.ts";
import type { Choice, Contest, ContestCount } from "./contests.ts";
import { CountTally } from "./count-tally.ts";
import { contestName, fitOf, matchChoice } from "./find-contest.ts";
import { plainWords } from "./vote-mode.ts";

/** Whose votes a contest's choices are: candidates' ids by the choices' keys. */
export type WhoIsWho = {
  readonly ids: ReadonlyMap<string, string>;
  readonly faults: readonly Fault[];
  readonly warnings: readonly Fault[];
  /** Whom the race doesn't list, with so many votes that readers would miss them. */
  readonly unlisted: readonly Unlisted[];
};

/** In smaller contests a handful of votes is a large share. */
const MIN_VOTES = 1000;
/** Share of the votes above which nobody is left out of a race. */
const MAX_SHARE = 0.05;

/**
 * Ties a contest's choices to the race's candidates. Two choices may be one candidate: in two
 * spellings, where no place has both, or under two parties. Choices that the race doesn't list are
 * others, unless a candidate of the race is missing whom they may be.
 */
export function whoIsWho(contest: Contest, candidates: readonly Candidate[]): WhoIsWho {
  const ids = new Map<string, string>();
  const faults: Fault[] = [];
  const warnings: Fault[] = [];
  const owners = new Map<string, Choice[]>();
  const keys = new Set<string>();
  const say = (message: string) => fault(`${contestName(contest)}: ${message}`);
  for (const choice of contest.choices) {
    if (keys.has(choice.key))
      faults.push(say(`${choice.name} is listed twice (key ${choice.key})`));
    keys.add(choice.key);
    const match = matchChoice(choice.name, candidates);
    if (!match.ok) {
      if (match.reason === "ambiguous" && !choice.writeIn) faults.push(say(match.message));
      continue;
    }
    const before = owners.get(match.id) ?? [];
    const clash = before.find((other) => !areOne(choice, other, contest));
    if (clash)
      faults.push(say(`${clash.name} and ${choice.name} both match the candidate ${match.id}`));
    if (before.length > 0 && clash === undefined)
      warnings.push(fault(`added up: ${before[0]?.name} and ${choice.name}, both ${match.id}`));
    ids.set(choice.key, match.id);
    owners.set(match.id, [...before, choice]);
  }
  const { missing, others } = fitOf(contest.choices, candidates);
  if (missing.length > 0 && others.length > 0) {
    const absent = missing.map(({ name }) => name).join(", ");
    faults.push(
      say(
        `no votes for ${absent}, and no candidates of this race are ${others.join(", ")}: add them to race.json, or their names to a candidate's "aliases"`,
      ),
    );
  }
  const unlisted = missing.length > 0 && others.length > 0 ? [] : tooManyVotes(contest, ids);
  warnings.push(...unlisted.map((one) => say(unlistedSaid(one))));
  return { ids, faults, warnings, unlisted };
}

/** One candidate twice: a write-in, a name under two parties, or a name that places spell apart. */
function areOne(a: Choice, b: Choice, contest: Contest): boolean {
  if (a.writeIn || b.writeIn) return true;
  if (plainWords(a.name) === plainWords(b.name) && a.party !== b.party) return true;
  const [own, other] = [placesOf(a, contest), placesOf(b, contest)];
  return own.size > 0 && other.size > 0 && [...own].every((place) => !other.has(place));
}

function placesOf({ key, places }: Choice, { counts }: Contest): ReadonlySet<string> {
  return places ?? new Set(counts.filter(({ choice }) => choice === key).map(({ area }) => area));
}

/** Who isn't listed, and has so many votes that readers would miss them. */
function tooManyVotes(contest: Contest, ids: ReadonlyMap<string, string>): Unlisted[] {
  const votes = votesByChoice(contest);
  const total = [...votes.values()].reduce((sum, value) => sum + value, 0);
  if (total <= MIN_VOTES) return [];
  const listed = new Map<string, number>();
  for (const [key, id] of ids) listed.set(id, (listed.get(id) ?? 0) + (votes.get(key) ?? 0));
  const least = Math.min(...listed.values());
  return contest.choices.flatMap(({ key, name, writeIn }) => {
    const own = votes.get(key) ?? 0;
    if (writeIn || ids.has(key) || (own <= total * MAX_SHARE && own <= least)) return [];
    return [{ name, votes: own, percent: Math.round((own / total) * 100) }];
  });
}

/** What is said of one of them, with what to do. */
export function unlistedSaid({ name, votes, percent }: Unlisted): string {
  return `${name} has ${votes} votes (${percent} %) and is no candidate of this race: add them to race.json, or the name to a candidate's "aliases"`;
}

/** The votes of each choice in the whole contest. */
export function votesByChoice({ counts }: Contest): ReadonlyMap<string, number> {
  const stated = counts.some((c) => c.measure === "votes" && c.area === WHOLE_CONTEST);
  const votes = new Map<string, number>();
  for (const { choice, area, value } of counts)
    if (choice !== null && (area === WHOLE_CONTEST) === stated)
      votes.set(choice, (votes.get(choice) ?? 0) + value);
  return votes;
}

type NamedCount = Omit<ContestCount, "choice"> & Pick<ResultCount, "candidate" | "other">;

/**
 * The contest's counts with candidates' ids for choices. The votes of choices that are no candidate
 * of the race are others', by name; write-ins without a name are one pool.
 */
export function together(
  contest: Contest,
  ids: ReadonlyMap<string, string>,
): readonly NamedCount[] {
  const others = new Map(contest.choices.map((choice) => [choice.key, otherName(choice)]));
  const [own, strange] = [new CountTally(), new CountTally()];
  for (const count of contest.counts) {
    const { choice } = count;
    const id = choice === null ? null : ids.get(choice);
    if (id !== undefined) own.add({ ...count, choice: id });
    else strange.add({ ...count, choice: others.get(choice ?? "") ?? WRITE_INS });
  }
  return [
    ...own.rows().map(({ choice, ...count }) => ({ ...count, candidate: choice, other: null })),
    ...strange.rows().map(({ choice, ...count }) => ({ ...count, candidate: null, other: choice })),
  ];
}

/** The longest name that a row takes. */
const MAX_NAME_LENGTH = 300;

function otherName({ name, writeIn }: Choice): string {
  const plain = name.replace(UNSEEN, " ").replace(/\s+/g, " ").trim().slice(0, MAX_NAME_LENGTH);
  return plain === "" || (writeIn && isPool(name)) ? WRITE_INS : plain;
}
