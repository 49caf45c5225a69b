// Made-up answers of AP's Elections API for TESTs, in the shape of versions 2 and 3.

export const NIGHT = "2026-11-03";

/** Votes by the candidate's last name; `null` leaves the count out. */
type Votes = Readonly<Record<string, number | null>>;

export type TestCandidate = {
  readonly first?: string;
  readonly last: string;
  readonly party: string;
  readonly polID: string;
  readonly candidateID: string;
  readonly incumbent?: boolean;
};

export const ADA: TestCandidate = {
  first: "Ada",
  last: "Able",
  party: "GOP",
  polID: "901",
  candidateID: "11",
};
export const BO: TestCandidate = {
  first: "Bo",
  last: "Baker",
  party: "Dem",
  polID: "902",
  candidateID: "12",
};
export const YES: TestCandidate = { last: "Yes", party: "Yes", polID: "2", candidateID: "21" };
export const NO: TestCandidate = { last: "No", party: "No", polID: "3", candidateID: "22" };

export type Area = {
  readonly name: string;
  readonly votes: Votes;
  readonly id?: string;
  readonly level?: string;
  readonly at?: string;
  readonly more?: object;
};

export type TestRace = {
  readonly id: string;
  readonly candidates?: readonly TestCandidate[];
  readonly total: Votes;
  readonly areas?: readonly Area[];
  /** AP's marks by last name: `{ Able: "X" }`. */
  readonly winners?: Readonly<Record<string, string>>;
  readonly calledAt?: string;
  readonly at?: string;
  readonly eevp?: number | string;
  readonly state?: string;
  readonly more?: object;
};

/** One race of an answer of version 3, by state and county. */
export function race(wanted: TestRace): Record<string, unknown> {
  const { id, candidates = [ADA, BO], total, areas = [], state = "XX", more = {} } = wanted;
  const at = wanted.at ?? `${NIGHT}T21:00:00-05:00`;
  const people = (votes: Votes, isWhole: boolean) =>
    candidates.map((candidate, i) => {
      const winner = isWhole ? wanted.winners?.[candidate.last] : undefined;
      return {
        ...candidate,
        ballotOrder: i + 1,
        ...(votes[candidate.last] != null && { voteCount: votes[candidate.last] }),
        ...(winner !== undefined && { winner }),
        ...(winner !== undefined && wanted.calledAt && { winnerDateTime: wanted.calledAt }),
      };
    });
  const stateName = `TEST ${state}`;
  return {
    raceID: id,
    raceType: "General",
    raceTypeID: "G",
    officeID: "S",
    officeName: "TEST Senate",
    resultsType: "test",
    ...more,
    reportingUnits: [
      {
        statePostal: state,
        stateName,
        level: "state",
        lastUpdated: at,
        ...(wanted.eevp !== undefined && { eevp: wanted.eevp }),
        candidates: people(total, true),
      },
      ...areas.map((area, i) => ({
        statePostal: state,
        reportingunitName: area.name,
        reportingunitID: area.id ?? `${id}${i}`,
        level: area.level ?? "FIPSCode",
        fipsCode: `99${String(2 * i + 1).padStart(3, "0")}`,
        lastUpdated: area.at ?? at,
        ...area.more,
        candidates: people(area.votes, false),
      })),
    ],
  };
}

export function answer(races: readonly object[], more: object = {}): string {
  return JSON.stringify({
    electionDate: NIGHT,
    timestamp: `${NIGHT}T21:05:00-05:00`,
    nextrequest: "https://results.example.org/v3/elections/next?minDateTime=1",
    races,
    ...more,
  });
}

/** The race of most TESTs: 60 to 50 in two counties. */
export function senate(change: Partial<TestRace> = {}): Record<string, unknown> {
  return race({
    id: "7001",
    total: { Able: 60, Baker: 50 },
    areas: [
      { name: "North", votes: { Able: 20, Baker: 30 } },
      { name: "O'Brien", votes: { Able: 40, Baker: 20 } },
    ],
    ...change,
  });
}
