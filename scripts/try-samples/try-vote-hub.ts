import type { PollContest } from "../../src/formats/match/contests.ts";
import { isNobody } from "../../src/formats/match/line-up.ts";
import { pickPolls } from "../../src/formats/match/pick-polls.ts";
import { readVoteHub } from "../../src/formats/votehub/votehub.ts";
import { candidatesNamed, plainTitle } from "./candidates-named.ts";
import type { Tried } from "./try-contests.ts";

type Listed = {
  readonly poll_type: string;
  readonly subject: string;
  readonly seat_name?: string | null;
  readonly answers: readonly { readonly choice: string; readonly pct: number | string }[];
};

/** Tenths of a percent, so that sums are whole. */
const TENTHS = 10;

/**
 * Reads each contest of a VoteHub list for a race of its own, whose candidates are those whom its
 * questions name, and holds it against the list itself: as many polls, and everybody's shares of the
 * same sum.
 */
export function tryVoteHub(text: string): readonly Tried[] {
  const file = readVoteHub(text);
  if (!file.ok) return [{ ok: false, title: "", reason: file.faults[0]?.message ?? "" }];
  const list: Listed[] | { polls: Listed[] } = JSON.parse(text);
  const entries = Array.isArray(list) ? list : list.polls;
  const ofContest = ({ key }: PollContest) =>
    entries.filter(
      ({ poll_type: type, subject, seat_name: seat }) =>
        [type, subject, seat].filter(Boolean).join(":") === key,
    );
  return file.value.contests.map((contest) => tryContest(contest, ofContest(contest)));
}

function tryContest(contest: PollContest, listed: readonly Listed[]): Tried {
  const { key, title, questions, isPrimary } = contest;
  const named = questions.flatMap(({ answers }) => answers.map(({ names }) => names[0] ?? ""));
  const candidates = candidatesNamed(
    [...new Set(named)].filter((name) => !isNobody(name)).map((name) => ({ name, party: null })),
  );
  const electionDate = `${questions[0]?.electionDate ?? "2100"}-11-03`;
  const picked = pickPolls([contest], {
    candidates,
    electionDate,
    closes: `${electionDate}T23:59:59Z`,
    electionType: isPrimary ? "primary" : "general",
    source: "sample",
    contest: key,
  });
  if (!picked.ok) return { ok: false, title, reason: picked.faults[0]?.message ?? "" };
  const { polls } = picked.value;
  const own = sums(
    listed.flatMap(({ answers }) =>
      answers.map(({ choice, pct }) => [choice, Number(pct)] as const),
    ),
  );
  const read = sums(
    polls.flatMap(({ shares }) =>
      shares.map(
        ({ candidate, share }) =>
          [candidates.find(({ id }) => id === candidate)?.name ?? "", share] as const,
      ),
    ),
  );
  const wrong = candidates.flatMap(({ name }) => {
    const [is, was] = [read.get(plainTitle(name)) ?? 0, own.get(plainTitle(name)) ?? 0];
    return is === was
      ? []
      : [`${name}: shares of ${is / TENTHS} read, ${was / TENTHS} in the file`];
  });
  const lost =
    polls.length === listed.length
      ? []
      : [`${polls.length} polls read, ${listed.length} in the file`];
  return { ok: true, title, wrong: [...lost, ...wrong], inDoubt: false, counted: [] };
}

function sums(shares: readonly (readonly [string, number])[]): ReadonlyMap<string, number> {
  const all = new Map<string, number>();
  for (const [name, share] of shares) {
    const key = plainTitle(name);
    all.set(key, (all.get(key) ?? 0) + Math.round(share * TENTHS));
  }
  return all;
}
