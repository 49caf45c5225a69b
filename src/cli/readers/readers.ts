import { compileRace } from "../../race/compile/compile-race.ts";
import type { RaceData } from "../../race/schema/data.ts";
import type { PollsSummary } from "../../race/sections/polls/summary.ts";
import type { ResultsArea, ResultsSummary } from "../../race/sections/results/summary.ts";

type Round = ResultsSummary["rounds"][number];

/** The figures of one round, the file's latest, under the names that they have in the document. */
export type ResultsForReaders = Pick<Round, "others" | "reporting" | "ballots" | "registered"> & {
  readonly candidates: readonly Pick<
    Round["candidates"][number],
    "candidate" | "votes" | "share"
  >[];
  readonly areas: readonly ResultsArea[];
  readonly modes: ResultsSummary["modes"];
};

export type PollsForReaders = Pick<PollsSummary, "count" | "average">;

/** What readers would see of results and polls; a section without figures for them has no entry. */
export type Readers = {
  readonly results?: ResultsForReaders;
  readonly polls?: PollsForReaders;
};

/**
 * What readers would see of a race with this data: the numbers of its document and sections, which
 * are compiled here just as a desk does it.
 * @param now ISO 8601 with its zone; a race that pins its clock goes by that
 */
export function readersOf(data: RaceData, now: string): Readers {
  const stamp = { now, updatedAt: now, revision: 0, publication: 0 };
  const { document, sections } = compileRace(data, stamp);
  const round = document.results?.rounds.at(-1);
  return {
    ...(document.results &&
      round && {
        results: {
          candidates: round.candidates.map(({ status: _, ...tally }) => tally),
          others: round.others,
          areas: (sections.results?.areas ?? []).filter((area) => area.round === round.n),
          modes: document.results.modes,
          reporting: round.reporting,
          ballots: round.ballots,
          registered: round.registered,
        },
      }),
    ...(document.polls && {
      polls: { count: document.polls.count, average: document.polls.average },
    }),
  };
}
