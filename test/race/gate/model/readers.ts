import { compileRace } from "../../../../src/race/compile/compile-race.ts";
import type { RaceData } from "../../../../src/race/schema/data.ts";

/** What readers see of a race, as the oracle looks at it. */
export type Readers = ReturnType<typeof readersOf>;

export function readersOf(data: RaceData, now: string) {
  const stamp = { now, updatedAt: now, revision: 1, publication: 1 };
  // Averages cost most of the time, and only how many polls there are is looked at.
  const counted = { ...data, polls: null };
  const { document, sections: passed } = compileRace(counted, stamp);
  // Areas as they are counted, whether they are passed on as data or not.
  const sources = data.race.sources.map(({ redistribution: _, ...source }) => source);
  const isKept = data.race.sources.some((source) => source.redistribution !== undefined);
  const { sections } = isKept
    ? compileRace({ ...counted, race: { ...data.race, sources } }, stamp)
    : { sections: passed };
  const rounds = document.results?.rounds ?? [];
  const round = rounds.find(({ n }) => n === 1);
  const whole = new Map(round?.candidates.map(({ candidate, votes }) => [candidate, votes ?? 0]));
  const areas = new Map(
    (sections.results?.areas ?? [])
      .filter((area) => area.round === 1)
      .map((area) => [
        area.area,
        {
          registered: area.registered,
          /** Everybody's, write-ins too. */
          total: area.votes ?? 0,
          votes: new Map(area.candidates.map(({ candidate, votes }) => [candidate, votes ?? 0])),
        },
      ]),
  );
  const contest = round?.votes ?? 0;
  const days = new Map<string, number>();
  for (const { date, ballots } of data.turnout?.counts ?? [])
    days.set(date, (days.get(date) ?? 0) + ballots);
  const passedOn = passed.results?.counts ?? [];
  return {
    document,
    whole,
    areas,
    contest,
    rounds,
    days,
    passedOn,
    polls: data.polls?.polls.length ?? 0,
  };
}

/** Whether a list has an item that says the same. */
export function has(list: readonly unknown[], item: unknown): boolean {
  return list.some((other) => JSON.stringify(other) === JSON.stringify(item));
}
