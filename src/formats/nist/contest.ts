import type { Mode } from "../../race/schema/common.ts";
import type { Choice, Contest } from "../match/contests.ts";
import { fault, type Fault, type Place } from "../text/faults.ts";
import { votesByUnit } from "./counts.ts";
import type { NistContest, NistElection, NistReport, NistSelection } from "./report.ts";
import { nistText } from "./report.ts";
import { type Slice, slicesOf } from "./slices.ts";
import type { NistUnits } from "./units.ts";
import { CountTally, sumOf } from "../match/count-tally.ts";

/** What all contests of a report share. */
export type NistFile = {
  readonly units: NistUnits;
  readonly candidates: ReadonlyMap<string, NonNullable<NistElection["Candidate"]>[number]>;
  readonly parties: ReadonlyMap<string, NonNullable<NistReport["Party"]>[number]>;
  /** Ballots cast by place. */
  readonly ballots: ReadonlyMap<string, number>;
  readonly status: string;
};

export function nistContest(raw: NistContest, file: NistFile, placeOf: () => Place): Contest {
  const faults: Fault[] = [];
  const notes = new Set<string>();
  const selections = raw.ContestSelection ?? [];
  const choices = selections.map((selection) => choiceOf(selection, file));
  const votes = selections.map((selection, i) =>
    votesByUnit(selection, choices[i]?.name ?? "", { faults, warnings: notes }),
  );
  const counted = countedUnits(raw, selections, votes, file, notes);
  const rounds = selections.some((s) => s.VoteCounts?.some((count) => (count.Round ?? 1) > 1));
  if (rounds)
    faults.push(fault("is counted in several rounds, which this reader can't tell apart"));
  else if (counted.length === 0 && faults.length === 0)
    faults.push(fault(`has no votes: the report's status is ${file.status}`));
  const votesIn = new Map<string, number>();
  for (const units of votes)
    for (const [unit, modes] of units) votesIn.set(unit, (votesIn.get(unit) ?? 0) + sumOf(modes));
  const chosen = slicesOf(
    raw.ElectionDistrictId,
    counted,
    file.units,
    (unit) => votesIn.get(unit) ?? 0,
  );
  if (faults.length === 0) faults.push(...chosen.faults);

  const tally = new CountTally();
  const strays = strayCounts(raw);
  for (const slice of chosen.slices) {
    for (const [i, units] of votes.entries()) addVotes(tally, slice, choices[i]?.key ?? "", units);
    addOthers(tally, slice, strays, raw.ElectionDistrictId, file);
  }
  const place = faults.length === 0 ? {} : placeOf();
  return {
    key: raw["@id"],
    title: raw.Name.trim(),
    date: null,
    choices,
    counts: tally.rows(),
    faults: faults.map(({ message }) => fault(message, place)),
    warnings: [...[...notes].map((note) => fault(note)), ...chosen.warnings],
  };
}

/**
 * Places that have counts for the contest. Write-ins are given for places that aren't the contest's
 * too: they make no place of theirs, where all other choices are told without it.
 */
function countedUnits(
  raw: NistContest,
  selections: readonly NistSelection[],
  votes: readonly ReadonlyMap<string, ReadonlyMap<Mode, number>>[],
  file: NistFile,
  notes: Set<string>,
): string[] {
  const named = new Set(
    votes.flatMap((units, i) => (selections[i]?.IsWriteIn ? [] : [...units.keys()])),
  );
  const all = new Set(votes.flatMap((units) => [...units.keys()]));
  const isOutside = (unit: string) =>
    !named.has(unit) &&
    unit !== raw.ElectionDistrictId &&
    file.units.ancestorsOf(unit)?.has(raw.ElectionDistrictId) === false;
  if (named.size === 0) return [...all];
  const outside = [...all].filter(isOutside);
  const lost = outside.reduce(
    (total, unit) =>
      total + votes.reduce((sum, units) => sum + sumOf(units.get(unit) ?? NO_VOTES), 0),
    0,
  );
  if (lost > 0) notes.add(`left out: ${lost} write-ins of places outside the contest's district`);
  return [...all].filter((unit) => !outside.includes(unit));
}

const NO_VOTES: ReadonlyMap<Mode, number> = new Map();

/** A ticket goes by the name of its first candidate. */
function choiceOf(selection: NistSelection, file: NistFile): Choice {
  const candidates = (selection.CandidateIds ?? []).flatMap((id) => file.candidates.get(id) ?? []);
  const candidate = candidates.find((one) => one.IsTopTicket) ?? candidates[0];
  const party = file.parties.get(candidate?.PartyId ?? selection.PartyIds?.[0] ?? "");
  const partyName = nistText(party?.Abbreviation) || nistText(party?.Name);
  const name = nistText(candidate?.BallotName) || nistText(selection.Selection);
  return {
    key: selection["@id"],
    name: name || (selection.IsWriteIn ? "Write-in" : partyName || selection["@id"]),
    party: partyName === "" ? null : partyName.toUpperCase(),
    writeIn: selection.IsWriteIn ?? false,
  };
}

function addVotes(
  tally: CountTally,
  { area, units }: Slice,
  choice: string,
  votes: ReadonlyMap<string, ReadonlyMap<Mode, number>>,
): void {
  for (const unit of units)
    tally.addModes({ area, measure: "votes", choice }, votes.get(unit) ?? []);
}

type Strays = NonNullable<NistContest["OtherCounts"]>[number];

/** Under- and overvotes by place; of counts by machine the one of all machines. */
function strayCounts(raw: NistContest): ReadonlyMap<string, Strays> {
  const whole = (raw.OtherCounts ?? []).filter((count) => !count.DeviceClass);
  return new Map(whole.map((count) => [count.GpUnitId, count]));
}

/**
 * A sum of places needs the number of each of them. What a place has beside the contest (its
 * voters, ballots, precincts) is the contest's only where the place lies in its district.
 */
function addOthers(
  tally: CountTally,
  { area, units }: Slice,
  strays: ReadonlyMap<string, Strays>,
  district: string,
  file: NistFile,
): void {
  const sum = (of: (unit: string) => number | null | undefined): number | null => {
    let total = 0;
    for (const unit of units) {
      const value = of(unit);
      if (value === null || value === undefined) return null;
      total += value;
    }
    return total;
  };
  tally.addMeasure(
    area,
    "undervotes",
    sum((unit) => strays.get(unit)?.Undervotes),
  );
  tally.addMeasure(
    area,
    "overvotes",
    sum((unit) => strays.get(unit)?.Overvotes),
  );
  if (units.some((unit) => unit !== district && !file.units.ancestorsOf(unit)?.has(district)))
    return;
  tally.addMeasure(
    area,
    "ballots",
    sum((unit) => file.ballots.get(unit)),
  );
  tally.addMeasure(
    area,
    "registered",
    sum((unit) => file.units.get(unit)?.VotersRegistered),
  );
  const [only, ...more] = units;
  if (only === undefined || more.length > 0 || !file.units.isArea(only)) return;
  const unit = file.units.get(only);
  if (!unit?.TotalSubUnits) return;
  tally.addMeasure(area, "precincts_total", unit.TotalSubUnits);
  tally.addMeasure(area, "precincts_reported", unit.SubUnitsReported ?? null);
}
