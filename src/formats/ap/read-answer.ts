import { fault, type Fault, type ReadResult, refused } from "../text/faults.ts";
import { type JsonFile, readJson } from "../text/json.ts";
import { repeatedKey } from "../text/repeated-key.ts";
import { type ApAnswer, apAnswer, apRace } from "./answer.ts";
import { type ApContest, apContest } from "./contest.ts";

/** The contests of one answer, each with what keeps it from being read. */
export type ApFile = {
  readonly contests: readonly ApContest[];
  readonly asOf: string | null;
  readonly date: string;
  readonly nextRequest: string | null;
};

/** More faults of one contest than anyone mends before trying again. */
const MAX_FAULTS = 20;

/**
 * Reads an answer of AP's Elections API, version 2 or 3, by state, county, town or district. A race
 * that can't be read is a contest with faults, so that it spoils no other one.
 */
export function readApAnswer(text: string): ReadResult<ApFile> {
  const file = readJson(text, apAnswer);
  if ("faults" in file) return { ok: false, faults: file.faults };
  const repeated = repeatedKey(text);
  if (repeated !== null) return { ok: false, faults: [repeated] };
  const { electionDate, timestamp, nextrequest, races } = file.value;
  if (races.length === 0)
    return refused("has no race: nothing has changed since it was last asked");
  const contests = withOwnKeys(races.map((raw, i) => contestOf(raw, i, file)));
  return {
    ok: true,
    value: {
      contests,
      asOf: timestamp ?? null,
      date: electionDate,
      nextRequest: nextrequest ?? null,
    },
    warnings: [],
  };
}

function contestOf(
  raw: ApAnswer["races"][number],
  index: number,
  { value, placeOf }: JsonFile<ApAnswer>,
): ApContest {
  const answer = {
    date: value.electionDate,
    timestamp: value.timestamp ?? null,
    isTest: value.resultsType?.toLowerCase() === "test",
  };
  const parsed = apRace.safeParse(raw);
  if (parsed.success) return apContest(parsed.data, answer);
  const faults: Fault[] = parsed.error.issues
    .slice(0, MAX_FAULTS)
    .map(({ message, path }) => fault(message, placeOf(["races", index, ...path])));
  const { raceID } = raw;
  const nothing = apRace.parse({ raceID });
  return { ...apContest(nothing, answer), faults };
}

/** AP's ids are unique inside a state: where two states share one, the state stands before it. */
function withOwnKeys(contests: readonly ApContest[]): readonly ApContest[] {
  const sharing = Map.groupBy(contests, ({ key }) => key);
  return contests.map((contest) => {
    if ((sharing.get(contest.key)?.length ?? 0) < 2) return contest;
    const [unit] = contest.race.reportingUnits ?? [];
    const state = unit?.statePostal ?? contest.race.statePostal;
    return state ? { ...contest, key: `${state}-${contest.key}` } : contest;
  });
}
