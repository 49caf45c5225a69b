import { NO_SECTIONS } from "../../src/race/sections/index.ts";
import { type Call, call } from "../../src/race/sections/calls/source.ts";
import type { RaceData } from "../../src/race/schema/data.ts";
import { type Poll, poll } from "../../src/race/sections/polls/source.ts";
import { type RaceSource, raceSource, type RaceSourceInput } from "../../src/race/schema/race.ts";
import type { ResultCount } from "../../src/race/sections/results/source.ts";

/** A small race with two candidates, one source and a running clock. */
export function aRace(changes: Partial<RaceSourceInput> = {}): RaceSource {
  return raceSource.parse({
    id: "test-race",
    title: "A test race",
    office: "Mayor of Testville",
    jurisdiction: { name: "Testville", ocdId: "ocd-division/country:us/state:ga/place:testville" },
    timeZone: "America/New_York",
    electionDate: "2026-11-03",
    voting: { opens: "2026-11-03T07:00:00-05:00", closes: "2026-11-03T19:00:00-05:00" },
    electionType: "general",
    test: true,
    candidates: [
      { id: "ada", name: "Ada Able", shortName: "Able", party: { code: "R", name: "Republican" } },
      { id: "bo", name: "Bo Baker", shortName: "Baker", party: { code: "D", name: "Democratic" } },
    ],
    sources: [
      { id: "office", name: "Testville Election Office" },
      { id: "wire", name: "Test Wire" },
    ],
    ...changes,
  });
}

export function someData(changes: Partial<RaceData> = {}): RaceData {
  return { race: aRace(), ...NO_SECTIONS, ...changes };
}

export function aPoll(id: string, end: string, ada: number, bo: number): Poll {
  return poll.parse({
    id,
    survey: id,
    pollster: `Pollster ${id}`,
    field: { start: end, end },
    sample: 600,
    population: "lv",
    shares: [
      { candidate: "ada", share: ada },
      { candidate: "bo", share: bo },
    ],
    source: "wire",
  });
}

export function votes(
  area: string,
  candidate: string,
  value: number,
  changes: Partial<ResultCount> = {},
): ResultCount {
  const asOf = "2026-11-03T21:00:00-05:00";
  const mode = "unspecified";
  return {
    round: 1,
    area,
    measure: "votes",
    candidate,
    other: null,
    mode,
    value,
    asOf,
    source: "office",
    ...changes,
  };
}

export function counted(area: string, measure: ResultCount["measure"], value: number): ResultCount {
  return votes(area, "ada", value, { measure, candidate: null });
}

/** The wire's call of the race for Ada, unless told otherwise. */
export function aCall(changes: Partial<Call> = {}): Call {
  const at = "2026-11-03T23:00:00-05:00";
  return call.parse({ candidate: "ada", caller: "Test Wire", at, source: "wire", ...changes });
}
