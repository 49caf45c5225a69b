import type { Candidate } from "../../race/schema/race-facts.ts";
import {
  type ResultCount,
  resultCountKey,
  resultsSource,
  type ResultsSource,
} from "../../race/sections/results/source.ts";
import type { FileRequest, Found, Unlisted } from "../format.ts";
import { resolveAreas } from "./areas.ts";
import { type Contest, type ContestFile, listedContest } from "./contests.ts";
import { withoutZeroRegistered } from "./registered.ts";
import { together, votesByChoice, whoIsWho } from "./who-is-who.ts";
import { fault, type Fault, firstFaults, type ReadResult } from "../text/faults.ts";
import { contestFor, contestName } from "./find-contest.ts";

export type PickOptions = {
  readonly candidates: readonly Candidate[];
  /** Id of the source every row is credited to. */
  readonly source: string;
  /** When the numbers were true; null takes the file's own word for it. */
  readonly asOf: string | null;
  /** Key or title of the contest; null takes the one that has the race's candidates. */
  readonly contest?: string | null;
  /** Keys and titles under which the race's contest is known to stand in files. */
  readonly known?: readonly string[];
  /** The file's format, whose keys stand behind its name in `known`: `ap:7582`. */
  readonly format?: string;
  readonly round?: number;
  /** Names under which the race has its areas already. */
  readonly areas?: Iterable<string>;
};

/**
 * Takes the one contest of a results file that is the race's, and ties its choices to the race's
 * candidates. Refused, with what to do: no contest or several that fit, a choice that is no
 * candidate of the race, numbers that contradict each other. Write-ins, other contests and
 * whatever else stays out is told in warnings.
 */
export function pickContest(file: ContestFile, options: PickOptions): ReadResult<ResultsSource> {
  const picked = pickWithIds(file, options);
  return picked.ok ? { ...picked, value: picked.value.results } : picked;
}

/** The race's contest, its choices' candidates and its counts. */
export type Picked<C extends Contest> = {
  readonly contest: C;
  /** Candidates' ids by the choices' keys. */
  readonly ids: ReadonlyMap<string, string>;
  readonly results: ResultsSource;
  readonly unlisted: readonly Unlisted[];
};

function pickWithIds<C extends Contest>(
  file: ContestFile<C>,
  options: PickOptions,
): ReadResult<Picked<C>> {
  const asOf = options.asOf ?? file.asOf;
  if (asOf === null)
    return allRefused([
      fault("the file doesn't say when its numbers were true: give the time as asOf"),
    ]);
  const found = contestFor(file.contests, options);
  if (!found.ok) return allRefused([...unread(file.contests, options), ...found.faults]);
  const contest = found.value;
  if (contest.faults.length > 0) return allRefused(contest.faults);

  const known = [...(options.areas ?? [])];
  const who = whoIsWho(contest, options.candidates);
  if (who.faults.length > 0) return allRefused(who.faults);
  const { ids } = who;
  const names = new Set(contest.counts.map((count) => count.area));
  const resolve = resolveAreas(names, known);
  const areas = new Map([...names].map((name) => [name, resolve(name)]));
  const { round = 1, source } = options;
  const counts = together(contest, ids).map((count): ResultCount => {
    const area = areas.get(count.area) ?? count.area;
    const at = options.asOf ?? contest.areaTimes?.get(count.area) ?? asOf;
    return { ...count, round, area, asOf: at, source };
  });
  const rows = withoutZeroRegistered(counts);
  const wrong = checked(rows.counts);
  if (wrong.length > 0) return allRefused(wrong);
  return {
    ok: true,
    value: { contest, ids, results: { counts: [...rows.counts] }, unlisted: who.unlisted },
    warnings: [
      ...contest.warnings,
      ...who.warnings,
      ...strangers(contest, options.candidates, ids),
      ...rows.warnings,
      ...others(file, contest),
    ],
  };
}

/**
 * What keeps contests from being read where nobody can tell whose they are: the race's may be among
 * them, so it comes before what is said of the others.
 */
function unread(contests: readonly Contest[], { contest }: PickOptions): readonly Fault[] {
  if (contest) return [];
  const isAll = contests.every(({ faults }) => faults.length > 0);
  return contests.flatMap(({ choices, faults }) => (isAll || choices.length === 0 ? faults : []));
}

/** The race's contest of a file of results, as a format's reader gives it. */
export function readContest(
  file: ReadResult<ContestFile>,
  request: FileRequest,
): ReadResult<Found> {
  if (!file.ok) return file;
  const picked = chooseContest(file.value, request);
  if (!picked.ok) return picked;
  const contests = file.value.contests.map(listedContest);
  return {
    ok: true,
    value: {
      bodies: { results: picked.value.results },
      contests,
      contest: listedContest(picked.value.contest),
      unlisted: picked.value.unlisted,
    },
    warnings: [...file.warnings, ...picked.warnings],
  };
}

/** The same for a reader that has more to say of the contest. */
export function chooseContest<C extends Contest>(
  file: ContestFile<C>,
  { race, areas, source, contest, asOf, round, format }: FileRequest,
): ReadResult<Picked<C>> {
  const { candidates, contests: known } = race;
  return pickWithIds(file, { candidates, areas, source, contest, asOf, round, known, format });
}

/** What no reader may let through: rows the schema refuses, and rows that count a place twice. */
function checked(counts: readonly ResultCount[]): Fault[] {
  const parsed = resultsSource.safeParse({ counts });
  if (!parsed.success)
    return parsed.error.issues.map((issue) => {
      const [, row, field] = issue.path;
      const area = counts[Number(row)]?.area;
      return fault(`a count of ${area || "an area without a name"}: ${issue.message}`, {
        field: field === undefined ? null : String(field),
      });
    });
  const seen = new Set<string>();
  const twice = new Set<string>();
  for (const row of counts) {
    const key = resultCountKey(row);
    const { area } = row;
    if (seen.has(key)) twice.add(area);
    seen.add(key);
  }
  return [...twice].map((area) =>
    fault(`the file has ${area} under two names or twice: its votes would count double`),
  );
}

/** Whose votes count among others, and candidates without any. */
function strangers(
  contest: Contest,
  candidates: readonly Candidate[],
  ids: ReadonlyMap<string, string>,
): Fault[] {
  const votes = votesByChoice(contest);
  const nobodys = contest.choices.filter(({ key }) => !ids.has(key));
  const writeIns = nobodys.filter(({ writeIn }) => writeIn);
  const listed = nobodys.filter(({ writeIn }) => !writeIn);
  const sum = writeIns.reduce((total, { key }) => total + (votes.get(key) ?? 0), 0);
  const shown = listed.map(({ key, name }) => `${name} (${votes.get(key) ?? 0} votes)`);
  const present = new Set(ids.values());
  const missing = candidates.filter((candidate) => !present.has(candidate.id));
  return [
    ...(shown.length > 0
      ? [fault(`counted among others, no candidates of this race: ${shown.join(", ")}`)]
      : []),
    ...(writeIns.length > 0 ? [fault(`counted among others: write-ins (${sum} votes)`)] : []),
    ...missing.map((candidate) => fault(`the file has no votes for ${candidate.name}`)),
  ];
}

function others(file: ContestFile, picked: Contest): Fault[] {
  const count = file.contests.length - 1;
  return count > 0
    ? [fault(`left out: ${count} other contests, read was ${contestName(picked)}`)]
    : [];
}

function allRefused<T>(faults: readonly Fault[]): ReadResult<T> {
  return { ok: false, faults: firstFaults(faults) };
}
