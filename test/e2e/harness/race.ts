import type { RaceData } from "../../../src/race/schema/data.ts";
import { NO_SECTIONS } from "../../../src/race/sections/index.ts";
import { poll, type Poll } from "../../../src/race/sections/polls/source.ts";
import { raceSource } from "../../../src/race/schema/race.ts";

export const RACE_ID = "test-springfield-mayor";

/** A rehearsal race with three polls and two days of early voting. Its numbers are made up. */
export function testRace(changes: Partial<RaceData> = {}): RaceData {
  return {
    race: raceSource.parse({
      id: RACE_ID,
      title: "Rehearsal: mayor",
      office: "Mayor (rehearsal)",
      translations: { es: { title: "Ensayo: alcaldía" } },
      jurisdiction: { name: "Springfield", ocdId: "ocd-division/country:us/state:ga/place:test" },
      timeZone: "America/New_York",
      electionDate: "2026-11-03",
      voting: { opens: "2026-11-03T07:00:00-05:00", closes: "2026-11-03T19:00:00-05:00" },
      electionType: "general",
      test: true,
      asOf: "2026-11-03T08:00:00-05:00",
      candidates: [
        party("first", "First Candidate", "First", "R", "Republican"),
        party("second", "Second Candidate", "Second", "D", "Democratic"),
      ],
      sources: [{ id: "rehearsal", name: "Rehearsal data", url: "https://example.org/rehearsal" }],
    }),
    ...NO_SECTIONS,
    polls: { polls: [aPoll(1, 44, 46), aPoll(2, 45, 47), aPoll(3, 43, 48)] },
    turnout: earlyVote(12_345),
    ...changes,
  };
}

/** The early vote with that many ballots cast by mail in all. */
export function earlyVote(ballots: number): NonNullable<RaceData["turnout"]> {
  return {
    counts: [
      { date: "2026-10-30", mode: "absentee_mail", ballots: 8000, ...REHEARSAL },
      { date: "2026-11-02", mode: "absentee_mail", ballots, ...REHEARSAL },
    ],
  };
}

const REHEARSAL = { rounded: false, source: "rehearsal", note: null } as const;

function party(id: string, name: string, shortName: string, code: string, partyName: string) {
  return { id, name, shortName, party: { code, name: partyName } };
}

function aPoll(n: number, first: number, second: number): Poll {
  const day = `2026-10-${20 + n}`;
  return poll.parse({
    id: `poll-${n}`,
    survey: `poll-${n}`,
    pollster: `Rehearsal pollster ${n}`,
    field: { start: day, end: day },
    sample: 800,
    population: "lv",
    marginOfError: 3.5,
    shares: [
      { candidate: "first", share: first },
      { candidate: "second", share: second },
    ],
    source: "rehearsal",
  });
}
