import { checkRaceData } from "../../../../src/race/check.ts";
import type { ResultCount } from "../../../../src/race/sections/results/source.ts";
import type { RaceData } from "../../../../src/race/schema/data.ts";
import {
  daysFall,
  digits,
  falls,
  future,
  jumps,
  newRounds,
  overRegistered,
} from "./forbidden-counts.ts";
import { has, type Readers, readersOf } from "./readers.ts";

/**
 * What readers must never see, said of documents alone: this file knows the manual's table and none
 * of the rules' code.
 */
export type Seen = {
  readonly before: RaceData;
  readonly after: RaceData;
  readonly now: string;
  readonly by: "person" | "feed";
  /** The sender says that rows are taken away on purpose. */
  readonly withdraws: boolean;
  /** The most that readers have seen of each number since it was last certain. */
  readonly most: Map<string, number>;
};

/** What is wrong with a change, in words; empty when a reader may see it. */
export function forbidden({ before, after, now, by, withdraws, most }: Seen): string[] {
  const checked = checkRaceData(after);
  if (!checked.ok)
    return [`what was accepted doesn't hold together: ${checked.issues[0]?.message}`];
  const [was, is] = [readersOf(before, now), readersOf(after, now)];
  const hadNumbers = was.contest > 0 || was.polls > 0;
  const closes = Date.parse(was.document.voting.closes);
  const isOpen = Math.min(Date.parse(now), Date.parse(before.race.asOf ?? now)) < closes;
  const wrong: string[] = [];
  if (isOpen && was.contest === 0 && is.contest > 0) wrong.push("votes before the close");
  const isTakenAway = withdraws && onlyFewerRows(before, after);
  if (was.document.certified.length === 0 && !isTakenAway) {
    wrong.push(...falls(was, is, most));
    if (is.days.size > 0) wrong.push(...daysFall(was, is));
  }
  if (isTakenAway) for (const [candidate, votes] of is.whole) most.set(candidate, votes);
  wrong.push(
    ...digits(is, lastSeen(was, most)),
    ...jumps(was, is, before),
    ...newRounds(was, is, after),
  );
  wrong.push(...overRegistered(was, is, before, after), ...calls(was, is, isOpen, by));
  wrong.push(...future(before, after, now), ...rights(before, after, is, now));
  if (was.polls - is.polls > 1 && is.polls * 2 < was.polls) wrong.push("most polls are gone");
  if (hadNumbers) wrong.push(...basis(was, is, before, after));
  const certified = is.document.certified.filter((c) => !has(was.document.certified, c));
  if (certified.some(({ at }) => Date.parse(at) < closes)) wrong.push("certified before the close");
  return wrong;
}

/** The last that readers saw of each area's votes, those that were taken away since included. */
function lastSeen(was: Readers, seen: Map<string, number>): ReadonlyMap<string, number> {
  for (const [area, { votes }] of was.areas)
    for (const [candidate, value] of votes) seen.set(`${area}/${candidate}`, value);
  return seen;
}

/** Whether nothing is said that wasn't said before. */
function onlyFewerRows(before: RaceData, after: RaceData): boolean {
  const rows = ({ results, turnout }: RaceData) => [
    ...(results?.counts ?? []),
    ...(turnout?.counts ?? []),
  ];
  return rows(after).every((row) => has(rows(before), row));
}

/** What a law or a source's terms keep from readers of data stays kept. */
function rights(before: RaceData, after: RaceData, is: Readers, now: string): string[] {
  const cut = before.race.quiet.filter(
    ({ what, to }) =>
      Date.parse(to) > Date.parse(now) &&
      !after.race.quiet.some((one) => one.what === what && Date.parse(one.to) >= Date.parse(to)),
  );
  const kept = new Set(
    before.race.sources.filter((one) => one.redistribution === "card").map(({ id }) => id),
  );
  const figure = ({ round, area, measure, candidate, mode, value }: ResultCount) =>
    JSON.stringify([round, area, measure, candidate, mode, value]);
  const secret = new Set(
    (before.results?.counts ?? []).filter(({ source }) => kept.has(source)).map(figure),
  );
  const leaked = is.passedOn.filter((row) => secret.has(figure(row as ResultCount)));
  return [
    ...cut.map(({ law }) => `${law} silences no more`),
    ...leaked.map(({ area, value }) => `${area}: ${value} is passed on as data`),
  ];
}

function calls(was: Readers, is: Readers, isOpen: boolean, by: Seen["by"]): string[] {
  const fresh = (is.document.calls ?? []).filter((call) => !has(was.document.calls ?? [], call));
  const won = (list: typeof fresh) => list.filter(({ outcome }) => outcome === "won");
  const winners = new Set(won(is.document.calls ?? []).map(({ candidate }) => candidate));
  const wrong: string[] = [];
  if (fresh.length > 0 && isOpen) wrong.push("a call before the close");
  if (won(fresh).length > 0 && winners.size > 1) wrong.push("two winners");
  // A named caller may know better than the count.
  if (by === "feed") return wrong;
  const lead = Math.max(0, ...is.whole.values());
  for (const { candidate } of won(fresh))
    if (candidate !== null && is.contest > 0 && (is.whole.get(candidate) ?? 0) < lead)
      wrong.push(`${candidate} is called and trails`);
  return wrong;
}

function basis(was: Readers, is: Readers, before: RaceData, after: RaceData): string[] {
  const wrong: string[] = [];
  if (was.document.test && !is.document.test) wrong.push("the test mark is gone");
  if (Date.parse(is.document.voting.closes) < Date.parse(was.document.voting.closes))
    wrong.push("polls close earlier");
  for (const field of ["timeZone", "rule", "electionDate"] as const)
    if (was.document[field] !== is.document[field]) wrong.push(`another ${field}`);
  if (before.race.asOf !== after.race.asOf) wrong.push("another clock");
  if (JSON.stringify(before.race.areas) !== JSON.stringify(after.race.areas))
    wrong.push("other areas");
  const names = ({ document }: Readers) =>
    JSON.stringify(
      document.candidates
        .map(({ id, name, shortName, party }) => [id, name, shortName, party])
        .toSorted(),
    );
  if (names(was) !== names(is)) wrong.push("other candidates");
  return wrong;
}
