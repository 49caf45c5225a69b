import { fault, type Fault } from "../text/faults.ts";
import type { PollContest } from "./poll-contests.ts";

/** A list longer than this helps nobody to find the contest. */
const MAX_LISTED = 40;

export type FoundContest =
  | { readonly ok: true; readonly contest: PollContest }
  | { readonly ok: false; readonly faults: readonly Fault[] };

/** The contest with this key or title. */
export function pollContestNamed(contests: readonly PollContest[], wanted: string): FoundContest {
  const named = contests.filter((c) => c.key === wanted);
  const [first, ...more] = named.length > 0 ? named : contests.filter((c) => c.title === wanted);
  if (first && more.length === 0) return { ok: true, contest: first };
  const shown = JSON.stringify(wanted);
  return first
    ? refused(
        `${more.length + 1} contests of the file are called ${shown}: name one by its key. ${list([first, ...more])}`,
      )
    : refused(`no contest of the file is called ${shown}. ${list(contests)}`);
}

/** The only contest that has a question about the race. */
export function pollContestAbout(
  contests: readonly PollContest[],
  isAbout: (contest: PollContest) => boolean,
): FoundContest {
  const fits = contests.filter(isAbout);
  const [first, ...more] = fits;
  if (first === undefined) {
    return refused(`no question of the file is about this race's candidates. ${list(contests)}`);
  }
  if (more.length === 0) return { ok: true, contest: first };
  return refused(
    `several contests of the file are about this race's candidates: name one as contest. ${list(fits)}`,
  );
}

/** A contest as a message names it. */
export function contestName({ key, title, date }: PollContest): string {
  const details = [date, key === title ? null : `key ${key}`].filter((part) => part !== null);
  return details.length > 0 ? `${title} (${details.join(", ")})` : title;
}

function list(contests: readonly PollContest[]): string {
  const more = contests.length - MAX_LISTED;
  const names = contests.slice(0, MAX_LISTED).map(contestName).join("; ");
  return `The file has ${names || "no contest"}${more > 0 ? ` and ${more} more` : ""}.`;
}

function refused(message: string): FoundContest {
  return { ok: false, faults: [fault(message)] };
}
