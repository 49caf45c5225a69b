import type { Candidate } from "../../race/schema/race-facts.ts";
import { fault, type Fault } from "../text/faults.ts";
import { nameWords } from "./candidates.ts";
import type { PollQuestion } from "./contests.ts";
import { questions } from "./election-of-poll.ts";
import type { LineUp } from "./line-up.ts";

/** A question and how it stands to the race's candidates. */
export type Asked = { readonly question: PollQuestion; readonly lineUp: LineUp };

/** What is to be known of the line-ups of a contest's questions, one warning for each line-up. */
export function lineUpWarnings(
  asked: readonly Asked[],
  candidates: readonly Candidate[],
): readonly Fault[] {
  const about = asked.filter((a) => a.lineUp.shares.length > 0);
  const fitting = about.filter((a) => a.lineUp.fits);
  return [
    ...byNames(
      asked.filter((a) => a.lineUp.shares.length === 0),
      (said) => `${said} skipped (no candidate of this race is named)`,
    ),
    ...byNames(
      about.filter((a) => !a.lineUp.fits),
      (said, [first]) => `${said} listed, but in no average (${whyOther(first, candidates)})`,
    ),
    ...byNames(
      fitting.filter((a) => a.lineUp.others.length > 0),
      (said, [first]) => `${said} taken with others (${strangers(first, candidates)})`,
    ),
    ...incomplete(fitting, candidates),
  ];
}

/** One warning per line-up, on the line of its first question. */
function byNames(
  asked: readonly Asked[],
  say: (said: string, group: readonly [Asked, ...Asked[]]) => string,
): readonly Fault[] {
  const groups = Map.groupBy(asked, ({ question }) =>
    question.answers
      .map((answer) => answer.names[0] ?? "")
      .toSorted()
      .join(", "),
  );
  return [...groups].flatMap(([names, [first, ...more]]) => {
    if (first === undefined) return [];
    const said = `${questions(more.length + 1)} about ${names}`;
    return fault(say(said, [first, ...more]), { line: first.question.line });
  });
}

function whyOther(asked: Asked, candidates: readonly Candidate[]): string {
  return asked.lineUp.others.length > 0
    ? strangers(asked, candidates)
    : "only one candidate is named";
}

function strangers({ lineUp }: Asked, candidates: readonly Candidate[]): string {
  const named = new Set(lineUp.shares.map(({ candidate }) => candidate));
  const missing = candidates.filter(({ id }) => !named.has(id));
  const names = lineUp.others.map(({ name }) => name);
  const advice = names.flatMap((name) => {
    const namesake = missing.find((one) => lastWord(one.name) === lastWord(name));
    return namesake === undefined
      ? []
      : `; if ${name} is ${namesake.name}, add that name to the candidate's "aliases"`;
  });
  return `${names.join(", ")}: no candidate of this race${advice.join("")}`;
}

function lastWord(name: string): string | undefined {
  return nameWords(name).findLast((word) => !/^(jr|sr|i{1,3}|iv)$/.test(word));
}

/** Questions that leave out a candidate of the race count; that they do is said. */
function incomplete(fitting: readonly Asked[], candidates: readonly Candidate[]): readonly Fault[] {
  const short = fitting.filter((a) => a.lineUp.shares.length < candidates.length);
  const [first] = short;
  if (first === undefined) return [];
  const message = `${questions(short.length)} named only some of the race's candidates`;
  return [fault(message, { line: first.question.line })];
}
