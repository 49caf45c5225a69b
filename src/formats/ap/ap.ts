import { callKey, type Call } from "../../race/sections/calls/source.ts";
import type { RaceSource } from "../../race/schema/race.ts";
import type { FileRequest, Format, Found } from "../format.ts";
import { listedContest } from "../match/contests.ts";
import { chooseContest } from "../match/pick-contest.ts";
import { fault, type Fault, type ReadResult, refused } from "../text/faults.ts";
import { PERSON_PREFIX } from "./people.ts";
import { newAreas } from "./areas.ts";
import { type ApCall, warningOfTimes } from "./calls.ts";
import type { ApContest } from "./contest.ts";
import { type ApFile, readApAnswer } from "./read-answer.ts";
import { apOutline } from "./outline.ts";
import { apParts, joinApParts } from "./parts.ts";

/** Who calls, in AP's answers. */
export const AP = "AP";

export const ap = {
  name: "ap",
  title: "an answer of AP's Elections API",
  sections: ["results", "calls"],
  looksLike: ({ hasKeys }) => hasKeys("electionDate", "races", "raceID"),
  read: (text, request) => {
    const file = readApAnswer(text);
    return file.ok ? readFor(file.value, request) : file;
  },
  publisher: /^(the )?(ap|associated press)\b/i,
  contests: (text) => {
    const file = readApAnswer(text);
    return file.ok ? { ...file, value: file.value.contests } : file;
  },
  outlines: (text) => {
    const file = readApAnswer(text);
    return file.ok ? { ...file, value: file.value.contests.map(apOutline) } : file;
  },
  parts: apParts,
  join: joinApParts,
} as const satisfies Format;

/**
 * Results of the race's contest, AP's calls of it, and the places that race.json lacks. Test numbers
 * are refused for a race without the test mark.
 */
function readFor(file: ApFile, request: FileRequest): ReadResult<Found> {
  const { race, section } = request;
  const known = withPeople(file, race);
  const picked = chooseContest(known, request);
  if (!picked.ok) return picked;
  const { contest, ids, results, unlisted } = picked.value;
  if (contest.isTest && !race.test)
    return refused(
      `${contest.title}: these are AP's test numbers, and the race isn't marked as a test: ask AP for resultsType=l, or set "test": true in race.json`,
    );
  const date = contest.date === race.electionDate ? [] : [otherDay(contest.date, race)];
  const calls = callsOf(contest, ids, request);
  const unknown = contest.calls.filter(({ choice }) => !ids.has(choice));
  const fills = (name: string) => section === null || section === name;
  return {
    ok: true,
    value: {
      bodies: {
        ...(fills("results") && { results }),
        ...(fills("calls") && { calls: { calls } }),
      },
      contests: file.contests.map(listedContest),
      unlisted,
      areas: newAreas(contest, race.areas),
      contest: listedContest(contest),
      // An answer of zeros says nothing of a call that was made on votes.
      ...(contest.votes > 0 && { caller: { name: AP, at: contest.at ?? file.asOf } }),
    },
    warnings: [
      ...date,
      ...picked.warnings,
      ...(fills("calls") ? warningOfTimes(contest.calls) : []),
      ...unknown.map(({ choice }) =>
        fault(
          `left out: AP's call for ${contest.choices.find(({ key }) => key === choice)?.name ?? choice}, who is no candidate of this race`,
        ),
      ),
    ],
  };
}

/** The answer with every choice named as the race names AP's person, as far as it knows them. */
function withPeople(file: ApFile, { candidates }: RaceSource): ApFile {
  const owners = new Map(
    candidates.flatMap(({ id, aliases }) =>
      aliases
        .filter((alias) => alias.startsWith(PERSON_PREFIX))
        .map((alias) => [alias, id] as const),
    ),
  );
  if (owners.size === 0) return file;
  const contests = file.contests.map((contest) => ({
    ...contest,
    choices: contest.choices.map((choice) => {
      const id = owners.get(PERSON_PREFIX + (choice.person ?? ""));
      return id === undefined ? choice : { ...choice, name: id };
    }),
  }));
  return { ...file, contests };
}

/**
 * AP's calls of the race's candidates. A Yes that has won is a question that has passed. A statement
 * that is known already keeps its time, where the answer has none of its own.
 */
function callsOf(
  { calls, status }: ApContest,
  ids: ReadonlyMap<string, string>,
  { round, source, race, calls: known = [] }: FileRequest,
): Call[] {
  const isQuestion = ["yes", "no"].every((id) =>
    race.candidates.some((one) => one.id === id && one.kind === "choice"),
  );
  type Said = Omit<ApCall, "choice"> & { readonly candidate: string | null };
  const said = calls.flatMap((call): Said[] => {
    const candidate = ids.get(call.choice);
    if (candidate === undefined) return [];
    if (!isQuestion) return [{ ...call, candidate }];
    const outcome = candidate === "yes" ? "passed" : "failed";
    return call.outcome === "won" ? [{ ...call, candidate: null, outcome }] : [];
  });
  const open = status !== null && said.length === 0 ? [{ ...status, candidate: null }] : [];
  return [...said, ...open].map(({ candidate, outcome, at, isOwnTime }): Call => {
    const call: Call = { round, candidate, outcome, caller: AP, at, source };
    const before = known.find((one) => callKey(one) === callKey(call) && one.outcome === outcome);
    return !isOwnTime && before && !before.retracted ? { ...call, at: before.at } : call;
  });
}

function otherDay(date: string | null, { electionDate }: RaceSource): Fault {
  return fault(`is of the election of ${date}, and the race's is on ${electionDate}`);
}
