import { z } from "zod";
import type { RaceSource } from "../../race/schema/race.ts";
import type { PollContest, PollQuestion } from "../match/contests.ts";
import { readPolls } from "../match/pick-polls.ts";
import type { Format } from "../format.ts";
import { plainIssues, plainWords } from "../sheet/plain-issues.ts";
import { fault, type Fault, firstFaults, type ReadResult, refused } from "../text/faults.ts";
import { type JsonFile, readJson } from "../text/json.ts";
import { type ListedPoll, listedPoll, listIn } from "./answer.ts";
import { advice, draftQuestion, placeIn, question } from "./question.ts";
import { withOwnIds } from "./repeated-ids.ts";

const PUBLISHER = /vote\s?hub/i;
const CREDIT = "VoteHub (CC BY 4.0)";

/** How the subject of a party's primary ends. */
const PRIMARY = /\b(democrat(ic)?|republican|gop|libertarian|green|primary|primary runoff)$/i;

/** How many faults are listed before a file is given up, whichever contests they are of. */
const MAX_FAULTS = 1000;

export const voteHub = {
  name: "votehub",
  title: "VoteHub's list of polls",
  sections: ["polls"],
  publisher: PUBLISHER,
  looksLike: ({ hasKeys }) => hasKeys("poll_type", "subject", "pollster", "answers"),
  read: (text, request) => {
    const read = readPolls(readVoteHub(text), request);
    if (!read.ok) return read;
    return { ...read, warnings: [...read.warnings, ...uncredited(request.race, request.source)] };
  },
} as const satisfies Format;

/** A contest while its polls are read. */
type Draft = Omit<PollContest, "questions" | "faults" | "warnings"> & {
  readonly questions: PollQuestion[];
  readonly faults: Fault[];
  readonly warnings: Fault[];
};

/**
 * Reads the answer of VoteHub's `/polls`: one entry per question. A contest is a type of poll, its
 * subject and its seat, so that a primary ("2026 Texas Democratic") is another one than the general
 * election. The subject's year is that of the election. Questions of one pollster, sponsor and days
 * are one survey.
 */
export function readVoteHub(
  text: string,
): ReadResult<{ readonly contests: readonly PollContest[] }> {
  const file = readJson(text, z.unknown());
  if ("faults" in file) return { ok: false, faults: file.faults };
  const list = listIn(file.value);
  if (list === null)
    return refused("isn't VoteHub's list of polls: it needs a list, or one as polls");
  const root = Array.isArray(file.value) ? [] : ["polls"];
  const contests = new Map<string, Draft>();
  const strangers: Fault[] = [];
  let count = 0;
  for (const [i, entry] of list.entries()) {
    const placeOf = (path: readonly PropertyKey[]) => file.placeOf([...root, i, ...path]);
    const parsed = listedPoll.safeParse(entry, { error: plainWords });
    if (!parsed.success) {
      // Nobody can tell whose poll it is.
      strangers.push(...parsed.error.issues.map((one) => fault(one.message, placeOf(one.path))));
      count += parsed.error.issues.length;
    } else {
      count += readPoll(parsed.data, contests, placeOf);
    }
    if (count <= MAX_FAULTS) continue;
    const all = [...strangers, ...[...contests.values()].flatMap(({ faults }) => faults)];
    return { ok: false, faults: firstFaults(all) };
  }
  if (strangers.length > 0) return { ok: false, faults: firstFaults(strangers) };
  const value = [...contests.values()].map((one) => ({
    ...one,
    questions: withOwnIds(one.questions),
  }));
  return { ok: true, value: { contests: value }, warnings: [] };
}

/** Adds a poll to its contest, and says how many faults it has. */
function readPoll(
  listed: ListedPoll,
  contests: Map<string, Draft>,
  placeOf: JsonFile<unknown>["placeOf"],
): number {
  const { poll_type: type, subject, seat_name: seat } = listed;
  const key = [type, subject, seat].filter(Boolean).join(":");
  const contest = contests.get(key) ?? {
    key,
    title: [type, subject, seat].filter(Boolean).join(", "),
    date: null,
    isPrimary: PRIMARY.test(subject),
    questions: [],
    faults: [],
    warnings: [],
  };
  contests.set(key, contest);
  const draft = draftQuestion(listed);
  const parsed = question.safeParse(draft, { error: plainWords });
  if (!parsed.success) {
    const issues = plainIssues(parsed.error.issues, draft);
    const faults = issues.map(({ path, message }) => fault(message, placeOf(placeIn(path))));
    contest.faults.push(...faults);
    return faults.length;
  }
  const { poll, answers } = parsed.data;
  contest.questions.push({
    // Places cost a second pass over the text, and few of them are ever said.
    get line() {
      return placeOf([]).line ?? 1;
    },
    poll,
    electionDate: /\b(?:19|20)\d\d\b/.exec(subject)?.[0] ?? null,
    answers,
  });
  for (const said of advice(listed))
    contest.warnings.push(fault(`${poll.id}: ${said}`, placeOf([])));
  return 0;
}

/** The licence asks for the credit, which cards take from the race's source. */
function uncredited({ sources }: RaceSource, id: string): readonly Fault[] {
  const source = sources.find((one) => one.id === id);
  const said = `${source?.name ?? ""} ${source?.url ?? ""}`;
  if (source === undefined || PUBLISHER.test(said)) return [];
  const message = `cards must credit ${CREDIT}: the source ${id} is called ${source.name} in race.json, so name VoteHub there, with "url": "https://votehub.com"`;
  return [fault(message, { field: "source" })];
}
