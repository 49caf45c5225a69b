import type { Candidate } from "../../race/schema/race-facts.ts";
import { type ReadResult, refused } from "../text/faults.ts";
import { type CandidateMatch, matchCandidate, nameWords } from "./candidates.ts";
import type { Choice, Contest, ListedContest } from "./contests.ts";
import { plainWords } from "./vote-mode.ts";

/** A list longer than this helps nobody to find the contest. */
const MAX_LISTED = 40;
/** The same where another sentence says more. */
const MAX_LISTED_BESIDE = 10;

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
  const quoted = JSON.stringify(wanted);
  return first
    ? refused(
        `${named.length} contests of the file are called ${quoted}: name one by its key. ${listed(named)}`,
      )
    : refused(`no contest of the file is called ${quoted}. ${listed(contests)}`);
}

/**
 * The contest that somebody names; else the one that the race is known to be in files; else the one
 * that has the race's candidates. Where race.json gives the format's own key, no other contest is
 * the race's, whoever stands in it: all ballot questions have a Yes and a No.
 */
export function contestFor<C extends Contest>(
  contests: readonly C[],
  wanted: {
    readonly contest?: string | null;
    readonly known?: readonly string[];
    readonly format?: string;
    readonly candidates: readonly Candidate[];
  },
): ReadResult<C> {
  const { contest, known = [], format = "", candidates } = wanted;
  if (contest) return contestNamed(contests, contest);
  const own = known.filter((name) => name.startsWith(`${format}:`));
  const fits = contests.filter(
    ({ key, title }) => own.includes(`${format}:${key}`) || known.includes(title),
  );
  const [first, ...more] = fits;
  if (first && more.length === 0) return { ok: true, value: first, warnings: [] };
  if (first || own.length > 0)
    return refused(
      `${first ? "several contests" : "no contest"} of the file ${first ? "are" : "is"} one of those that race.json names (contests: ${known.join(", ")}). ${listed(first ? fits : contests, MAX_LISTED_BESIDE)}`,
    );
  return contestWith(contests, candidates);
}

/** The only contest that fits the race. `none` says what no contest has. */
export function onlyContest<C extends ListedContest>(
  fitting: readonly C[],
  contests: readonly C[],
  none: string,
): ReadResult<C> {
  const [first, ...more] = fitting;
  if (first === undefined) return refused(`${none} ${listed(contests, MAX_LISTED_BESIDE)}`);
  if (more.length === 0) return { ok: true, value: first, warnings: [] };
  return refused(
    `several contests of the file have this race's candidates: name one as contest. ${listed(fitting)}`,
  );
}

/** How a contest's choices stand to a race's candidates. Write-ins stand to nobody. */
export type Fit = {
  /** Choices that are candidates of the race. */
  readonly known: number;
  readonly missing: readonly Candidate[];
  /** Names of choices that the race doesn't list. */
  readonly others: readonly string[];
};

export function fitOf(
  choices: readonly Pick<Choice, "name" | "writeIn">[],
  candidates: readonly Candidate[],
): Fit {
  const present = new Set<string>();
  const others: string[] = [];
  for (const { name, writeIn } of choices) {
    const match = matchChoice(name, candidates);
    if (match.ok) present.add(match.id);
    else if (!writeIn) others.push(name);
  }
  const missing = candidates.filter(({ id }) => !present.has(id));
  return { known: present.size, missing, others };
}

/**
 * The contest with the race's candidates and no one else; failing that, the one with all of them
 * beside others, whom the race needn't list; failing that, one with some of them and no one else.
 */
export function contestWith<C extends Contest>(
  contests: readonly C[],
  candidates: readonly Candidate[],
): ReadResult<C> {
  const fits = contests.map((contest) => ({ contest, ...fitOf(contest.choices, candidates) }));
  const some = fits.filter(({ known }) => known > 0);
  const ranks = [
    some.filter(({ missing, others }) => missing.length + others.length === 0),
    some.filter(({ missing }) => missing.length === 0),
    some.filter(({ others }) => others.length === 0),
  ];
  const fitting = ranks.find((found) => found.length > 0) ?? [];
  const near = nearest(
    contests.map((contest) => ({ contest, choices: contest.choices })),
    candidates,
  );
  return onlyContest(
    fitting.map(({ contest }) => contest),
    contests,
    `no contest of the file has just this race's candidates.${near}`,
  );
}

/**
 * Names the contest that comes nearest, and who keeps it from being the race's; empty where none of
 * several has anybody of a candidate's last name.
 */
export function nearest(
  contests: readonly {
    readonly contest: ListedContest;
    readonly choices: readonly Pick<Choice, "name" | "writeIn">[];
  }[],
  candidates: readonly Candidate[],
): string {
  let best: { said: string; score: number } | null = null;
  for (const { contest, choices } of contests) {
    const { known, missing, others } = fitOf(choices, candidates);
    const namesakes = missing.flatMap((candidate) => {
      const other = others.find((name) => lastWord(name) === lastWord(candidate.name));
      return other === undefined ? [] : [{ candidate, other }];
    });
    const score = 2 * known + namesakes.length;
    if (score <= (best?.score ?? (contests.length === 1 ? -1 : 0))) continue;
    const said = [
      ...namesakes.map(
        ({ candidate, other }) =>
          `if ${other} is ${candidate.name}, add that name to the candidate's "aliases"`,
      ),
      ...(missing.length > 0 ? [`it has no ${shown(missing.map(({ name }) => name))}`] : []),
      ...(others.length > 0 ? [`no candidates of this race: ${shown(others)}`] : []),
    ];
    best = { score, said: ` Nearest is ${contestName(contest)}: ${said.join("; ")}.` };
  }
  return best?.said ?? "";
}

/** A ticket's first name is the candidate's: `Ann Oak / Eve Fig`, `Ann Oak and Eve Fig`. */
export function matchChoice(name: string, candidates: readonly Candidate[]): CandidateMatch {
  const match = matchCandidate(name, candidates);
  if (match.ok || match.reason === "ambiguous") return match;
  const [first = "", mate] = name.split(/\s*[/&]\s*|\s+(?:and|w\/|with)\s*(?=\S)/i, 2);
  const ticket = mate === undefined ? match : matchCandidate(first, candidates);
  return ticket.ok ? ticket : match;
}

function lastWord(name: string): string | undefined {
  return nameWords(name).findLast((word) => !/^(jr|sr|i{1,3}|iv)$/.test(word));
}

function shown(all: readonly string[]): string {
  const more = all.length - MAX_LISTED;
  return all.slice(0, MAX_LISTED).join(", ") + (more > 0 ? ` and ${more} more` : "");
}

/** A contest as a message names it. */
export function contestName({ key, title, date }: ListedContest): string {
  const details = [date, key === title ? null : `key ${key}`].filter((part) => part !== null);
  const named = title === "" ? "a contest without a name" : title;
  return details.length > 0 ? `${named} (${details.join(", ")})` : named;
}

function listed(contests: readonly ListedContest[], most = MAX_LISTED): string {
  const more = contests.length - most;
  const names = contests.slice(0, most).map(contestName).join("; ");
  return `The file has ${names || "no contest"}${more > 0 ? ` and ${more} more` : ""}.`;
}
