import type { Mode } from "../../race/schema/common.ts";
import { type ResultMeasure, WHOLE_CONTEST } from "../../race/sections/results/source.ts";
import { choiceName } from "../match/choice-name.ts";
import type { Choice, Contest } from "../match/contests.ts";
import { fault, type Fault, type Place } from "../text/faults.ts";
import { addTo, completed, CountTally, sumOf } from "../match/count-tally.ts";
import { strayVotes, voteMode } from "../match/vote-mode.ts";

/** `<VoteType name="Early Vote" votes="12">` with its votes by county or precinct. */
export type ClarityVoteType = {
  readonly name: string;
  readonly votes: number;
  readonly units: Map<string, number>;
  readonly place: Place;
};

export type ClarityChoice = {
  readonly key: string;
  readonly text: string;
  readonly party: string;
  readonly totalVotes: number | null;
  readonly place: Place;
  readonly voteTypes: ClarityVoteType[];
};

/** Precincts that take part and precincts that have reported; null where the file is silent. */
export type ClarityPrecincts = { readonly total: number | null; readonly reported: number | null };

export type ClarityContest = ClarityPrecincts & {
  readonly key: string;
  readonly text: string;
  readonly counties: Map<string, ClarityPrecincts>;
  readonly choices: ClarityChoice[];
  /** Vote types of no choice: under- and overvotes. */
  readonly voteTypes: ClarityVoteType[];
  readonly faults: Fault[];
};

/** Whose results the file holds: a state's by county, or one county's (its `area`) by precinct. */
export type ClarityLevel =
  | { readonly by: "county" }
  | { readonly by: "precinct"; readonly area: string };

/** `regVotersCounty` repeats the voters of `<VoterTurnout>`, mostly as 0. */
const VOTERS = /^reg(istered)? ?voters/i;

/** One contest's choices and votes; `addTurnout` brings what the file says beside them. */
export function clarityContest(
  raw: ClarityContest,
  level: ClarityLevel,
  addTurnout: (tally: CountTally, warnings: Fault[]) => void,
): Contest {
  const faults = [...raw.faults];
  const warnings: Fault[] = [];
  const choices: Choice[] = [];
  const entries: Entry[] = [];
  const unknown = new Set<string>();
  for (const choice of raw.choices) {
    const stray = strayVotes(choice.text);
    if (stray === null) choices.push({ key: choice.key, ...choiceName(choice.text, choice.party) });
    const votes =
      stray === null
        ? { measure: "votes" as const, choice: choice.key }
        : { measure: stray, choice: null };
    entries.push(entryOf({ ...choice, ...votes }, unknown, faults));
  }
  for (const type of raw.voteTypes) {
    const measure = strayVotes(type.name);
    if (measure === null && VOTERS.test(type.name)) continue;
    if (measure === null)
      warnings.push(
        fault(`left out: the vote type ${JSON.stringify(type.name)} of no candidate`, type.place),
      );
    else
      entries.push(
        entryOf(
          {
            measure,
            choice: null,
            text: type.name,
            totalVotes: type.votes,
            place: type.place,
            voteTypes: [type],
          },
          unknown,
          faults,
        ),
      );
  }
  if (unknown.size > 0)
    warnings.push(fault(`counted as unspecified: the vote types ${[...unknown].join(", ")}`));

  const tally = new CountTally();
  for (const measure of ["votes", "undervotes", "overvotes"] as const)
    addMeasure(
      tally,
      entries.filter((entry) => entry.measure === measure),
      level,
      warnings,
    );
  if (faults.length === 0) addTurnout(tally, warnings);
  return {
    key: raw.key,
    title: raw.text,
    date: null,
    choices,
    counts: tally.rows(),
    faults,
    warnings,
  };
}

/** All votes of one choice: the whole by mode, and what of it the file gives by unit. */
type Entry = {
  readonly measure: ResultMeasure;
  readonly choice: string | null;
  readonly text: string;
  readonly whole: ReadonlyMap<Mode, number>;
  readonly units: ReadonlyMap<string, ReadonlyMap<Mode, number>>;
};

type Named = Pick<Entry, "measure" | "choice" | "text"> &
  Pick<ClarityChoice, "totalVotes" | "place" | "voteTypes">;

function entryOf(named: Named, unknown: Set<string>, faults: Fault[]): Entry {
  const { measure, choice, text, totalVotes, place } = named;
  const modes = new Map<Mode, number>();
  const units = new Map<string, Map<Mode, number>>();
  for (const type of named.voteTypes) {
    const mode = measure === "votes" ? voteMode(type.name) : "unspecified";
    if (mode === null) unknown.add(type.name);
    addTo(modes, mode ?? "unspecified", type.votes);
    let sum = 0;
    for (const [unit, votes] of type.units) {
      const byMode = units.get(unit) ?? new Map<Mode, number>();
      units.set(unit, byMode);
      addTo(byMode, mode ?? "unspecified", votes);
      sum += votes;
    }
    if (sum > type.votes)
      faults.push(
        fault(
          `${text}, ${type.name}: its parts add up to ${sum}, the file says ${type.votes}`,
          type.place,
        ),
      );
  }
  const whole = completed(modes, totalVotes);
  if (whole === null)
    faults.push(
      fault(
        `${text}: the vote types add up to ${sumOf(modes)}, the file says ${totalVotes} in all`,
        place,
      ),
    );
  return { measure, choice, text, whole: whole ?? modes, units };
}

/**
 * A county's own file gives its one area. A state's gives areas, and the whole contest only where
 * they fall short of it: some states leave votes out of the vote types that they have in the total.
 */
function addMeasure(
  tally: CountTally,
  entries: readonly Entry[],
  level: ClarityLevel,
  warnings: Fault[],
): void {
  if (level.by === "precinct") {
    for (const entry of entries) tally.addModes({ ...entry, area: level.area }, entry.whole);
    return;
  }
  let [stated, byCounty] = [0, 0];
  for (const entry of entries) {
    stated += sumOf(entry.whole);
    for (const [county, modes] of entry.units) {
      byCounty += sumOf(modes);
      tally.addModes({ ...entry, area: county }, modes);
    }
  }
  if (stated === byCounty) return;
  for (const entry of entries) tally.addModes({ ...entry, area: WHOLE_CONTEST }, entry.whole);
  if (byCounty > 0)
    warnings.push(
      fault(
        `${entries[0]?.measure}: the counties add up to ${byCounty}, the file says ${stated} in all, which is used for the whole contest`,
      ),
    );
}
