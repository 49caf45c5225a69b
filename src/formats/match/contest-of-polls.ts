import type { RaceSource } from "../../race/schema/race.ts";
import type { Candidate } from "../../race/schema/race-facts.ts";
import { firstFaults, type ReadResult } from "../text/faults.ts";
import type { PollContest } from "./contests.ts";
import { type Election, isAboutElection } from "./election-of-poll.ts";
import { contestName, nearest, onlyContest } from "./find-contest.ts";
import { isNobody, lineUp, type LineUp } from "./line-up.ts";

/** What tells the race's contest from others. */
export type Vote = Election & {
  readonly candidates: readonly Candidate[];
  readonly electionType: RaceSource["electionType"];
};

const PRIMARIES: ReadonlySet<string> = new Set<RaceSource["electionType"]>([
  "primary",
  "primary_runoff",
]);

/** The contest that asks about the race's candidates, on its day and at its stage. */
export function contestOfRace(
  contests: readonly PollContest[],
  race: Vote,
): ReadResult<PollContest> {
  const about = contestsAbout(contests, race.candidates);
  const faults = contests.flatMap((contest) => contest.faults);
  // Who stands in a contest that can't be read nobody knows: it may be the race's.
  if (about.length === 0 && faults.length > 0) return { ok: false, faults: firstFaults(faults) };
  const then = about.filter((c) => c.questions.some((q) => isAboutElection(q, race)));
  const none =
    about.length > 0
      ? `${about.map(contestName).join("; ")}: that is a primary, and the race is none: name it as contest if it is meant.`
      : `no question of the file is about this race's candidates.${nearest(contests.map(asAsked), race.candidates)}`;
  return onlyContest(ofStage(then.length > 0 ? then : about, race), contests, none);
}

/**
 * The contests that ask about the race's candidates: those with a question that names two of them
 * and nobody else; failing that, those with one that names them all beside others. Less may be
 * another contest in which some of them stand.
 */
function contestsAbout(
  contests: readonly PollContest[],
  candidates: readonly Candidate[],
): readonly PollContest[] {
  const having = (fits: (found: LineUp) => boolean) =>
    contests.filter((c) => c.questions.some((q) => fits(lineUp(q, candidates))));
  const alone = having((found) => found.fits && found.others.length === 0);
  return alone.length > 0
    ? alone
    : having((found) => found.fits && found.shares.length === candidates.length);
}

/**
 * Of the contests that fit those of the race's stage: candidates of one party who meet in its primary
 * may meet again in the general election, where their shares are others.
 */
function ofStage(contests: readonly PollContest[], { electionType }: Vote): readonly PollContest[] {
  const open = contests.filter(({ isPrimary }) => !isPrimary);
  if (!PRIMARIES.has(electionType)) return open;
  const primaries = contests.filter(({ isPrimary }) => isPrimary);
  return primaries.length > 0 ? primaries : open;
}

/** A contest with everybody whom its questions name, to be held against a race. */
function asAsked(contest: PollContest) {
  const names = contest.questions.flatMap(({ answers }) => answers.map((a) => a.names[0] ?? ""));
  const choices = [...new Set(names)]
    .filter((name) => !isNobody(name))
    .map((name) => ({ name, writeIn: false }));
  return { contest, choices };
}
