import { type Poll, type PollsSource, type Population } from "../../race/sections/polls/source.ts";
import { fault, type Fault, type ReadResult, refused, resultOf } from "../text/faults.ts";
import type { Bodies, FileRequest, Found } from "../format.ts";
import { contestName, contestNamed } from "./find-contest.ts";
import { contestOfRace, type Vote } from "./contest-of-polls.ts";
import { lineUp } from "./line-up.ts";
import { type Asked, lineUpWarnings } from "./line-up-warnings.ts";
import type { PollContest } from "./contests.ts";
import {
  enteredLate,
  isAboutElection,
  isEnteredLate,
  otherElections,
  questions,
} from "./election-of-poll.ts";

export type PickPollsOptions = Vote & {
  /** Id of the source that every poll is credited to. */
  readonly source: string;
  /** Key or title of the contest; null takes the one that has questions about the race. */
  readonly contest?: string | null;
  /** `one` keeps, of each survey, the questions of its best population: lv over rv over v over a. */
  readonly populations?: "all" | "one";
};

const BEST_FIRST: readonly (Population | null)[] = ["lv", "rv", "v", "a", null];

/**
 * Takes the one contest of a file of polls that is the race's, and ties its answers to the race's
 * candidates. Whom a question names beside them is kept by name (`others`), so that questions about
 * other line-ups are listed, too; warnings say how many these are and whom they name. Refused: no
 * contest or several that fit, and rows that can't be read.
 */
export function pickPolls(
  contests: readonly PollContest[],
  options: PickPollsOptions,
): ReadResult<PollsSource> {
  const { candidates, contest: wanted, populations = "all" } = options;
  const found = wanted ? contestNamed(contests, wanted) : contestOfRace(contests, options);
  if (!found.ok) return found;
  const contest = found.value;
  const ofThen = contest.questions.filter((q) => isAboutElection(q, options));
  const others = otherElections(contest.questions, options);
  if (ofThen.length === 0 && others !== null) {
    const message = `${contestName(contest)}: ${others.message}, and the race's is on ${options.electionDate}: take polls of that day, or mend electionDate in race.json`;
    return refused(message, { line: others.line });
  }
  const asked = ofThen.map((q) => ({ question: q, lineUp: lineUp(q, candidates) }));
  const named = asked.filter((a) => a.lineUp.shares.length > 0);
  const kept = populations === "one" ? onePopulation(named) : named;
  const faults = [...contest.faults, ...asked.flatMap((a) => a.lineUp.faults)];
  if (kept.length === 0 && faults.length === 0) {
    const message = `no question of ${contestName(contest)} is about this race's candidates`;
    faults.push(fault(message));
  }
  const polls = kept.map((a) => toPoll(a, options));
  return resultOf({ polls }, faults, [
    ...contest.warnings,
    ...(others === null ? [] : [fault(`${others.message}, left out`, { line: others.line })]),
    ...enteredLate(
      kept.map(({ question }) => question),
      options,
    ),
    ...lineUpWarnings(asked, candidates),
    ...otherPopulations(named.length - kept.length),
    ...otherContests(contests, contest),
  ]);
}

/** The race's polls of a file, as a format's reader gives them. */
export function readPolls(
  file: ReadResult<{ readonly contests: readonly PollContest[] }>,
  { race, source, contest, populations }: FileRequest,
): ReadResult<Found> {
  if (!file.ok) return file;
  const { contests } = file.value;
  const { candidates, electionDate, electionType, voting } = race;
  const picked = pickPolls(contests, {
    candidates,
    electionDate,
    electionType,
    closes: voting.closes,
    source,
    contest,
    populations,
  });
  if (!picked.ok) return picked;
  return {
    ok: true,
    warnings: [...file.warnings, ...picked.warnings],
    value: {
      bodies: { polls: picked.value },
      contests: contests.map(({ key, title, date }) => ({ key, title, date })),
    },
  };
}

function toPoll(
  { question, lineUp: { shares, undecided, others } }: Asked,
  options: PickPollsOptions,
): Poll {
  const { poll } = question;
  const publishedAt = isEnteredLate(question, options) ? null : poll.publishedAt;
  return {
    ...poll,
    publishedAt,
    shares: [...shares],
    undecided,
    ...(others.length > 0 && { others: [...others] }),
    source: options.source,
  };
}

function onePopulation(asked: readonly Asked[]): readonly Asked[] {
  const rank = ({ question }: Asked) => BEST_FIRST.indexOf(question.poll.population);
  const best = new Map<string, number>();
  const asksRace = new Set(asked.filter((a) => a.lineUp.fits).map((a) => a.question.poll.survey));
  for (const a of asked) {
    // A question about another choice doesn't decide for the race's own.
    if (!a.lineUp.fits && asksRace.has(a.question.poll.survey)) continue;
    const { survey } = a.question.poll;
    best.set(survey, Math.min(rank(a), best.get(survey) ?? BEST_FIRST.length));
  }
  return asked.filter((a) => rank(a) === best.get(a.question.poll.survey));
}

function otherPopulations(count: number): readonly Fault[] {
  return count > 0 ? [fault(`${questions(count)} of other populations of a survey skipped`)] : [];
}

function otherContests(contests: readonly PollContest[], picked: PollContest): readonly Fault[] {
  const others = contests.filter((c) => c !== picked).map(contestName);
  if (others.length === 0) return [];
  const shown = others.slice(0, 5).join("; ") + (others.length > 5 ? "; …" : "");
  return [fault(`read was ${contestName(picked)}; left out: ${shown}`)];
}

/** Keeps only polls of one population, and says how many others there were; null keeps all. */
export function onlyPopulation(
  bodies: Bodies,
  population: Population | null,
): { readonly bodies: Bodies; readonly warnings: readonly Fault[] } {
  if (population === null || bodies.polls === undefined) return { bodies, warnings: [] };
  const all = bodies.polls.polls;
  const polls = all.filter((poll) => poll.population === population);
  const others = all.length - polls.length;
  const count = others === 1 ? "1 poll" : `${others} polls`;
  const warnings =
    others === 0 ? [] : [fault(`left out: ${count} of other populations than ${population}`)];
  return { bodies: { ...bodies, polls: { polls } }, warnings };
}
