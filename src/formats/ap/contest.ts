import type { Mode } from "../../race/schema/common.ts";
import { WHOLE_CONTEST } from "../../race/sections/results/source.ts";
import { choiceName, isPool } from "../match/choice-name.ts";
import type { Choice, Contest } from "../match/contests.ts";
import { addTo, completed, CountTally, sumOf } from "../match/count-tally.ts";
import { voteMode } from "../match/vote-mode.ts";
import { fault } from "../text/faults.ts";
import { type ApCandidate, type ApRace, type ApUnit, keyOf } from "./answer.ts";
import { type ApCall, callsOf, statusOf } from "./calls.ts";
import { apUnits } from "./units.ts";

/** A choice with AP's id of the person, which stays the same from one election to the next. */
export type ApChoice = Choice & {
  readonly person: string | null;
  readonly incumbent: boolean;
  readonly order: number;
};

export type ApContest = Omit<Contest, "choices"> & {
  readonly choices: readonly ApChoice[];
  readonly race: ApRace;
  /** The places that the contest is counted in. */
  readonly places: ReadonlyMap<string, ApUnit>;
  readonly calls: readonly ApCall[];
  /** What AP says that hasn't called it yet. */
  readonly status: Omit<ApCall, "choice"> | null;
  /** When the whole of it was last updated. */
  readonly at: string | null;
  /** Made-up numbers, sent to try the feed. */
  readonly isTest: boolean;
  readonly votes: number;
};

/** One contest of an answer. `timestamp` is when the answer was made. */
export function apContest(
  race: ApRace,
  answer: { readonly date: string; readonly timestamp: string | null; readonly isTest: boolean },
): ApContest {
  const { whole, parts, warnings } = apUnits(race.reportingUnits ?? []);
  const people = peopleOf(race, [...(whole ? [whole] : []), ...parts.values()]);
  const tally = new CountTally();
  const exceeded = new Set<string>();
  const areas = [...(whole ? [[WHOLE_CONTEST, whole] as const] : []), ...parts];
  const areaTimes = new Map<string, string>();
  for (const [area, unit] of areas) {
    addUnit(tally, area, unit, exceeded);
    const at = unit.lastUpdated ?? race.lastUpdated ?? answer.timestamp;
    if (at) areaTimes.set(area, at);
  }
  if (race.eevp != null && whole?.eevp == null)
    tally.addMeasure(WHOLE_CONTEST, "expected_percent", race.eevp);
  const votes = (whole?.candidates ?? []).reduce((sum, c) => sum + (c.voteCount ?? 0), 0);
  return {
    key: race.raceID,
    title: titleOf(race, whole),
    date: answer.date,
    choices: [...people].map(([key, candidate], i) => choiceOf(key, candidate, i)),
    counts: tally.rows(),
    areaTimes,
    faults: areas.length === 0 ? [fault(`${race.raceID} has no reporting units`)] : [],
    warnings: [
      ...warnings,
      ...(exceeded.size > 0
        ? [fault(`left out: vote types of ${shown(exceeded)}, which add up to more than the votes`)]
        : []),
    ],
    race,
    places: parts,
    calls: callsOf(race, whole, answer.timestamp),
    status: statusOf(race, whole?.lastUpdated ?? race.lastUpdated ?? answer.timestamp),
    at: whole?.lastUpdated ?? race.lastUpdated ?? answer.timestamp,
    isTest: answer.isTest || race.test === true || race.resultsType?.toLowerCase() === "test",
    votes: whole ? votes : sumOfParts(parts),
  };
}

function sumOfParts(parts: ReadonlyMap<string, ApUnit>): number {
  return [...parts.values()]
    .flatMap(({ candidates }) => candidates ?? [])
    .reduce((sum, { voteCount }) => sum + (voteCount ?? 0), 0);
}

/** Everybody in the contest; a unit may name a candidate by number alone. */
function peopleOf(race: ApRace, units: readonly ApUnit[]): ReadonlyMap<string, ApCandidate> {
  const people = new Map<string, ApCandidate>();
  for (const candidates of [race.candidates, ...units.map((unit) => unit.candidates)])
    for (const candidate of candidates ?? []) {
      const known = people.get(keyOf(candidate));
      if (!known?.last) people.set(keyOf(candidate), candidate);
    }
  return people;
}

function choiceOf(key: string, candidate: ApCandidate, place: number): ApChoice {
  const { first, middle, last, suff, party, polID, incumbent, ballotOrder } = candidate;
  const printed = [first, middle, last, suff].filter((part) => part?.trim()).join(" ");
  const { name, party: code, writeIn } = choiceName(printed || key, party);
  const pool = !first?.trim() && (isPool(name) || /^others?$/i.test(name));
  return {
    key,
    name,
    party: code,
    writeIn: writeIn || pool,
    person: polID ?? null,
    incumbent: incumbent === true,
    order: ballotOrder ?? place + 1,
  };
}

function addUnit(tally: CountTally, area: string, unit: ApUnit, exceeded: Set<string>): void {
  for (const candidate of unit.candidates ?? []) {
    const { voteCount } = candidate;
    if (voteCount == null) continue;
    const modes = completed(modesOf(candidate), voteCount);
    if (modes === null) exceeded.add(area);
    const counted = modes ?? new Map<Mode, number>([["unspecified", voteCount]]);
    tally.addModes({ area, measure: "votes", choice: keyOf(candidate) }, counted);
  }
  if (unit.precinctsTotal) {
    tally.addMeasure(area, "precincts_total", unit.precinctsTotal);
    tally.addMeasure(area, "precincts_reported", unit.precinctsReporting ?? null);
  }
  tally.addMeasure(area, "expected_percent", unit.eevp ?? null);
}

/** The vote types that are one of our modes; all others stay in what nobody tells apart. */
function modesOf({ voteTypes }: ApCandidate): ReadonlyMap<Mode, number> {
  const modes = new Map<Mode, number>();
  const types = Array.isArray(voteTypes)
    ? voteTypes.map(
        (type) => [type.name ?? type.voteType ?? type.type ?? "", type.voteCount] as const,
      )
    : Object.entries(voteTypes ?? {});
  for (const [name, count] of types) {
    const mode = voteMode(name.replace(/([a-z])([A-Z])/g, "$1 $2"));
    if (mode !== null && count) addTo(modes, mode, count);
  }
  return sumOf(modes) > 0 ? modes : new Map();
}

/** `Colorado Question: Recall Williams Dist 1 (Jeffco School Dist 1)`, `Kentucky Governor`. */
function titleOf(race: ApRace, whole: ApUnit | null): string {
  const { officeName, officeID, raceType, party } = race;
  const state = whole?.stateName ?? race.stateName ?? race.statePostal ?? whole?.statePostal;
  const seat = race.seatName ?? (race.seatNum == null ? null : `District ${race.seatNum}`);
  const office = [state, officeName].filter(Boolean).join(" ") || `AP race ${race.raceID}`;
  const kind = /^(general|ballot issue)$/i.test(raceType ?? "General") ? null : raceType;
  return [
    office,
    seat ? `${officeID === "I" ? ": " : " "}${seat}` : "",
    race.description ? ` (${race.description})` : "",
    kind ? `, ${kind}` : "",
    party ? ` (${party})` : "",
  ].join("");
}

function shown(areas: ReadonlySet<string>): string {
  const [first, ...more] = areas;
  return more.length > 0 ? `${first} and ${more.length} more` : (first ?? "");
}
